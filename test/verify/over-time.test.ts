import assert from "node:assert/strict";
import { test } from "vitest";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { otherSeed } from "../../src/verify/bench.ts";
import { casesOverTime } from "../../src/verify/models/over-time.ts";
import { simulateOverTime } from "../../src/verify/over-time.ts";

const filling = { ...casesOverTime[0]!, replications: 40 };
const simulated = async (seed: number, length: number) => {
  const { comparisons } = await simulateOverTime(filling, { pool: new LocalObserver(), length, seed });
  return comparisons![0]!;
};

test("parts with other random numbers are pooled into one estimate, as much sharper as they are more", async () => {
  const parts = [await simulated(5, 1), await simulated(otherSeed(5, 1), 1), await simulated(otherSeed(5, 2), 1)];
  const pooled = await simulated(5, 3);
  const mean = (of: (one: (typeof parts)[number]) => number) => parts.reduce((sum, one) => sum + of(one), 0) / 3;
  assert.equal(new Set(parts.map(({ value }) => value)).size, 3);
  assert.ok(Math.abs(pooled.value - mean(({ value }) => value)) < 1e-12);
  const variance = mean(({ low, high }) => ((high - low) / 2 / 2.0227) ** 2) / 3; // t(0.975, 39)
  const half = 1.9804 * Math.sqrt(variance); // t(0.975, 117)
  assert.ok(Math.abs((pooled.high - pooled.low) / 2 / half - 1) < 1e-4);
  assert.ok(Math.abs(pooled.z! - (pooled.value - pooled.exact) / Math.sqrt(variance)) < 0.05);
});
