import assert from "node:assert/strict";
import { test } from "vitest";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { ccdf, shareInterval } from "../../src/stats/ccdf.ts";
import { type Bins, binOf, binTail, binTotal, lowerEdge, upperEdge } from "../../src/stats/histogram.ts";
import { spectralInterval } from "../../src/stats/spectral.ts";
import { Tails } from "../../src/stats/tails.ts";
import { close } from "./close.ts";
import { exponential, uniforms } from "./single-server.ts";

/** Histograms of independent exponential observations of mean 1. */
function histograms(runs: number, batches: number, each: number): Bins[][] {
  const draw = exponential(uniforms(runs), 1);
  return Array.from({ length: runs }, () =>
    Array.from({ length: batches }, () => {
      const values = Array.from({ length: each }, draw);
      const first = Math.min(...values.map(binOf));
      const counts = new Uint32Array(Math.max(...values.map(binOf)) - first + 1);
      for (const x of values) counts[binOf(x) - first]++;
      return { first, counts };
    }),
  );
}

test("shares read from sums agree with shares counted bin by bin", () => {
  const batches = histograms(2, 5, 40);
  const tails = new Tails(batches);
  assert.equal(tails.count, 400);
  assert.deepEqual(
    tails.counts,
    batches.map((run) => Float64Array.from(run, binTotal)),
  );
  // ends of the batches' histograms, a third of the way through a bin
  const ends = batches
    .flat()
    .flatMap(({ first, counts }) =>
      [first, first + counts.length - 1].map((bin) => (2 * lowerEdge(bin) + upperEdge(bin)) / 3),
    );
  for (const x of [0, 1e-15, 1e-3, 0.2, 0.7, 1, 3.3, 7, 1e15, ...ends]) {
    const { value, influence } = tails.shareAbove(x);
    close(value, binTail(tails.pooled, x), 1e-14);
    for (const [r, run] of batches.entries()) {
      for (const [b, bins] of run.entries()) close(influence[r][b], binTail(bins, x) - value, 1e-13);
    }
  }
});

test("batches without observations pull nothing", () => {
  const none: Bins = { first: 0, counts: new Uint32Array(0) };
  const tails = new Tails([[none, { first: binOf(1), counts: Uint32Array.of(3, 1) }]]);
  assert.deepEqual(tails.counts, [Float64Array.of(0, 4)]);
  close(tails.shareAbove(1 + 1 / 128).value, 0.25, 0);
  assert.equal(tails.shareAbove(1 + 1 / 128).influence[0][0], 0);
  assert.throws(() => new Tails([[none]]).shareAbove(1), RangeError);
});

test("the complementary cdf has intervals symmetric in the logit of the share, about as wide as in the share", () => {
  const tails = new Tails(histograms(4, 128, 20));
  const x = [0.5, 1, 2, 4, 6];
  for (const [i, { value, low, high }] of ccdf(tails, x, 0.95).entries()) {
    close(value, tails.shareAbove(x[i]).value, 0);
    assert.ok(0 < low && low < value && value < high && high < 1);
    const logit = (p: number) => Math.log(p / (1 - p));
    const spectral = spectralInterval(tails.shareAbove(x[i]), 0.95)!;
    const reach = (spectral.high - value) / value / (1 - value);
    close(logit(high) - logit(value), reach, 1e-9);
    close(logit(value) - logit(low), reach, 1e-9);
  }
});

test("where all or none lie beyond, the complementary cdf is 1 or 0", () => {
  const tails = new Tails(histograms(2, 64, 10));
  assert.deepEqual(ccdf(tails, [0, 1e6], 0.95), [
    { value: 1, low: 1, high: 1 },
    { value: 0, low: 0, high: 0 },
  ]);
});

test("with too few batches for a spectrum the interval of a share comes from batch means", () => {
  const share = new Tails(histograms(1, 14, 50)).shareAbove(1);
  assert.equal(spectralInterval(share, 0.95), null);
  const { low, high } = shareInterval(share, 0.95);
  assert.ok(low > 0.2 && low < share.value && share.value < high && high < 0.6);
  const { groups } = batchMeansInterval(share, 0.95);
  assert.equal(shareInterval(share, 0.95).degreesOfFreedom, groups - 1);
});
