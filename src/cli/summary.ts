import { answer } from "../report/answer.ts";
import type { Table } from "../report/table/cells.ts";
import { summaryTable } from "../report/table.ts";
import type { Result } from "../result.ts";
import { caveatTexts } from "./caveats.ts";
import { listText, tableText } from "./table-text.ts";
import { type Style, safe, wrapped } from "./terminal.ts";

/** How a summary is to be set. */
export interface Setting {
  /** Characters in a line. */
  width: number;
  style: Style;
}

/** Most lines of the table, and most caveats: more is read in the report. */
const MOST_LINES = 60;
const MOST_CAVEATS = 6;

/** The answer of a result for a terminal: sentences, the main numbers, and what to beware of. */
export function summaryText(result: Result, { width, style }: Setting): string {
  const caveats = safe(bullets(caveatTexts(result, MOST_CAVEATS), "!", width));
  const sections = [
    style("bold", safe(wrapped(result.title, width))),
    safe(bullets(answer(result), "•", width)),
    mainNumbers(result, width, style),
    caveats === "" ? "" : style("yellow", caveats),
  ];
  const said = sections.filter((section) => section !== "");
  return said.map((section) => `${section}\n`).join("\n");
}

function bullets(texts: readonly string[], mark: string, width: number): string {
  return texts.map((text) => wrapped(text, width, `  ${mark} `)).join("\n");
}

function mainNumbers(result: Result, width: number, style: Style): string {
  if (result.points.length === 0) return "";
  const { text, notes } = fitted(result, width);
  return [safe(text), ...notes.map((note) => style("dim", safe(wrapped(note, width, "  "))))].join("\n");
}

interface Drawn {
  text: string;
  notes: string[];
}

/**
 * The widest table that fits, or a list where not even two columns of numbers do. Columns are chosen as if each took
 * one character more than ours do, so that ours fits into a line longer by one for each column, unless the longer line
 * would hold fewer.
 */
function fitted(result: Result, width: number): Drawn {
  const table = summaryTable(result, { width });
  const wider = summaryTable(result, { width: width + table.head.length });
  const widest = wider.head.length < table.head.length ? table : wider;
  if (widest.head.length - widest.labels >= 2) return drawn(widest, tableText);
  return drawn(summaryTable(result), (whole) => listText(whole, width));
}

function drawn(table: Table, asText: (table: Table) => string): Drawn {
  const rows = table.rows.slice(0, MOST_LINES);
  const hidden = table.rows.length - rows.length;
  const notes = hidden > 0 ? [`${hidden} more lines are in the report.`, ...table.notes] : table.notes;
  return { text: asText({ ...table, rows }), notes };
}
