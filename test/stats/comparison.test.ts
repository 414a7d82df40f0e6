import assert from "node:assert/strict";
import { test } from "vitest";
import { comparison } from "../../src/stats/comparison.ts";
import { ratioOf } from "../../src/stats/estimate.ts";
import { exponential, uniforms } from "./single-server.ts";

/** The mean of a hundred batches, with what the order of additions may change in each. */
function mean(dust: number, shift = 0) {
  const draw = exponential(uniforms(3), 1);
  const ones = new Float64Array(100).fill(1);
  const sums = ones.map((_, i) => draw() * (1 + (i % 2 === 0 ? dust : 0)) + shift);
  return ratioOf([sums], [ones]);
}

test("what the order of additions leaves is no difference", () => {
  const { value, low, high, varianceReduction } = comparison(mean(1e-15), mean(0), 0.95);
  assert.deepEqual([value, low, high, varianceReduction], [0, 0, 0, Infinity]);
});

test("a shift that is always the same is a difference without scatter", () => {
  const { value, low, high, varianceReduction } = comparison(mean(1e-15, 2), mean(0), 0.95);
  assert.ok(Math.abs(value - 2) < 1e-12);
  assert.deepEqual([low, high, varianceReduction], [value, value, Infinity]);
});

test("a millionth is a difference", () => {
  const { low, high, varianceReduction } = comparison(mean(1e-6), mean(0), 0.95);
  assert.ok(0 < low && low < high && Number.isFinite(varianceReduction));
});
