import { createHash } from "node:crypto";
import type { Study } from "../spec.ts";

/** SHA-256 of a settled study, hex: equal studies have equal hashes, in whatever order their keys were written. */
export function specHash(study: Study): string {
  const hash = createHash("sha256");
  let text = ""; // gathered, since a study may hold millions of recorded times
  for (const piece of canonical(study)) {
    text += piece;
    if (text.length < 1 << 16) continue;
    hash.update(text);
    text = "";
  }
  return hash.update(text).digest("hex");
}

/** JSON with sorted keys and no blanks, piece by piece; numbers as ECMAScript writes them, Infinity included. */
function* canonical(value: unknown): Generator<string> {
  if (typeof value === "number") yield String(value);
  else if (typeof value !== "object" || value === null) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* sequence(value, "[]", canonical);
  else yield* sequence(sortedEntries(value), "{}", entry);
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
    if (typeof item === "number") yield String(item);
    else yield* pieces(item);
  }
  yield close;
}

function sortedEntries(value: object): [string, unknown][] {
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  return present.sort(([a], [b]) => (a < b ? -1 : 1));
}
