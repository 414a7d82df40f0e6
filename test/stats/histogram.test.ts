import assert from "node:assert/strict";
import { test } from "vitest";
import {
  BIN_COUNT,
  type Bins,
  binOf,
  binQuantile,
  binTail,
  binTotal,
  levelQuantile,
  lowerEdge,
  pooledBins,
  upperEdge,
} from "../../src/stats/histogram.ts";

function binned(values: readonly number[]): Bins {
  const counts = new Uint32Array(BIN_COUNT);
  for (const x of values) counts[binOf(x)]++;
  const first = counts.findIndex((count) => count > 0);
  return { first, counts: counts.slice(first) };
}

/** Numbers from 1 ns to 10⁹ s, evenly spread over the logarithm. */
const spread = Array.from({ length: 100_000 }, (_, i) => 10 ** (-9 + (18 * i) / 99_999));

test("every number stands between the edges of its bin, and no bin is wider than 1/128 of what is in it", () => {
  for (const x of spread) {
    const bin = binOf(x);
    assert.ok(lowerEdge(bin) <= x && x < upperEdge(bin), `${x}`);
    assert.ok(upperEdge(bin) - lowerEdge(bin) <= lowerEdge(bin) / 128);
  }
});

test("the edges of a bin belong to it below and to the next above", () => {
  for (let bin = 0; bin < BIN_COUNT - 1; bin++) {
    assert.equal(binOf(lowerEdge(bin)), bin);
    assert.equal(binOf(upperEdge(bin)), bin + 1);
  }
});

test("an octave has 128 equal bins", () => {
  assert.equal(binOf(2) - binOf(1), 128);
  assert.equal(lowerEdge(binOf(1) + 5), 1 + 5 / 128);
  assert.equal(lowerEdge(binOf(1024) + 127), 1024 + 127 * 8);
});

test("zero, rounding noise below it and the unmeasurably small share bin 0; the huge share the last", () => {
  for (const x of [0, -0, -1e-17, 5e-324, 2 ** -41, 2 ** -40 * (1 - 2 ** -53)]) assert.equal(binOf(x), 0, `${x}`);
  assert.equal(binOf(2 ** -40), 1);
  for (const x of [2 ** 40, 1e300, Infinity]) assert.equal(binOf(x), BIN_COUNT - 1, `${x}`);
  assert.equal(binOf(2 ** 40 * (1 - 2 ** -53)), BIN_COUNT - 2);
  assert.equal(lowerEdge(0), 0);
  assert.equal(upperEdge(BIN_COUNT - 1), Infinity);
});

test("a quantile is within 0.5 % even where all observations are equal", () => {
  for (const x of [2 ** -40, 2 ** -40 * (1 + 1 / 129)]) {
    assert.ok(Math.abs(binQuantile(binned([x, x, x]), 0.5) / x - 1) <= 0.005, `${x}`);
  }
  for (const x of spread.filter((_, i) => i % 101 === 0)) {
    const bins = binned([x, x, x]);
    for (const p of [0, 0.01, 0.5, 0.99, 1]) assert.ok(Math.abs(binQuantile(bins, p) / x - 1) <= 0.005, `${x}, ${p}`);
  }
});

test("quantiles of a smooth distribution are far closer than the width of a bin", () => {
  const n = 200_000;
  const bins = binned(Array.from({ length: n }, (_, i) => -Math.log(1 - (i + 0.5) / n))); // an exponential, stratified
  for (const p of [0.01, 0.1, 0.3, 0.6, 0.77, 0.9, 0.99]) {
    const exact = -Math.log(1 - p);
    const [lower, upper] = [lowerEdge(binOf(exact)), upperEdge(binOf(exact))];
    const allowed = Math.max(2e-4, upper / 1.005 / exact - 1, 1 - (lower * 1.005) / exact); // near an edge, by the clamp
    assert.ok(Math.abs(binQuantile(bins, p) / exact - 1) <= allowed, `${p}`);
    assert.ok(Math.abs(binTail(bins, exact) - (1 - p)) <= 2e-4, `${p}`);
  }
});

test("quantiles within the share of zeros are exactly zero", () => {
  const bins = binned([0, 0, 0, 0, 3, 5]);
  assert.equal(binQuantile(bins, 0.5), 0);
  assert.equal(binQuantile(bins, 4 / 6), 0);
  assert.ok(binQuantile(bins, 0.67) > 2.9);
  assert.equal(binTail(bins, 0), 2 / 6);
});

