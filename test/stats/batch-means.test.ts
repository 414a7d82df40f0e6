import assert from "node:assert/strict";
import { test } from "vitest";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { ratioOf } from "../../src/stats/estimate.ts";
import type { Series } from "../../src/stats/series.ts";
import { close } from "./close.ts";

const digits = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
const ones = (series: Series) => series.map((run) => run.map(() => 1));
const interval = (series: Series) => batchMeansInterval(ratioOf(series, ones(series)), 0.95);

test("the interval of twenty digits of π agrees with the same formulas computed by SciPy", () => {
  const found = interval([Float64Array.from(digits)]);
  close(found.value, 4.85, 1e-14);
  close(found.correlation, 0.18216870215958525, 1e-12);
  close(found.skewness, 0.30118038967048444, 1e-12);
  close(found.standardError, 0.7259710995077765, 1e-12);
  close(found.low, 3.4042685131345163, 1e-9);
  close(found.high, 6.4560653753554655, 1e-9);
  assert.equal(found.groups, 20);
});

test("with two runs the end of one is no neighbour of the beginning of the other", () => {
  const found = interval([Float64Array.from(digits.slice(0, 10)), Float64Array.from(digits.slice(10))]);
  close(found.correlation, 0.19451461566221584, 1e-12);
  close(found.low, 3.3856439825668083, 1e-9);
  close(found.high, 6.476755395562399, 1e-9);
});

test("symmetric means without correlation give Student's interval", () => {
  const alternating = Float64Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  const found = interval([alternating]);
  assert.equal(found.correlation, 0);
  close(found.high, 2.0930240544083087 / Math.sqrt(19), 1e-9);
  close(found.low, -found.high, 1e-12);
});

test("the interval reaches farther to the side of the rare large values", () => {
  const { value, low, high, skewness } = interval([
    Float64Array.from({ length: 20 }, (_, i) => (i === 7 ? 30 : i % 3)),
  ]);
  assert.ok(skewness > 3);
  assert.ok(high - value > 1.5 * (value - low));
  const mirrored = interval([Float64Array.from({ length: 20 }, (_, i) => -(i === 7 ? 30 : i % 3))]);
  close(mirrored.low, -high, 1e-9);
  close(mirrored.high, -low, 1e-9);
});

test("skewness that long batches hide is found in their halves", () => {
  // Neighbours add up to 1 and −1 in turn, without skewness; one by one the Σx² = 300 have Σx³ = 300.
  const values = Float64Array.from({ length: 40 }, (_, i) => [4, -3, 1, -2][i % 4]);
  const found = batchMeansInterval({ value: 0, influence: [values] }, 0.95);
  assert.equal(found.groups, 20);
  close(found.skewness, (300 * 40) / 39 / 38 / (300 / 39) ** 1.5 / Math.sqrt(2), 1e-14);
  const mirrored = batchMeansInterval({ value: 0, influence: [values.map((x) => -x)] }, 0.95);
  close(mirrored.skewness, -found.skewness, 1e-14);
});

test("of four lengths of batches that with the most skewness counts, to either side", () => {
  const runs = (of: (i: number) => number) =>
    Array.from({ length: 4 }, (_, r) => Float64Array.from({ length: 40 }, (_, b) => of(40 * r + b)));
  // Computed with NumPy: the farthest from 0 is that of 20 means, and that of 80 means less a factor of √(20/80).
  close(interval(runs((i) => (i ** 2 % 37) ** 3)).skewness, -0.4867452481609272, 1e-12);
  close(interval(runs((i) => (Math.floor(i / 2) ** 2 % 23) ** 4)).skewness, 0.860893190008723, 1e-12);
});

test("correlation is clipped at 0.9", () => {
  assert.equal(interval([Float64Array.from({ length: 400 }, (_, i) => i)]).correlation < 0.9, true);
  const steps = Array.from({ length: 2 }, (_, r) => new Float64Array(200).fill(r));
  assert.equal(interval(steps).correlation, 0.9);
});

test("there are at least twenty groups, the same number in every run", () => {
  for (const [runs, groups] of [
    [1, 20],
    [2, 20],
    [3, 21],
    [4, 20],
    [6, 24],
    [8, 24],
    [14, 28],
    [20, 20],
    [30, 30],
  ]) {
    const series = Array.from({ length: runs }, (_, r) =>
      Float64Array.from({ length: 100 }, (_, b) => (b * (r + 3)) % 7),
    );
    assert.equal(interval(series).groups, groups, `${runs} runs`);
  }
});

test("fewer batches than groups are taken as they are", () => {
  assert.equal(interval([Float64Array.of(1, 5, 2, 8, 1, 0, 3)]).groups, 7);
});

test("a batch counts by its observations: an empty one and a long one do no harm", () => {
  const sum = [Float64Array.from({ length: 20 }, (_, b) => (b === 4 ? 0 : b === 9 ? 200 : 20))];
  const count = [sum[0].map((x) => x / 2)];
  const found = batchMeansInterval(ratioOf(sum, count), 0.95);
  assert.deepEqual([found.value, found.low, found.high], [2, 2, 2]);
});

test("units do not matter", () => {
  const metres = interval([Float64Array.from(digits)]);
  const millimetres = interval([Float64Array.from(digits, (x) => 1000 * x)]);
  close(millimetres.low, 1000 * metres.low, 1e-8);
  close(millimetres.high, 1000 * metres.high, 1e-8);
});

test("what does not vary has an interval of no width", () => {
  const { low, high } = interval([new Float64Array(50).fill(0.3)]);
  close(low, 0.3, 1e-12);
  close(high, 0.3, 1e-12);
});

test("two batches are not enough", () => {
  assert.throws(() => interval([Float64Array.of(1, 2)]), RangeError);
});

test("three batches are just enough, and what does not vary has neither correlation nor skewness", () => {
  const three = batchMeansInterval({ value: 0, influence: [Float64Array.of(-1, 0, 1)] }, 0.95);
  assert.equal(three.groups, 3);
  close(three.standardError, 1 / Math.sqrt(3), 1e-15); // variance 1, neighbours uncorrelated
  const flat = batchMeansInterval({ value: 5, influence: [new Float64Array(40)] }, 0.95);
  assert.deepEqual([flat.skewness, flat.correlation, flat.standardError], [0, 0, 0]);
  // runs of one batch have no neighbours
  const single = batchMeansInterval({ value: 0, influence: [1, -2, 4, -3].map((x) => Float64Array.of(x)) }, 0.95);
  assert.equal(single.correlation, 0);
});

test("skewness is looked for in halves, quarters and eighths of long batches", () => {
  for (const parts of [2, 4, 8]) {
    // of 20 · parts pairs the sums are 4, −3, 1, −2, …; neighbours of these cancel skewness, and single batches drown it
    const values = Float64Array.from(
      { length: 40 * parts },
      (_, i) => [4, -3, 1, -2][Math.floor(i / 2) % 4] / 2 + (i % 2 === 0 ? 50 : -50),
    );
    const found = batchMeansInterval({ value: 0, influence: [values] }, 0.95);
    const n = 20 * parts; // Σx² = Σx³ = 7.5 n
    close(found.skewness, (7.5 * n * n) / (n - 1) / (n - 2) / ((7.5 * n) / (n - 1)) ** 1.5 / Math.sqrt(parts), 1e-13);
  }
});
