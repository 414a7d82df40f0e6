import type { Table } from "../report/table/cells.ts";
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
  const sections = [
    style("bold", `queuelab verify, ${found.made.effort}, seed ${found.made.seed}`),
    [style(failed ? "red" : "green", verdict), ...others].join("\n"),
    safe(tableFor(checkTable(found), width)),
  ];
  return sections.map((section) => `${section}\n`).join("\n");
}

/** As a table, if need be without its last column; as a list where not even that fits. */
function tableFor(table: Table, width: number): string {
  const narrower = { ...table, head: table.head.slice(0, -1), rows: table.rows.map((cells) => cells.slice(0, -1)) };
  const texts = [table, narrower].map(tableText);
  return texts.find((text) => text.split("\n").every((line) => line.length <= width)) ?? listText(table, width);
}