test("quantiles never fall as p rises", () => {
  const bins = binned(spread.filter((x) => x > 1 && x < 2));
  let last = 0;
  for (let p = 0; p <= 1; p += 1e-4) {
    const quantile = binQuantile(bins, p);
    assert.ok(quantile >= last);
    last = quantile;
  }
});

test("beyond the last bin a quantile is 2⁴⁰ and the tail counts all of it", () => {
  const bins = binned([1, 1e15]);
  assert.equal(binQuantile(bins, 0.9), 2 ** 40);
  assert.equal(binTail(bins, 1e14), 0.5);
});

test("the tail is 1 below all observations and 0 above them, and takes a share of the bin of x", () => {
  const bins: Bins = { first: binOf(1), counts: Uint32Array.of(4, 0, 12) };
  assert.equal(binTail(bins, 0.3), 1);
  assert.equal(binTail(bins, 1), 1);
  assert.equal(binTail(bins, 1 + 0.5 / 128), 14 / 16);
  assert.equal(binTail(bins, 1 + 1.5 / 128), 12 / 16);
  assert.equal(binTail(bins, 1 + 2.25 / 128), 9 / 16);
  assert.equal(binTail(bins, 2), 0);
});

test("quantiles of a level are whole numbers, exact below 256", () => {
  const levels = Array.from({ length: 256 }, (_, n) => n);
  const bins = binned(levels);
  for (const n of levels) assert.equal(levelQuantile(bins, (n + 1) / 256), n);
  for (const n of levels) assert.equal(binTail(bins, n + 1), (255 - n) / 256);
  const large = levelQuantile(binned([1000, 1000]), 0.5);
  assert.ok(Number.isInteger(large) && Math.abs(large - 1000) <= 5.5);
});

test("pooling adds bin to bin, wherever the histograms begin", () => {
  const pooled = pooledBins([
    { first: 10, counts: Uint32Array.of(1, 2) },
    { first: 0, counts: new Uint32Array(0) },
    { first: 8, counts: Float64Array.of(0.5, 0, 4) },
  ]);
  assert.deepEqual(pooled, { first: 8, counts: Float64Array.of(0.5, 0, 5, 2) });
  assert.equal(binTotal(pooled), 7.5);
  assert.equal(binTotal(pooledBins([])), 0);
});

test("an empty histogram has neither quantiles nor a tail", () => {
  const empty: Bins = { first: 0, counts: new Uint32Array(3) };
  assert.throws(() => binQuantile(empty, 0.5), RangeError);
  assert.throws(() => binTail(empty, 1), RangeError);
});

test("what is too small, negative or too large for the bins goes to the first and to the last", () => {
  for (const x of [0, -1, -1e-300, 1e-20, 2 ** -41]) assert.equal(binOf(x), 0, `${x}`);
  assert.equal(binOf(2 ** -40), 1);
  for (const x of [2 ** 40, 2 ** 41, 1e300, Infinity]) assert.equal(binOf(x), BIN_COUNT - 1, `${x}`);
  assert.equal(binOf(2 ** 40 * (1 - 1e-9)), BIN_COUNT - 2);
});

test("no histograms together are one without bins", () => {
  assert.deepEqual(pooledBins([]), { first: 0, counts: new Float64Array(0) });
  assert.deepEqual(pooledBins([{ first: 7, counts: new Float64Array(0) }]), { first: 0, counts: new Float64Array(0) });
});

test("empty bins before the first observation do not count, not even for p = 0", () => {
  const bins: Bins = { first: binOf(3), counts: Float64Array.of(0, 0, 4, 0) };
  assert.ok(binQuantile(bins, 0) >= lowerEdge(binOf(3) + 2) && binQuantile(bins, 0) < upperEdge(binOf(3) + 2));
  assert.equal(binTail(bins, 3), 1);
  assert.equal(binTail(bins, 1), 1);
  assert.equal(binTail(bins, lowerEdge(binOf(3) + 3)), 0);
});

test("from 256 on whole numbers share bins, and the middle one is read off", () => {
  const bins: Bins = { first: binOf(301), counts: Float64Array.of(10) };
  assert.equal(lowerEdge(binOf(301)), 300);
  assert.equal(levelQuantile(bins, 0.5), 301);
  assert.equal(levelQuantile({ first: binOf(255), counts: Float64Array.of(10) }, 0.99), 255);
});
