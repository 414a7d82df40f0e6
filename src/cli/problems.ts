import { explain, type Problem } from "../config/problem.ts";
import { type Style, styleFor } from "./terminal.ts";

/** Problems of configurations, as compilers print them, an empty line between any two. */
export function problemsText(problems: readonly Problem[], style: Style): string {
  return problems.map((problem) => emphasised(explain(problem), "red", style)).join("\n\n");
}

/** The same for what is legal but perhaps not meant. */
export function warningsText(warnings: readonly Problem[], style: Style): string {
  return warnings.map((warning) => emphasised(`warning: ${explain(warning)}`, "yellow", style)).join("\n\n");
}

/** The place bold, the carets coloured. */
function emphasised(text: string, colour: "red" | "yellow", style: Style): string {
  const [place, source, carets, ...message] = text.split("\n");
  return [style("bold", place), source, style(colour, carets), ...message].join("\n");
}

/** Prints a text as lines of their own on standard error. */
export function complain(text: string): void {
  if (text !== "") process.stderr.write(`${text}\n`);
}

export const errorStyle = styleFor(process.stderr);
