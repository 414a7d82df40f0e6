import type { Result } from "../result.ts";

/**
 * A result as it is written to a file: JSON with a line for each record, so that two results can be compared by line.
 * In pieces, since a whole one may be longer than a string can be.
 */
export function* resultPieces(result: Result): Generator<string> {
  yield "{";
  for (const [i, [key, value]] of Object.entries(result).entries()) {
    yield `${i === 0 ? "" : ","}\n  ${JSON.stringify(key)}: `;
    yield* fieldPieces(value);
  }
  yield "\n}\n";
}

function* fieldPieces(value: unknown): Generator<string> {
  if (!Array.isArray(value) || value.length === 0) {
    yield JSON.stringify(value);
    return;
  }
  yield "[";
  for (const [i, record] of value.entries()) yield `${i === 0 ? "" : ","}\n    ${JSON.stringify(record)}`;
  yield "\n  ]";
}

/** The result as a reader of its file sees it: what is not finite, for one, is null there. */
export function asRead(result: Result): Result {
  const fields = Object.entries(result).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(copy) : copy(value),
  ]);
  return Object.fromEntries(fields) as Result;
}

function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
