import assert from "node:assert/strict";
import { test } from "vitest";
import { commonMeasure } from "../../src/special/common-measure.ts";

test("the common measure is the largest length that goes into all a whole number of times", () => {
  assert.equal(commonMeasure([12, 18, 30], 1), 6);
  assert.equal(commonMeasure([7], 1), 7);
  assert.equal(commonMeasure([13, 8], 0.5), 1);
});

test("decimal fractions, which doubles only come near, have their measure too", () => {
  assert.ok(Math.abs(commonMeasure([0.1, 0.3, 0.7], 0.01)! - 0.1) < 1e-9);
  assert.ok(Math.abs(commonMeasure([25_200, 28_800.000001], 60)! - 3600) < 1e-3);
});

test("below the least there is none", () => {
  assert.equal(commonMeasure([60, 7], 1.5), null);
  assert.equal(commonMeasure([60, 7], 1), 1);
  assert.equal(commonMeasure([1], 2), null);
});
