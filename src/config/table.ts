import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/**
 * Numbers in one column of a recording: a CSV file with a header, or a file of one JSON object a line (.ndjson,
 * .jsonl). Blank lines are passed over; anything else that is not a finite number is a complaint with its line.
 */
export function column(text: string, path: string, name: string | undefined): number[] | Complaint {
  return /\.(ndjson|jsonl)$/i.test(path) ? field(text, path, name) : csvColumn(text, path, name);
}

function csvColumn(text: string, path: string, name: string | undefined): number[] | Complaint {
  const lines = new Lines(text);
  const header = cells(lines.next() ?? "");
  const index = name === undefined && header.length === 1 ? 0 : header.indexOf(name ?? "");
  if (index < 0) return columnUnknown(path, name, header);
  const values: number[] = [];
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line.trim() === "") continue;
    const cell = cellAt(line, index);
    const value = cell.trim() === "" ? Number.NaN : Number(cell);
    if (!Number.isFinite(value)) return notANumber(path, lines.number, cell);
    values.push(value);
  }
  return values;
}

function field(text: string, path: string, name: string | undefined): number[] | Complaint {
  const lines = new Lines(text);
  const values: number[] = [];
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line.trim() === "") continue;
    const record = jsonObject(line);
    if (record === null) return { code: "data-invalid", message: `${at(path, lines.number)} is not a JSON object.` };
    if (name === undefined || !Object.hasOwn(record, name)) return columnUnknown(path, name, Object.keys(record));
    const value = record[name];
    if (typeof value !== "number") return notANumber(path, lines.number, String(value));
    values.push(value);
  }
  return values;
}

function jsonObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null; // whatever JSON.parse has against it, it is no object
  }
}

/** Lines of a text, one after the other: a large recording is never split as a whole. */
class Lines {
  number = 0;
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    if (text.charCodeAt(0) === 0xfeff) this.at = 1; // byte order mark
  }

  next(): string | null {
    if (this.at >= this.text.length) return null;
    const end = this.text.indexOf("\n", this.at);
    const line = this.text.slice(this.at, end < 0 ? this.text.length : end);
    this.at = end < 0 ? this.text.length : end + 1;
    this.number++;
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }
}

/** Cells of a CSV line; quotes may enclose a comma, and a doubled quote inside them is one. */
function cells(line: string): string[] {
  if (!line.includes('"')) return line.split(",").map((cell) => cell.trim());
  const found: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"\s*|([^,]*))(?=,|$)/g)) {
    found.push(quoted === undefined ? (plain ?? "").trim() : quoted.replaceAll('""', '"'));
  }
  return found;
}

function cellAt(line: string, index: number): string {
  if (line.includes('"')) return cells(line)[index] ?? "";
  let start = 0;
  for (let skipped = 0; skipped < index; skipped++) {
    const comma = line.indexOf(",", start);
    if (comma < 0) return "";
    start = comma + 1;
  }
  const end = line.indexOf(",", start);
  return line.slice(start, end < 0 ? line.length : end);
}

function at(path: string, line: number): string {
  return `Line ${line} of ${shown(path)}`;
}

function notANumber(path: string, line: number, cell: string): Complaint {
  return {
    code: "data-invalid",
    message: `${at(path, line)} has ${shown(cell) || "nothing"} where a number should be.`,
  };
}

function columnUnknown(path: string, name: string | undefined, header: readonly string[]): Complaint {
  const there = header.slice(0, 20).map(shown).join(", ");
  const what = name === undefined ? "has several columns; say which with column:" : `has no column ${shown(name)}.`;
  const advice = name === undefined ? "" : didYouMean(name, header);
  return { code: "column-unknown", message: `${shown(path)} ${what}${advice} There are ${there || "none"}.` };
}
