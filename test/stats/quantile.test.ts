import assert from "node:assert/strict";
import { test } from "vitest";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { comparison } from "../../src/stats/comparison.ts";
import { ratioOf } from "../../src/stats/estimate.ts";
import { BIN_COUNT, type Bins, binOf, binQuantile, binTail, lowerEdge, upperEdge } from "../../src/stats/histogram.ts";
import { levelQuantileInterval, quantileEstimate, quantileInterval } from "../../src/stats/quantile.ts";
import { spectralInterval } from "../../src/stats/spectral.ts";
import { Tails } from "../../src/stats/tails.ts";
import { close } from "./close.ts";
import { exponential, uniforms } from "./single-server.ts";

function binned(values: readonly number[]): Bins {
  const counts = new Uint32Array(BIN_COUNT);
  for (const x of values) counts[binOf(x)]++;
  const first = Math.min(...values.map(binOf));
  return { first, counts: counts.slice(first, Math.max(...values.map(binOf)) + 1) };
}

/** 100 batches of independent observations. */
function tailsOf(draw: () => number, each: number): Tails {
  return new Tails([Array.from({ length: 100 }, () => binned(Array.from({ length: each }, draw)))]);
}

test("the interval of a quantile is that of the share, carried through the pooled distribution and out to bin edges", () => {
  const tails = tailsOf(exponential(uniforms(1), 1), 50);
  const { value, low, high } = quantileInterval(tails, 0.9, 0.95);
  assert.equal(value, binQuantile(tails.pooled, 0.9));
  const edges = [lowerEdge(binOf(value)), upperEdge(binOf(value))];
  const [below, above] = edges.map((x) => spectralInterval(tails.shareAbove(x), 0.95)!);
  const reach = Math.max(below.high - below.value, above.high - above.value);
  assert.equal(low, lowerEdge(binOf(binQuantile(tails.pooled, 0.9 - reach))));
  assert.equal(high, upperEdge(binOf(binQuantile(tails.pooled, 0.9 + reach))));
  assert.ok(low < Math.log(10) && Math.log(10) < high && (high - low) / value < 0.2);
});

test("what is always the same has a quantile to within its bin", () => {
  const { value, low, high } = quantileInterval(
    tailsOf(() => 0.2, 10),
    0.99,
    0.95,
  );
  close(value, 0.2, 0.001);
  assert.ok(low! <= 0.2 && 0.2 < high! && high! - low! < 0.2 / 128);
});

test("quantiles of zeros are exactly zero, ends included", () => {
  const uniform = uniforms(2);
  const tails = tailsOf(() => (uniform() < 0.8 ? 0 : 1), 50);
  assert.deepEqual(quantileInterval(tails, 0.5, 0.95), { value: 0, low: 0, high: 0 });
});

test("a quantile at a step of the distribution has both steps in its interval", () => {
  for (let seed = 0; seed < 20; seed++) {
    const uniform = uniforms(seed);
    const tails = tailsOf(() => (uniform() < 0.8 ? 0 : 1), 50);
    const { low, high } = quantileInterval(tails, 0.8, 0.999);
    assert.ok(low === 0 && high! > 1, `${seed}`);
    const level = levelQuantileInterval(tails, 0.8, 0.999);
    assert.deepEqual([level.low, level.high], [0, 1]);
  }
});

test("an interval that leads beyond all observations ends at the largest, and has no end where little is known", () => {
  // In some of a hundred batches all observations are large: the share above is hardly known.
  const bursts = (...at: number[]) => {
    const batch = (b: number) => binned(Array.from({ length: 100 }, (_, i) => (at.includes(b) ? 50 : 1) + i / 100));
    return new Tails([Array.from({ length: 100 }, (_, b) => batch(b))]);
  };
  assert.equal(quantileInterval(bursts(17), 0.99, 0.95).high, null);
  const { low, high } = quantileInterval(bursts(3, 11, 40, 62, 95), 0.95, 0.95);
  assert.ok(low! < 3 && high! > 50.9 && high! < 51.5);
});

