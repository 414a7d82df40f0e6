import { csv } from "../report/csv.ts";
import type { Result } from "../result.ts";
import { resultText } from "./result-text.ts";
import { summaryText } from "./summary.ts";
import { styleFor, terminalWidth } from "./terminal.ts";

export type Format = "table" | "json" | "csv";

/** Prints a result on standard output. */
export function printResult(result: Result, format: Format): void {
  const { stdout } = process;
  if (format === "json") stdout.write(resultText(result));
  else if (format === "csv") stdout.write(csv(result));
  else stdout.write(summaryText(result, { width: terminalWidth(stdout), style: styleFor(stdout) }));
}
