import { styleText } from "node:util";
import { aligned } from "../config/show.ts";

/** Widest lines worth reading [characters]. */
const WIDEST = 100;

/** Narrowest width we write for: narrower terminals break our lines themselves. */
const NARROWEST = 30;

/** Characters in a line of the stream: those of a terminal, at most 100; 100 in a pipe or a file. */
export function terminalWidth(stream: { columns?: number }): number {
  return Math.max(NARROWEST, Math.min(WIDEST, stream.columns || WIDEST));
}

/** Marks a stretch of text: bold, dim, a colour. */
export type Style = (format: "bold" | "dim" | "red" | "yellow" | "green", text: string) => string;

/** The marks of a stream: none in a pipe, none where NO_COLOR asks for none. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  return (format, text) => styleText(format, text, { stream });
}

/** No marks at all. */
export const plainStyle: Style = (_, text) => text;

/** Lines of someone's text without anything that a terminal would act upon. */
export function safe(text: string): string {
  return text.split("\n").map(aligned).join("\n");
}

/**
 * A paragraph in lines of at most `width` characters, broken at blanks that are not hard; the first begins with
 * `mark`, the others stand below its text.
 */
export function wrapped(text: string, width: number, mark = ""): string {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/)) {
    const last = lines.at(-1);
    const fits = last !== undefined && mark.length + last.length + 1 + word.length <= width;
    if (fits) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line, i) => (i === 0 ? mark : " ".repeat(mark.length)) + line).join("\n");
}
