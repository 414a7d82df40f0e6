import type { Command } from "../command.ts";
import { Refusal } from "../exit.ts";

/** queuelab check */
export const check: Command = {
  name: "check",
  word: "file..",
  does: "Says everything that is wrong with experiments or models, without running them.",
  options: { resolved: { boolean: true, describe: "Say what every setting is, those left out included" } },
  examples: [
    ["$0 check experiments/*.yaml models/*.yaml", "checks all"],
    ["$0 check experiments/first.yaml --resolved", "shows what each default became"],
  ],
  async act(given) {
    if (given.words.length === 0) throw new Refusal("check needs a file, as in queuelab check experiments/first.yaml.");
    const { checkFiles } = await import("../check-files.ts");
    return checkFiles(given.words, { resolved: given.flag("resolved") });
  },
};
