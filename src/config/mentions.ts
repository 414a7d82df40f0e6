import { hasArithmetic } from "./expression.ts";
import type { Located, Mapping } from "./located.ts";

/** Sections of a file whose texts are never evaluated. */
const TEXTS = new Set(["title", "slo", "plots", "watch", "measured"]);

/** Whether any value in a file is an expression, so that its parser will be needed. */
export function mentionsArithmetic(file: Mapping): boolean {
  return [...file.entries].some(([section, { value }]) => !TEXTS.has(section) && mentioned(value));
}

function mentioned(node: Located): boolean {
  if (node.is === "scalar") return typeof node.value === "string" && hasArithmetic(node.value);
  if (node.is === "list") return node.items.some(mentioned);
  return [...node.entries.values()].some(({ value }) => mentioned(value));
}
