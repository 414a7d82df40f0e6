import { csvLines } from "../report/csv.ts";
import type { Result } from "../result.ts";
import { resultPieces } from "./result-text.ts";
import { slices } from "./slices.ts";
import { summaryText } from "./summary.ts";
import { styleFor, terminalWidth } from "./terminal.ts";

export type Format = "table" | "json" | "csv";

/** Prints a result on standard output. */
export function printResult(result: Result, format: Format): void {
  const { stdout } = process;
  if (format === "json") for (const slice of slices(resultPieces(result))) stdout.write(slice);
  else if (format === "csv") for (const slice of slices(csvLines(result))) stdout.write(slice);
  else stdout.write(summaryText(result, { width: terminalWidth(stdout), style: styleFor(stdout) }));
}
