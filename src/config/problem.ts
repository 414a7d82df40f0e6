import type { Path } from "./located.ts";
import type { ProblemCode } from "./problem-codes.ts";
import { aligned, shown } from "./show.ts";
import { lineOf, type Place, position } from "./source.ts";

/** What is wrong, without a place. */
export interface Complaint {
  code: ProblemCode;
  /** One sentence with the offending value in it, then the remedy. */
  message: string;
}

/** Something wrong at one place of a configuration. Plain data: it may be printed, sent or compared. */
export interface Problem extends Complaint {
  path: Path;
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** The line, or the part of a long line around the place; controls shown as dots. */
  excerpt: string;
  /** Where in the excerpt the place begins, from 0, and how many characters of it to underline. */
  caret: { at: number; length: number };
  /** The points of a study that have it, when not all do: "load = 1.1 and 2 more points". */
  points: string;
}

/** Widest excerpt of a line. */
const WIDEST = 120;

/** A complaint about what is written at `place`. */
export function problemAt(place: Place, path: Path, complaint: Complaint): Problem {
  const { line, column } = position(place);
  const text = aligned(lineOf(place));
  const from = text.length <= WIDEST ? 0 : Math.max(0, Math.min(column - 1 - WIDEST / 3, text.length - WIDEST));
  const start = Math.round(from);
  const excerpt = text.slice(start, start + WIDEST);
  const at = Math.min(column - 1 - start, excerpt.length);
  const length = Math.max(1, Math.min(place.end - place.start, excerpt.length - at));
  return { ...complaint, path, file: place.source.file, line, column, excerpt, caret: { at, length }, points: "" };
}

/** Formats a problem the way compilers do: place, line, caret, message. */
export function explain(problem: Problem): string {
  const { file, line, column, path, code, excerpt, caret, message, points } = problem;
  const gutter = String(line);
  const dotted = path.length > 0 ? `  ${shown(path.join("."))}` : "";
  return [
    `${shown(file)}:${line}:${column}${dotted}  [${code}]`,
    `${gutter} | ${excerpt}`,
    `${" ".repeat(gutter.length)} | ${" ".repeat(caret.at)}${"^".repeat(caret.length)}`,
    points === "" ? message : `${message} (at ${points})`,
  ].join("\n");
}

/** Order of reading: file, line, column. */
export function inReadingOrder(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
