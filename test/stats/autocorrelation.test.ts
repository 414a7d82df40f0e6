import assert from "node:assert/strict";
import { test } from "vitest";
import { correlationTimes, effectiveObservations } from "../../src/stats/autocorrelation.ts";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { type Estimate, ratioOf, varianceOf } from "../../src/stats/estimate.ts";
import { isTooShort } from "../../src/stats/quality.ts";
import type { Series } from "../../src/stats/series.ts";
import { spectrumAtZero } from "../../src/stats/spectral.ts";
import { close } from "./close.ts";
import { exponential, singleServer, uniforms } from "./single-server.ts";

const levelOf = (series: Series): Estimate =>
  ratioOf(
    series,
    series.map((run) => run.map(() => 1)),
  );

/** Means over batches of an autoregression with coefficient e^(−1/relaxation). */
function autoregression(uniform: () => number, relaxation: number, batches: number, size: number): Float64Array {
  const phi = Math.exp(-1 / relaxation);
  let x = 0;
  const step = () => {
    x = phi * x + Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    return x;
  };
  for (let i = 0; i < 20 * relaxation; i++) step();
  return Float64Array.from({ length: batches }, () => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += step();
    return sum / size;
  });
}

test("independent observations count fully, less the doubt about the variance", () => {
  const uniform = uniforms(1);
  const ratios = Array.from({ length: 300 }, () => {
    const sum = [Float64Array.from({ length: 128 }, uniform)];
    const one = sum.map((run) => run.map(() => 1));
    const square = sum.map((run) => run.map((x) => x * x));
    const mean = ratioOf(sum, one);
    return effectiveObservations(mean, varianceOf(one, sum, square).value) / 128;
  });
  // Below the truth in four of five: 240 ± 4 · 7.
  const below = ratios.filter((x) => x < 1).length;
  assert.ok(below > 212 && below < 268, `${below}`);
});

test("the doubt is the fifth percentile times four of a chi-square law with the spectrum's degrees of freedom", () => {
  const series = [autoregression(uniforms(2), 1, 230, 1)];
  const { density } = spectrumAtZero(series)!;
  // χ² with 9.355154 degrees at 0.2 is 5.662509, by SciPy.
  close(effectiveObservations(levelOf(series), 1), (230 / density) * (5.662509 / 9.355154), 1e-5 * (230 / density));
});

test("what does not vary is known at once, whatever rounding leaves of its variance", () => {
  const n = new Float64Array(40).fill(1000);
  const sum = Float64Array.from(n, (count, i) => count * 0.1 * (1 + (i % 3) * 2 ** -52));
  const square = Float64Array.from(n, (count, i) => count * 0.01 * (1 + (i % 5) * 2 ** -52));
  const { value } = varianceOf([n], [sum], [square]);
  assert.equal(effectiveObservations(ratioOf([sum], [n]), Math.abs(value)), Number.POSITIVE_INFINITY);
});

test("a variance counts if it is more than 10⁻¹² of the squared mean, however large or small the mean is", () => {
  const level = levelOf([autoregression(uniforms(4), 1, 100, 1)]);
  for (const value of [1e6, 0.1, 1e-6]) {
    const one = effectiveObservations({ ...level, value }, 1);
    assert.equal(effectiveObservations({ ...level, value }, 0.99e-12 * value ** 2), Number.POSITIVE_INFINITY);
    close(
      effectiveObservations({ ...level, value }, 1.001e-12 * value ** 2),
      1.001e-12 * value ** 2 * one,
      one * 1e-24,
    );
  }
  assert.equal(effectiveObservations(levelOf([new Float64Array(200)]), 0), Number.POSITIVE_INFINITY);
});

test("with few batches the variance comes from batch means", () => {
  const level = levelOf([autoregression(uniforms(3), 2, 14, 4)]);
  const { standardError } = batchMeansInterval(level, 0.95);
  // χ² with 13 degrees at 0.2 is 8.633861, by SciPy.
  close(effectiveObservations(level, 1), 8.633861 / 13 / standardError ** 2, 1e-5 / standardError ** 2);
});

