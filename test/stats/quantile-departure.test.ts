import assert from "node:assert/strict";
import { test } from "vitest";
import { BIN_COUNT, type Bins, binOf, binQuantile } from "../../src/stats/histogram.ts";
import { quantileInterval } from "../../src/stats/quantile.ts";
import { quantileDeparture } from "../../src/stats/quantile-departure.ts";
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
