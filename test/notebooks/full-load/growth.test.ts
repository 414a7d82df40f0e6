import assert from "node:assert/strict";
import { test } from "vitest";
import { grownTo } from "../../../notebooks/full-load/growth.ts";
import { EXPONENTIAL, nearestLaw } from "../../../notebooks/full-load/setting.ts";

/** P(X = n) for X Poisson. */
function poisson(mean: number, n: number): number {
  let log = -mean;
  for (let k = 1; k <= n; k++) log += Math.log(mean / k);
  return Math.exp(log);
}

/**
 * Exact mean of an M/M/1 queue at full load, t seconds after an empty start. Reflected at zero, the walk X = arrivals −
 * services has the law of its own running maximum, whose mean is E|X| − P(X ≥ 1) for a symmetric walk.
 */
function exactAtFullLoad(rate: number, t: number): number {
  const mean = rate * t;
  const reach = Math.ceil(9 * Math.sqrt(mean));
  const from = Math.max(0, Math.floor(mean - reach));
  const weights = Array.from({ length: 2 * reach }, (_, i) => poisson(mean, from + i));
  let size = 0;
  let above = 0;
  weights.forEach((up, i) => {
    weights.forEach((down, j) => {
      size += Math.abs(i - j) * up * down;
      if (i > j) above += up * down;
    });
  });
  return size - above;
}

test("at full load reflected Brownian motion is half a message above the exact mean of M/M/1", () => {
  const setting = { load: 1, consumers: 1, service: EXPONENTIAL };
  for (const t of [1, 10, 30]) {
    const excess = grownTo(setting, t) - exactAtFullLoad(100, t);
    assert.ok(excess > 0.4 && excess < 0.51, `${excess} at ${t} s`);
  }
});

test("at full load, four times as long is twice as high, and constant service halves the variance", () => {
  const height = (variability: number, t: number) =>
    grownTo({ load: 1, consumers: 1, service: nearestLaw(variability) }, t);
  assert.ok(Math.abs(height(1, 120) / height(1, 30) - 2) < 1e-12);
  assert.ok(Math.abs(height(1, 30) / height(0, 30) - Math.SQRT2) < 1e-12);
});

test("above full load what cannot be served piles up", () => {
  assert.ok(Math.abs(grownTo({ load: 1.1, consumers: 4, service: EXPONENTIAL }, 30) - 1200) < 1e-9);
});

test("below full load there is no growth to speak of", () => {
  assert.throws(() => grownTo({ load: 0.9, consumers: 1, service: EXPONENTIAL }, 30), RangeError);
});
