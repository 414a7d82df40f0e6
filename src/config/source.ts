import { LineCounter } from "yaml";

/** A text in which settings are written: a file, or the arguments of a command line. */
export interface Source {
  /** Its name, as shown in problems and as handed to `Files` when it names another file. */
  file: string;
  text: string;
  lines: LineCounter;
}

/** A stretch of a source: offsets into its text, the end excluded. */
export interface Place {
  source: Source;
  start: number;
  end: number;
}

/** A source of one line. */
export function lineSource(file: string, text: string): Source {
  const lines = new LineCounter();
  lines.addNewLine(0);
  return { file, text, lines };
}

/** The first characters of a source: where a problem of the whole file is shown. */
export function beginning(source: Source): Place {
  return { source, start: 0, end: 0 };
}

/** Line and column of a place, both counted from 1. */
export function position(place: Place): { line: number; column: number } {
  const { line, col } = place.source.lines.linePos(place.start);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** The text of the line on which a place begins, without its end of line. */
export function lineOf(place: Place): string {
  const { source, start } = place;
  const from = start === 0 ? 0 : source.text.lastIndexOf("\n", start - 1) + 1;
  const to = source.text.indexOf("\n", from);
  return source.text.slice(from, to < 0 ? source.text.length : to).replace(/\r$/, "");
}