test("the run length is that at which batch means show their share of the long-run variance", () => {
  for (const [relaxation, size, seed, samples] of [
    [1, 1, 2, 1],
    [20, 10, 30, 1],
    [20, 40, 60, 1],
    [20, 40, 40, 60],
    [20, 1, 21, 1],
    [100, 1, 101, 1],
    [5, 1, 6, 1],
    [1, 5, 6, 1],
  ]) {
    const uniform = uniforms(seed);
    for (let sample = 0; sample < samples; sample++) {
      const level = levelOf([autoregression(uniform, relaxation, 256, size)]);
      const long = 256 / effectiveObservations(level, 1); // the variance per batch in the long run
      const perBatch = level.influence[0].reduce((sum, x) => sum + x * x, 0) / 256;
      const u = (2 * correlationTimes(level)) / 256;
      close((1 + Math.expm1(-u) / u) / Math.min(1, perBatch / long), 1, 1e-9);
    }
  }
});

test("a level's run length in correlation times is rarely exaggerated, and not much understated", () => {
  // The integrated autocorrelation time of an autoregression is coth(1/2τ), about 2τ; batches of 1/2, 2 and 5 τ.
  for (const size of [10, 40, 100]) {
    const uniform = uniforms(size);
    const truth = (256 * size) / 40;
    const found = Array.from({ length: 100 }, () => {
      return correlationTimes(levelOf([autoregression(uniform, 20, 256, size)])) / truth;
    });
    // Below the truth in four of five cases or more: at least 80 − 4 · 4 of 100.
    assert.ok(found.filter((x) => x < 1).length >= 64);
    // The median is 0.48, 0.49 and 0.36 of the truth, measured over 400 series.
    const median = found.sort((a, b) => a - b)[50];
    assert.ok(median > 0.25 && median < 0.65, `${median}`);
  }
});

test("what does not vary, and batches without correlation, give no reason for doubt", () => {
  assert.equal(correlationTimes(levelOf([new Float64Array(200).fill(4)])), Number.POSITIVE_INFINITY);
  assert.equal(effectiveObservations(levelOf([new Float64Array(200).fill(4)]), 0), Number.POSITIVE_INFINITY);
  const alternating = Float64Array.from({ length: 200 }, (_, b) => b % 2);
  assert.equal(correlationTimes(levelOf([alternating])), Number.POSITIVE_INFINITY);
});

test("M/M/1 at 0.99 load is too short with 10⁵ customers, at 0.8 it is not", () => {
  for (let seed = 0; seed < 5; seed++) {
    for (const [load, short] of [
      [0.99, true],
      [0.8, false],
    ] as const) {
      const uniform = uniforms(1000 * load + seed);
      const traffic = { interval: exponential(uniform, 1 / load), service: exponential(uniform, 1) };
      const { sojourn, area } = singleServer({ ...traffic, horizon: 1e5 / load, batches: 256 });
      const [count, sum, squares] = [[sojourn.count], [sojourn.sum], [sojourn.squares]];
      const variance = varianceOf(count, sum, squares).value;
      assert.equal(isTooShort(effectiveObservations(ratioOf(sum, count), variance)), short);
      assert.equal(isTooShort(correlationTimes(levelOf([area]))), short);
    }
  }
});

test("batches of more than a million relaxation times count as without correlation", () => {
  // noise and a wave that makes every second batch larger: the more of the wave, the less is left of the correlation
  const noise = autoregression(uniforms(9), 1, 256, 1);
  const mixed = (wave: number) => levelOf([noise.map((x, b) => x + wave * (-1) ** b)]);
  const shareOf = (wave: number) => {
    const level = mixed(wave);
    return (level.influence[0].reduce((sum, x) => sum + x * x, 0) / 256) * (effectiveObservations(level, 1) / 256);
  };
  const waveOf = (share: number) => {
    let [low, high] = [0, 10];
    for (let i = 0; i < 60; i++) {
      if (shareOf((low + high) / 2) < share) low = (low + high) / 2;
      else high = (low + high) / 2;
    }
    return high;
  };
  assert.ok(shareOf(0) < 0.9 && shareOf(10) > 1);
  close(correlationTimes(mixed(waveOf(1 - 2e-6))) / 64e6, 1, 1e-6); // 256/2 times 1/2e-6
  close(correlationTimes(mixed(waveOf(1 - 1.002e-6))) / (128e6 / 1.002), 1, 1e-6);
  assert.equal(correlationTimes(mixed(waveOf(1 - 0.998e-6))), Number.POSITIVE_INFINITY);
  assert.equal(correlationTimes(mixed(waveOf(1 - 1e-7))), Number.POSITIVE_INFINITY);
});
