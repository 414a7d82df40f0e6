import assert from "node:assert/strict";
import { test } from "vitest";
import { normalScore } from "../../src/stats/departure.ts";
import { BIN_COUNT, type Bins, binOf, binQuantile, lowerEdge, upperEdge } from "../../src/stats/histogram.ts";
import { quantileInterval } from "../../src/stats/quantile.ts";
import { quantileDeparture } from "../../src/stats/quantile-departure.ts";
import { spectralInterval } from "../../src/stats/spectral.ts";
import { Tails } from "../../src/stats/tails.ts";
import { close } from "./close.ts";
import { exponential, uniforms } from "./single-server.ts";

function binned(values: readonly number[]): Bins {
  const counts = new Uint32Array(BIN_COUNT);
  for (const x of values) counts[binOf(x)]++;
  const bins = values.map(binOf);
  const [first, last] = [Math.min(...bins), Math.max(...bins)];
  return { first, counts: counts.slice(first, last + 1) };
}

/** Independent observations in 100 batches. */
function tailsOf(draw: () => number, each: number): Tails {
  return new Tails([Array.from({ length: 100 }, () => binned(Array.from({ length: each }, draw)))]);
}

test("a truth just outside the 95 % interval of a percentile is 1.96 standard errors away, give or take a bin", () => {
  const tails = tailsOf(exponential(uniforms(1), 1), 10);
  const { low, high } = quantileInterval(tails, 0.9, 0.95);
  close(quantileDeparture(tails, 0.9, low!)!, 1.96, 0.2);
  close(quantileDeparture(tails, 0.9, high!)!, -1.96, 0.2);
});

test("of many samples about one in twenty lies more than 1.96 standard errors from the true percentile", () => {
  const samples = 200;
  for (const p of [0.5, 0.95]) {
    const z = Array.from({ length: samples }, (_, seed) => {
      const tails = tailsOf(exponential(uniforms(seed), 1), 40);
      return quantileDeparture(tails, p, -Math.log(1 - p))!;
    });
    const far = z.filter((one) => Math.abs(one) > 1.96).length / samples;
    close(far, 0.05, 3.5 * Math.sqrt((0.05 * 0.95) / samples));
  }
});

test("where many observations have one value, any share between more and at least agrees with it", () => {
  const uniform = uniforms(1);
  const half = tailsOf(() => (uniform() < 0.5 ? 0 : 1 + uniform()), 100);
  assert.equal(quantileDeparture(half, 0.3, 0), 0);
  assert.ok(quantileDeparture(half, 0.9, 0)! > 5);
  const fixed = tailsOf(() => (uniform() < 0.5 ? 0.3 : 1 + uniform()), 100);
  assert.equal(quantileDeparture(fixed, 0.2, 0.3), 0);
  assert.equal(quantileDeparture(fixed, 0.45, 0.3), 0);
  assert.ok(quantileDeparture(fixed, 0.7, 0.3)! > 5);
});

test("an error of one part in fifty of a percentile is seen, and its sign is that of the difference", () => {
  const tails = tailsOf(exponential(uniforms(3), 1), 4000);
  const truth = binQuantile(tails.pooled, 0.9);
  assert.ok(quantileDeparture(tails, 0.9, truth * 0.98)! > 3);
  assert.ok(quantileDeparture(tails, 0.9, truth * 1.02)! < -3);
});

/** z of a share `excess` too many, with the larger of the errors at the edges of the percentile's bin. */
function score(tails: Tails, p: number, excess: number): number {
  const bin = binOf(binQuantile(tails.pooled, p));
  const [lower, upper] = [lowerEdge(bin), upperEdge(bin)].map((x) => spectralInterval(tails.shareAbove(x), 0.9)!);
  const { standardError, degreesOfFreedom } = lower.standardError > upper.standardError ? lower : upper;
  return normalScore(excess / standardError, degreesOfFreedom);
}

test("z is the share too many or too few above the truth over its standard error, at low percentiles and at high", () => {
  for (const p of [0.3, 0.5, 0.9]) {
    for (let seed = 0; seed < 3; seed++) {
      const tails = tailsOf(exponential(uniforms(seed), 1), 200);
      for (const factor of [0.8, 0.95, 1.07, 1.2]) {
        const truth = -Math.log(1 - p) * factor;
        const excess = tails.shareAbove(truth).value - (1 - p);
        close(quantileDeparture(tails, p, truth)!, score(tails, p, excess), 1e-9);
      }
    }
  }
});

