import assert from "node:assert/strict";
import { test } from "vitest";
import type { Estimate } from "../../src/stats/estimate.ts";
import { growthOf } from "../../src/stats/growth.ts";
import { tailIndex, topShare } from "../../src/stats/heavy-tail.ts";
import { type Bins, binOf, lowerEdge, upperEdge } from "../../src/stats/histogram.ts";
import {
  isAutocorrelated,
  isFewBeyond,
  isGrowing,
  isHeavyTailed,
  isTooShort,
  isUnseen,
} from "../../src/stats/quality.ts";
import { vonNeumannTest } from "../../src/stats/von-neumann.ts";
import { close } from "./close.ts";

/* Where each warning begins, to one side and to the other. */

/** Counts of values, from the bin of the least on. */
function binsOf(counts: [value: number, count: number][]): Bins {
  const first = Math.min(...counts.map(([value]) => binOf(value)));
  const all = new Float64Array(Math.max(...counts.map(([value]) => binOf(value))) - first + 1);
  for (const [value, count] of counts) all[binOf(value) - first] += count;
  return { first, counts: all };
}

const middle = (value: number) => (lowerEdge(binOf(value)) + upperEdge(binOf(value))) / 2;

test("exactly a thousand observations beyond a quantile are not few", () => {
  assert.equal(isFewBeyond(2000, 0.5), false);
  assert.equal(isFewBeyond(1999, 0.5), true);
});

test("exactly a twentieth that cannot have been seen is not too much", () => {
  assert.equal(isUnseen(0.05), false);
  assert.equal(isUnseen(0.0501), true);
});

test("exactly fifty autocorrelation times are not too short", () => {
  assert.equal(isTooShort(50), false);
  assert.equal(isTooShort(49.999), true);
});

/** Two neighbours between 0 and 1, of which one has the property and the other, above or below, has not. */
function crossing(holds: (x: number) => boolean): [yes: number, no: number] {
  const atZero = holds(0);
  assert.notEqual(holds(1), atZero);
  let [low, high] = [0, 1];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (holds(middle) === atZero) low = middle;
    else high = middle;
  }
  return atZero ? [low, high] : [high, low];
}

test("batches hang together from a chance of one in a hundred on", () => {
  // series whose correlation grows: the verdict changes where the test's chance passes 0.01
  const wave = (share: number): Estimate => {
    const x = Float64Array.from({ length: 20 }, (_, b) => share * Math.sin(b / 3) + (1 - share) * (-1) ** b);
    const mean = x.reduce((sum, value) => sum + value, 0) / 20;
    return { value: 0, influence: [x.map((value) => value - mean)] };
  };
  const [related, unrelated] = crossing((share) => vonNeumannTest(wave(share)) < 0.01);
  assert.equal(isAutocorrelated(wave(related)), true);
  assert.equal(isAutocorrelated(wave(unrelated)), false);
});

test("the part of the largest and the index of the tail are those of the bins' middles, wherever the bins begin", () => {
  const bins = binsOf([
    [1, 9990],
    [600, 10],
  ]);
  const top = (10 * middle(600)) / (10 * middle(600) + 9990 * middle(1));
  close(topShare(bins, 0.001), top, 1e-15);
  close(topShare(bins, 0.0005), top / 2, 1e-15);
  close(topShare(bins, 0.002), top + (10 * middle(1)) / (10 * middle(600) + 9990 * middle(1)), 1e-15);
  // 20 of 10,000 are asked for: all from 1 on count, and 10 of them lie ln(600/1) beyond
  close(tailIndex(bins, 0.002), 10_000 / (10 * Math.log(middle(600) / middle(1))), 1e-9);
  assert.equal(tailIndex(bins, 0.0005), Number.POSITIVE_INFINITY);
  const last = binsOf([
    [1, 1],
    [2 ** 41, 1],
  ]); // the last bin has no upper edge, and counts as its lower
  close(topShare(last, 0.5), 2 ** 40 / (2 ** 40 + middle(1)), 1e-15);
});

test("a tail is heavy from a fifth of the sum on", () => {
  // of 100,000 the largest 100, and one more that does not count, stand at 250, about, in bins of 2
  const seen = new Set<boolean>();
  for (let value = 240; value < 260; value++) {
    const bins = binsOf([
      [1, 99_899],
      [value, 101],
    ]);
    const heavy = 100 * middle(value) > 0.2 * (101 * middle(value) + 99_899 * middle(1));
    assert.equal(isHeavyTailed(bins), heavy, `${value}`);
    seen.add(heavy);
  }
  assert.equal(seen.size, 2);
});

test("a tail is heavy below an index of two", () => {
  // the largest hundredth, 100 of 10,000, is one step of e^x above the other half of it: the index is 2/x, about
  for (let step = 0.9; step < 1.1; step += 0.01) {
    const bins = binsOf([
      [1, 9900],
      [2, 50],
      [2 * Math.exp(step), 50],
    ]);
    const index = 100 / (50 * Math.log(middle(2 * Math.exp(step)) / middle(2)));
    assert.equal(isHeavyTailed(bins), index < 2, `${index}`);
  }
});

test("a level grows if it rises by more than half its mean, and not by chance", () => {
  const line = (rise: number, noise: number) => [
    Float64Array.from({ length: 20 }, (_, b) => 100 + rise * 100 * ((b - 9.5) / 20) + noise * (((b * 7919) % 13) - 6)),
  ];
  // for certain, but by how much: a rise of half the mean, and by 0 … 1 of it
  const [much, little] = crossing((rise) => (growthOf(line(rise, 0.001))?.rise ?? 0) > 0.5);
  assert.equal(isGrowing(line(little, 0.001)), false);
  assert.equal(isGrowing(line(much, 0.001)), true);
  // by much, but with noise of 5 … 40
  const noisy = (share: number) => line(1.5, 5 + 35 * share);
  const [sure, unsure] = crossing((share) => (growthOf(noisy(share))?.chance ?? 1) < 1e-4);
  assert.ok((growthOf(noisy(sure))?.rise ?? 0) > 0.5);
  assert.equal(isGrowing(noisy(sure)), true);
  assert.equal(isGrowing(noisy(unsure)), false);
  assert.equal(isGrowing([new Float64Array(20)]), false);
});
