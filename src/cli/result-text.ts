import type { Result } from "../result.ts";

/** A result as it is written to a file: JSON with a line for each record, so that two results can be compared by line. */
export function resultText(result: Result): string {
  const fields = Object.entries(result).map(([key, value]) => `  ${JSON.stringify(key)}: ${fieldText(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

function fieldText(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  return `[\n${value.map((record) => `    ${JSON.stringify(record)}`).join(",\n")}\n  ]`;
}
