import TextTable from "cli-table3";
import type { Table } from "../report/table/cells.ts";
import { wrapped } from "./terminal.ts";

/** Nothing between lines, two blanks between columns: what can be read in a terminal, a pipe and on a phone. */
const PLAIN = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid", "top-mid", "top-left", "top-right", "bottom-mid", "bottom-left"]
    .concat("bottom-right", "left-mid", "mid-mid", "right-mid")
    .map((place) => [place, ""]),
);

/** A table as text: labels to the left, numbers to the right, a rule below the head. */
export function tableText({ head, rows, labels }: Table): string {
  const colAligns = head.map((_, column) => (column < labels ? "left" : "right") as "left" | "right");
  const style = { head: [], border: [], "padding-left": 0, "padding-right": 0 };
  const drawn = new TextTable({ chars: { ...PLAIN, middle: "  " }, style, colAligns });
  drawn.push(...[head, ...rows].map((cells) => cells.map((content) => ({ content, vAlign: "bottom" as const }))));
  const lines = drawn
    .toString()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd());
  const headLines = Math.max(...head.map((text) => text.split("\n").length));
  const width = Math.max(...lines.map((line) => line.length));
  return [...lines.slice(0, headLines), `  ${"─".repeat(width - 2)}`, ...lines.slice(headLines)].join("\n");
}

/** The same for lines too short for a table: what each of its lines is about, and a line for each of its numbers. */
export function listText({ head, rows, labels }: Table, width: number): string {
  const columns = head.map((text) => text.split("\n"));
  const item = (text: string, column: number): string => {
    const [name, unit = ""] = columns[column];
    return wrapped(`${name} ${text} ${unit.replace(/[[\]]/g, "")}`.trim(), width, column < labels ? "  " : "    ");
  };
  const blocks = rows.map((cells) => cells.flatMap((text, column) => (text === "" ? [] : [item(text, column)])));
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}
