import assert from "node:assert/strict";
import { test } from "vitest";
import { replicationBand, replicationInterval } from "../../src/stats/replications.ts";
import { close } from "./close.ts";

test("the interval of five numbers agrees with SciPy", () => {
  const { value, low, high, standardError } = replicationInterval([2, 3, 5, 7, 11], 0.95);
  close(value, 5.6, 1e-12);
  close(standardError, Math.sqrt(51.2 / 4 / 5), 1e-12);
  close(low, 1.1576878316835302, 1e-8);
  close(high, 10.04231216831647, 1e-8);
});

test("a band has the interval of each time, and a wider one where all times must be covered at once", () => {
  const paths = [2, 3, 5, 7, 11].map((x) => [x, 2 * x, 1]);
  const pointwise = replicationBand(paths, 0.95);
  assert.deepEqual(pointwise[0], replicationInterval([2, 3, 5, 7, 11], 0.95));
  close(pointwise[1].high, 2 * pointwise[0].high, 1e-12);
  assert.deepEqual([pointwise[2].low, pointwise[2].high], [1, 1]);
  const simultaneous = replicationBand(paths, 0.95, "simultaneous");
  close(simultaneous[0].low, -0.7372583724322803, 1e-8);
  close(simultaneous[0].high, 11.937258372432293, 1e-8);
});

test("one replication has no interval", () => {
  assert.throws(() => replicationInterval([4], 0.95), RangeError);
  assert.throws(() => replicationBand([[4, 5]], 0.95), RangeError);
  assert.deepEqual(replicationBand([], 0.95), []);
});

test("two replications have an interval, and in another unit it is the same", () => {
  // ±1 around 3; Student's t of one degree is 12.7062… at 0.975, by the tangent of its Cauchy law
  for (const unit of [1, 1e-9, 1e9]) {
    const { value, low, high, standardError } = replicationInterval([2 * unit, 4 * unit], 0.95);
    const reach = Math.tan(0.475 * Math.PI);
    [value, standardError, low, high].forEach((figure, i) => {
      close(figure / unit, [3, 1, 3 - reach, 3 + reach][i], 1e-9);
    });
  }
});