/** A hundred batches alike but for one observation that alternates, so that shares scatter a little. */
function batchesOf(counts: [value: number, count: number][]): Tails {
  const batch = (b: number) =>
    binned(counts.flatMap(([value, count], i) => new Array<number>(count + (i === 0 ? b % 2 : 0)).fill(value)));
  return new Tails([Array.from({ length: 100 }, (_, b) => batch(b))]);
}

test("a value is shared by many if its bin holds over three times as much as either neighbour", () => {
  // 1 − 1/256, 1, 1 + 1/128 and so on begin five bins in a row; only the direct neighbours of the middle one count
  const [lowest, low, middle, high, highest] = [1 - 1 / 256, 1, 1 + 1 / 128, 1 + 2 / 128, 1 + 3 / 128];
  const tail = (counts: number[], k: number) =>
    counts.slice(k).reduce((sum, n) => sum + n, 0) / counts.reduce((sum, n) => sum + n, 0);
  for (const [counts, crowded] of [
    [[0.5, 9, 60, 20, 0, 20], false], // exactly three times as much as the next
    [[0.5, 9, 61, 20, 0, 20], true],
    [[0.5, 20, 60, 9, 0, 20], false],
    [[0.5, 20, 61, 9, 0, 20], true],
    [[0.5, 29, 61, 20, 0, 20], false],
    [[0.5, 9, 61, 40, 0, 2], false],
    [[50.5, 20, 61, 20, 50, 20], true],
  ] as const) {
    const values = [lowest, low, middle, high, highest, 3];
    const tails = batchesOf(values.map((value, i) => [value, Math.floor(counts[i])]));
    // a truth in the middle of the middle bin: half of the bin is above it, unless all who are there have that value
    const truth = middle + 1 / 256;
    const [atLeast, more] = [tail([...counts], 2), tail([...counts], 3)];
    for (const p of [1 - atLeast - 0.02, 1 - atLeast + 0.02, 1 - more - 0.02, 1 - more + 0.02]) {
      const wanted = 1 - p;
      const [from, to] = crowded ? [more, atLeast] : [(more + atLeast) / 2, (more + atLeast) / 2];
      const excess = wanted < from ? from - wanted : wanted > to ? to - wanted : 0;
      close(quantileDeparture(tails, p, truth)!, excess === 0 ? 0 : score(tails, p, excess), 1e-9);
    }
  }
});

test("zeros are one value; so is nothing near the largest number a histogram can hold", () => {
  const zeros = batchesOf([
    [0, 40],
    [0.5, 30],
    [2, 30],
  ]);
  const more = 60 / 100.5;
  close(quantileDeparture(zeros, 0.7, 0)!, score(zeros, 0.7, more - 0.3), 1e-9);
  assert.equal(quantileDeparture(zeros, 0.3, 0), 0);
  // a picosecond is the least that is told from 0
  assert.equal(quantileDeparture(zeros, 0.3, 1e-13), 0);
  const vast = batchesOf([
    [1, 40],
    [2 ** 39.999, 1],
    [2 ** 41, 60],
  ]);
  // all above the second last bin's middle, or above the last: no value is shared there
  close(quantileDeparture(vast, 0.2, 2 ** 42)!, score(vast, 0.2, 60 / 101.5 - 0.8), 1e-9);
  close(quantileDeparture(vast, 0.6, 2 ** 42)!, score(vast, 0.6, 60 / 101.5 - 0.4), 1e-9);
  const third = lowerEdge(BIN_COUNT - 3);
  const shared = batchesOf([
    [1, 40],
    [third, 60],
  ]);
  assert.equal(quantileDeparture(shared, 0.6, third), 0);
  const second = lowerEdge(BIN_COUNT - 2);
  close(quantileDeparture(vast, 0.6, second)!, score(vast, 0.6, 61 / 101.5 - 0.4), 1e-9);
  close(quantileDeparture(vast, 0.2, second)!, score(vast, 0.2, 61 / 101.5 - 0.8), 1e-9);
});

test("what has no scatter, or too few batches to show it, has no z, unless it agrees", () => {
  const constant = tailsOf(() => 0.3, 10);
  assert.equal(quantileDeparture(constant, 0.5, 0.3), 0);
  assert.equal(quantileDeparture(constant, 0.5, 0.31), null);
  const draw = exponential(uniforms(4), 1);
  const few = (batches: number) =>
    new Tails([Array.from({ length: batches }, () => binned(Array.from({ length: 50 }, draw)))]);
  const two = few(2);
  assert.equal(quantileDeparture(two, 0.5, 1), null);
  assert.equal(quantileDeparture(two, 0.5, binQuantile(two.pooled, 0.5)), 0);
  assert.notEqual(quantileDeparture(few(3), 0.5, 1), null);
});