test("where only batch means serve, a skewed share moves both ends the way it is bent", () => {
  // Few batches, one of them with many large observations: the share above may well be larger than it seems.
  const draw = exponential(uniforms(9), 1);
  const batch = (b: number) => binned(Array.from({ length: 200 }, (_, i) => draw() + (b === 4 && i % 2 ? 3 : 0)));
  const tails = new Tails([Array.from({ length: 14 }, (_, b) => batch(b))]);
  const { value, low, high } = quantileInterval(tails, 0.7, 0.95);
  assert.equal(spectralInterval(tails.shareAbove(value), 0.95), null);
  const edges = [lowerEdge(binOf(value)), upperEdge(binOf(value))];
  const shares = edges.map((x) => batchMeansInterval(tails.shareAbove(x), 0.95));
  const [down, up] = [
    Math.max(...shares.map((share) => share.value - share.low)),
    Math.max(...shares.map((share) => share.high - share.value)),
  ];
  assert.ok(up > 1.5 * down);
  assert.equal(low, lowerEdge(binOf(binQuantile(tails.pooled, 0.7 - down))));
  assert.equal(high, upperEdge(binOf(binQuantile(tails.pooled, Math.min(1, 0.7 + up)))));
});

test("quantiles of a level are whole numbers", () => {
  const uniform = uniforms(3);
  const tails = tailsOf(() => Math.floor(Math.log(uniform()) / Math.log(0.8)), 200); // geometric, 0.8ⁿ
  const { value, low, high } = levelQuantileInterval(tails, 0.9, 0.95);
  assert.equal(value, 10); // 1 − 0.8¹¹ = 0.914, 1 − 0.8¹⁰ = 0.893
  assert.ok(Number.isInteger(low) && Number.isInteger(high) && low! <= 10 && high! >= 10 && high! - low! <= 2);
});

test("weights such as seconds count like observations", () => {
  const draw = exponential(uniforms(4), 1);
  const batches = Array.from({ length: 100 }, () => binned(Array.from({ length: 50 }, draw)));
  const seconds = batches.map(({ first, counts }) => ({ first, counts: Float64Array.from(counts, (n) => n / 64) }));
  assert.deepEqual(
    quantileInterval(new Tails([seconds]), 0.9, 0.95),
    quantileInterval(new Tails([batches]), 0.9, 0.95),
  );
});

test("the pull of a batch on a quantile is the excess of its share over the density", () => {
  const tails = tailsOf(exponential(uniforms(5), 2), 500);
  const estimate = quantileEstimate(tails, 0.9, 0.95)!;
  const { influence } = tails.shareAbove(estimate.value);
  // The density of an exponential law of mean 2 at its 0.9-quantile is 0.1/2.
  for (const [b, pull] of estimate.influence[0].entries()) close(pull, influence[0][b] / 0.05, Math.abs(pull) * 0.1);
});

test("the interval of a linearized quantile agrees with the inverted one where the density hardly changes", () => {
  const tails = tailsOf(exponential(uniforms(6), 1), 3000);
  const inverted = quantileInterval(tails, 0.5, 0.95);
  const linear = spectralInterval(quantileEstimate(tails, 0.5, 0.95)!, 0.95)!;
  close(linear.low, inverted.low!, 0.006); // the width of a bin
  close(linear.high, inverted.high!, 0.006);
});

test("a quantile that is not bounded, or is zero, has no pull worth a number", () => {
  const rare = new Tails([Array.from({ length: 100 }, (_, b) => binned([b === 0 ? 50 : 1]))]);
  assert.equal(quantileEstimate(rare, 0.99, 0.95), null);
  const zeros = quantileEstimate(
    tailsOf(() => 0, 10),
    0.5,
    0.95,
  )!;
  assert.ok(zeros.value === 0 && zeros.influence[0].every((x) => x === 0));
  const uniform = uniforms(8);
  const most = quantileEstimate(
    tailsOf(() => (uniform() < 0.8 ? 0 : 1), 50),
    0.5,
    0.95,
  )!;
  assert.ok(most.value === 0 && most.influence[0].every((x) => x === 0));
});

test("the same draws twice differ by nothing; scaled ones by their scale, and precisely", () => {
  const twice = (seed: number, scale: number) => {
    const draw = exponential(uniforms(seed), scale);
    return quantileEstimate(tailsOf(draw, 100), 0.9, 0.95)!;
  };
  const none = comparison(twice(7, 1), twice(7, 1), 0.95);
  assert.deepEqual([none.low, none.high, none.varianceReduction], [0, 0, Number.POSITIVE_INFINITY]);
  const tenth = comparison(twice(7, 1.1), twice(7, 1), 0.95);
  close(tenth.value, 0.1 * Math.log(10), 0.02);
  assert.ok(tenth.low < 0.1 * Math.log(10) && 0.1 * Math.log(10) < tenth.high);
  assert.ok(tenth.varianceReduction > 20);
});

