import assert from "node:assert/strict";
import { test } from "vitest";
import { shareOf } from "../../src/stats/clopper-pearson.ts";

test("the ends of the interval are the shares at which so many or so few hits come in one case of forty", () => {
  const { value, low, high } = shareOf(95, 100);
  assert.deepEqual([value, low.toFixed(6), high.toFixed(6)], [0.95, "0.887165", "0.983568"]);
});

test("none and all of the trials leave one end open", () => {
  assert.deepEqual([shareOf(0, 5).low, shareOf(5, 5).high], [0, 1]);
  assert.equal(shareOf(0, 5).high.toFixed(6), (1 - 0.025 ** (1 / 5)).toFixed(6));
});
