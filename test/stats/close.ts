import assert from "node:assert/strict";

/** Fails unless `actual` is within `tolerance` of `expected`. */
export function close(actual: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);
}