test("independent runs gain nothing from being paired", () => {
  const ones = [new Float64Array(100).fill(1)];
  const factors = Array.from({ length: 200 }, (_, seed) => {
    const [a, b] = [2 * seed, 2 * seed + 1].map((k) =>
      ratioOf([Float64Array.from(ones[0], exponential(uniforms(k), 1))], ones),
    );
    return Math.log(comparison(a, b, 0.95).varianceReduction);
  });
  // 19 degrees each: the standard deviation of the logarithm is about √(2/19) · 1/√2, four of them over √200
  close(factors.reduce((sum, x) => sum + x, 0) / 200, 0, (4 * Math.sqrt(1 / 19)) / Math.sqrt(200) + 0.01);
});

test("what never varies gains nothing from random numbers in common", () => {
  const flat = { value: 3, influence: [new Float64Array(20)] };
  assert.equal(comparison(flat, flat, 0.95).varianceReduction, 1);
});

test("the influences of a quantile are excesses over the density of the pooled distribution near it", () => {
  // few observations are uncertain enough for the way to 0 or 1 to matter
  const [many, few] = [50, 1].map((each) => tailsOf(exponential(uniforms(5), 1), each));
  for (const [tails, p] of [
    [many, 0.5],
    [many, 0.9],
    [many, 0.02],
    [few, 0.1],
    [few, 0.05],
    [few, 0.9],
  ] as const) {
    const { value, influence } = quantileEstimate(tails, p, 0.95)!;
    const bin = binOf(value);
    const [down, up] = [0, 1].map((side) => {
      const ends = [lowerEdge(bin), upperEdge(bin)].map((x) => spectralInterval(tails.shareAbove(x), 0.95)!);
      return Math.max(...ends.map((end) => (side === 0 ? end.value - end.low : end.high - end.value)));
    });
    const around = Math.min((Math.min(1, p + up) - Math.max(0, p - down)) / 2, p / 2, (1 - p) / 2);
    const lower = lowerEdge(binOf(binQuantile(tails.pooled, p - around)) - 1);
    const upper = lowerEdge(binOf(binQuantile(tails.pooled, p + around)) + 2);
    const density = (binTail(tails.pooled, lower) - binTail(tails.pooled, upper)) / (upper - lower);
    tails.shareAbove(value).influence[0].forEach((x, b) => {
      close(influence[0][b], x / density, 1e-12);
    });
  }
});

test("a share too uncertain by twice itself leaves a quantile without an end on that side, and on no other", () => {
  // one batch of a hundred holds all ten large values: the share above is as uncertain as it is small
  const batches = Array.from({ length: 100 }, (_, b) => binned(b === 50 ? Array(10).fill(8) : Array(10).fill(2)));
  const tails = new Tails([batches]);
  const level = levelQuantileInterval(tails, 0.999, 0.95);
  assert.equal(level.high, null);
  assert.notEqual(level.low, null);
  const up = quantileInterval(tails, 0.999, 0.95);
  assert.equal(up.high, null);
  assert.notEqual(up.low, null);
  assert.equal(quantileEstimate(tails, 0.999, 0.95), null);
  const few = new Tails([batches.map((_, b) => binned(b === 50 ? Array(10).fill(2) : Array(10).fill(8)))]);
  const down = quantileInterval(few, 0.001, 0.95);
  assert.equal(down.low, null);
  assert.notEqual(down.high, null);
  assert.equal(levelQuantileInterval(few, 0.001, 0.95).low, null);
  assert.equal(quantileEstimate(few, 0.001, 0.95), null);
});

test("an uncertainty of more than the share leads to the extreme observation, of more than twice the share nowhere", () => {
  const met = new Set<number>();
  for (let seed = 11; seed < 16; seed++) {
    const draw = exponential(uniforms(seed), 1);
    const values = Array.from({ length: 100 }, () => Array.from({ length: 10 }, draw));
    const tails = new Tails([values.map(binned)]);
    for (const p of [0.003, 0.004, 0.996, 0.997]) {
      const bin = binOf(binQuantile(tails.pooled, p));
      const ends = [lowerEdge(bin), upperEdge(bin)].map((x) => spectralInterval(tails.shareAbove(x), 0.95)!);
      const reach = Math.max(...ends.map((end) => end.high - end.value));
      const { low, high } = quantileInterval(tails, p, 0.95);
      const [least, most] = [Math.min(...values.flat()), Math.max(...values.flat())];
      const [end, extreme] = p < 0.5 ? [low, lowerEdge(binOf(least))] : [high, upperEdge(binOf(most))];
      const shares = Math.floor(reach / Math.min(p, 1 - p));
      met.add(shares);
      if (shares >= 2) assert.equal(end, null);
      else if (shares === 1) assert.equal(end, extreme);
      else assert.notEqual(end, null);
    }
  }
  assert.ok(met.has(0) && met.has(1) && met.has(2));
});
