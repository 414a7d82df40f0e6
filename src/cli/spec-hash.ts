import { createHash } from "node:crypto";
import type { Study } from "../spec.ts";
import { slices } from "./slices.ts";

/** Numbers written at once: a study may hold millions of recorded times. */
const SLICE = 4096;

/** SHA-256 of a settled study, hex: equal studies have equal hashes, in whatever order their keys were written. */
export function specHash(study: Study): string {
  const hash = createHash("sha256");
  for (const slice of slices(canonical(study))) hash.update(slice);
  return hash.digest("hex");
}

/** JSON with sorted keys and no blanks, piece by piece; numbers as ECMAScript writes them, Infinity included. */
function* canonical(value: unknown): Generator<string> {
  if (typeof value === "number") yield String(value);
  else if (typeof value !== "object" || value === null) yield JSON.stringify(value);
  else if (!Array.isArray(value)) yield* sequence(sortedEntries(value), "{}", entry);
  else if (value.every((item) => typeof item === "number")) yield* numbers(value);
  else yield* sequence(value, "[]", canonical);
}

function* entry([key, value]: [string, unknown]): Generator<string> {
  yield `${JSON.stringify(key)}:`;
  yield* canonical(value);
}

function* sequence<Item>(
  items: readonly Item[],
  [open, close]: string,
  pieces: (item: Item) => Generator<string>,
): Generator<string> {
  yield open;
  for (const [i, item] of items.entries()) {
    if (i > 0) yield ",";
    yield* pieces(item);
  }
  yield close;
}

function* numbers(values: readonly number[]): Generator<string> {
  yield "[";
  for (let i = 0; i < values.length; i += SLICE) yield (i > 0 ? "," : "") + values.slice(i, i + SLICE).join(",");
  yield "]";
}

function sortedEntries(value: object): [string, unknown][] {
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  return present.sort(([a], [b]) => (a < b ? -1 : 1));
}
