import type { Resolved } from "../config/resolved.ts";
import { safe } from "./terminal.ts";

/** Every setting in a line of its own: path, value, and the place where it is written. */
export function resolvedText(resolved: readonly Resolved[]): string {
  const width = Math.max(0, ...resolved.map(({ path }) => path.length));
  const lines = resolved.map(
    ({ path, value, from, place }) => `  ${path.padEnd(width)}  ${value}  (${from === "default" ? from : place})`,
  );
  return safe(lines.join("\n"));
}
