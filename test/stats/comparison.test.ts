import assert from "node:assert/strict";
import { test } from "vitest";
import { comparison } from "../../src/stats/comparison.ts";
import { ratioOf } from "../../src/stats/estimate.ts";
import { exponential, uniforms } from "./single-server.ts";

/** The mean of a hundred batches, with what the order of additions may change in each. */
function mean(dust: number, shift = 0, unit = 1) {
  const draw = exponential(uniforms(3), 1);
  const ones = new Float64Array(100).fill(1);
  const sums = ones.map((_, i) => (draw() * (1 + (i % 2 === 0 ? dust : 0)) + shift) * unit);
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

test("so it is in any unit: a hundred-millionth counts, a ten-billionth does not", () => {
  for (const unit of [1e-8, 1, 1e8]) {
    const against = (dust: number, shift = 0) => comparison(mean(dust, shift, unit), mean(0, 0, unit), 0.95);
    assert.ok(Number.isFinite(against(1e-8).varianceReduction));
    assert.deepEqual([against(1e-10).value, against(1e-10).varianceReduction], [0, Infinity]);
    // by the same everywhere, that is without scatter
    const { value } = mean(0, 0, unit);
    assert.equal(against(0, (0.9e-9 * value) / unit).value, 0);
    assert.ok(Math.abs(against(0, (1.1e-9 * value) / unit).value / (1.1e-9 * value) - 1) < 1e-3);
  }
});
