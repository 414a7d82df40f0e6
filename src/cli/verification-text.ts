import { checkTable } from "../verify/tables.ts";
import type { Verification } from "../verify/verify.ts";
import { verificationSentences } from "../verify/words.ts";
import type { Setting } from "./summary.ts";
import { listText, tableText } from "./table-text.ts";
import { safe, wrapped } from "./terminal.ts";

/** What a verification found, for a terminal: the answer in sentences, and a line for each check. */
export function verificationText(found: Verification, { width, style }: Setting): string {
  const failed = found.checks.some(({ outcome }) => outcome === "failed");
  const [verdict, ...others] = verificationSentences(found).map((text) => safe(wrapped(text, width, "  • ")));
  const table = checkTable(found);
  const whole = tableText(table);
  const fits = whole.split("\n").every((line) => line.length <= width);
  const sections = [
    style("bold", `queuelab verify, ${found.made.effort}, seed ${found.made.seed}`),
    [style(failed ? "red" : "green", verdict), ...others].join("\n"),
    safe(fits ? whole : listText(table, width)),
  ];
  return sections.map((section) => `${section}\n`).join("\n");
}
