import type { Command } from "../command.ts";
import { Refusal } from "../exit.ts";

/** queuelab report */
export const report: Command = {
  name: "report",
  word: "result..",
  does: "Makes report, charts and CSV again from result files.",
  options: {
    out: { string: true, describe: "Folder to write to [default: that of the result]" },
    quiet: { boolean: true, describe: "Say nothing but what is wrong" },
  },
  examples: [["$0 report results/first/result.json", "writes results/first/report.html and the charts"]],
  async act(given) {
    const { words } = given;
    if (words.length === 0)
      throw new Refusal("report needs a result, as in queuelab report results/first/result.json.");
    const out = given.text("out") ?? null;
    if (out !== null && words.length > 1)
      throw new Refusal("--out takes one result: several would overwrite each other.");
    const { reportResults } = await import("../report-results.ts");
    return reportResults(words, { out, quiet: given.flag("quiet") });
  },
};
