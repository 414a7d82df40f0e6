import assert from "node:assert/strict";

/** Asserts a relative error of at most `tolerance`. */
export function close(actual: number, expected: number, tolerance: number, what = ""): void {
  const error = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  assert.ok(error <= tolerance, `${what} ${actual} is not ${expected}: relative error ${error}`);
}
