import assert from "node:assert/strict";
import { test } from "vitest";
import { visibleCoverage } from "../../../src/verify/checks/coverage.ts";
import { visibleLean, visibleScatter } from "../../../src/verify/checks/power.ts";

test("a lean of n errors is found if their mean is beyond the quantile for 0.1 % by that for nine in ten", () => {
  assert.ok(Math.abs(visibleLean(81) - (3.29053 + 1.28155) / 9) < 1e-5);
});

test("a scatter is found nine times in ten where the quantiles of χ² say so", () => {
  // √(χ²(0.999; 80) / χ²(0.1; 80)) = √(124.839 / 64.278), from tables
  assert.ok(Math.abs(visibleScatter(81) - Math.sqrt(124.839 / 64.278)) < 1e-3);
});

test("coverage is found if nine runs of ten show too few covering intervals", () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  const atMost = (k: number, n: number, p: number) =>
    Array.from({ length: k + 1 }, (_, i) => choose(n, i) * p ** i * (1 - p) ** (n - i)).reduce((a, b) => a + b, 0);
  const limit = 0.003 / 11;
  const most = Array.from({ length: 100 }, (_, k) => k).findLast((k) => atMost(k, 100, 0.9) < limit)!;
  const share = visibleCoverage(100, 11);
  assert.ok(Math.abs(atMost(most, 100, share) - 0.9) < 1e-4, `${share}, ${most}`);
  assert.ok(visibleCoverage(2000, 11) > share);
  assert.equal(visibleCoverage(2, 11), 0); // even none of two proves nothing
});
