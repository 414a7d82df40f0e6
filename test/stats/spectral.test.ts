import assert from "node:assert/strict";
import { test } from "vitest";
import { ratioOf } from "../../src/stats/estimate.ts";
import { dot, weightsAtZero } from "../../src/stats/extrapolation.ts";
import { periodogram } from "../../src/stats/periodogram.ts";
import { spectralInterval, spectrumAtZero } from "../../src/stats/spectral.ts";
import { close } from "./close.ts";
import { uniforms } from "./single-server.ts";

test("a periodogram shows an oscillation at its own frequency only", () => {
  const wave = Float64Array.from({ length: 48 }, (_, t) => 3 + 2 * Math.sin((2 * Math.PI * 5 * t) / 48 + 0.7));
  const power = periodogram([wave], 100);
  assert.equal(power.length, 23);
  // amplitude² n / 4
  for (const [i, x] of power.entries()) close(x, i === 4 ? 48 : 0, 1e-10);
});

test("the ordinates of a periodogram add up to the variance", () => {
  const uniform = uniforms(5);
  const run = Float64Array.from({ length: 101 }, uniform);
  const mean = run.reduce((sum, x) => sum + x, 0) / 101;
  const squares = run.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const power = periodogram([run], 100);
  close(2 * power.reduce((sum, x) => sum + x, 0), squares, 1e-10);
});

test("several runs have the mean of their periodograms", () => {
  const uniform = uniforms(6);
  const runs = Array.from({ length: 3 }, () => Float64Array.from({ length: 30 }, uniform));
  const separate = runs.map((run) => periodogram([run], 9));
  for (const [i, x] of periodogram(runs, 9).entries()) {
    close(x, (separate[0][i] + separate[1][i] + separate[2][i]) / 3, 1e-12);
  }
});

/** A first-order autoregression: the spectral density at 0 is 1 / (1 − phi)² when the noise has variance 1. */
function autoregression(uniform: () => number, phi: number, length: number): Float64Array {
  let x = 0;
  const noise = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  for (let i = 0; i < 60; i++) x = phi * x + noise();
  return Float64Array.from({ length }, () => {
    x = phi * x + noise();
    return x;
  });
}

test("the density at zero is unbiased, and varies as its degrees of freedom say, for one run and for several", () => {
  for (const runs of [1, 2, 4, 8, 20]) {
    const uniform = uniforms(runs);
    const spectra = Array.from({ length: 1000 }, () =>
      spectrumAtZero(Array.from({ length: runs }, () => autoregression(uniform, 0, Math.round(256 / runs) + 20))),
    ).map((spectrum) => spectrum!);
    const degrees = spectra[0].degreesOfFreedom;
    const mean = spectra.reduce((sum, one) => sum + one.density, 0) / 1000;
    const variance = spectra.reduce((sum, one) => sum + (one.density - mean) ** 2, 0) / 999;
    // Four standard errors; the density is close to lognormal with relative variance 2/degrees.
    close(mean, 1, 4 * Math.sqrt(2 / degrees / 1000));
    close(Math.log(variance * (degrees / 2)), 0, 4 * Math.sqrt(relativeVarianceOfVariance(2 / degrees) / 1000));
  }
});

/** Of the sample variance of a lognormal law with relative variance v: kurtosis − 1. */
function relativeVarianceOfVariance(v: number): number {
  const w = 1 + v;
  return w ** 4 + 2 * w ** 3 + 3 * w ** 2 - 3 - 1;
}

test("correlation raises the density at zero as far as a parabola can follow the spectrum", () => {
  const uniform = uniforms(77);
  const densities = Array.from({ length: 400 }, () => spectrumAtZero([autoregression(uniform, 0.5, 256)])!.density);
  const mean = densities.reduce((sum, x) => sum + x, 0) / 400;
  // The spectrum is 1/(1 − 2φ cos ω + φ²), 4 at zero.
  const positions = Array.from({ length: 32 }, (_, k) => 2 * k + 1.5);
  const logs = positions.map((j) => -Math.log(1.25 - Math.cos((2 * Math.PI * j) / 256)));
  const expected = Math.exp(dot(weightsAtZero(positions, 2), logs));
  assert.ok(expected > 4 && expected < 4.8); // the parabola errs to the safe side
  close(mean / expected, 1, 4 * Math.sqrt(2 / 9.36 / 400));
});

test("with 32 points the fit has the degrees of freedom that its variance gives", () => {
  // 0.300409… = [(X′X)⁻¹]₁₁ by NumPy for points 1.5, 3.5, … 63.5; ψ′(2) = π²/6 − 1
  const expected = 2 / Math.expm1((Math.PI ** 2 / 6 - 1) * 0.30040947988318234);
  const { degreesOfFreedom } = spectrumAtZero([autoregression(uniforms(1), 0, 230)])!;
  close(degreesOfFreedom, expected, 1e-9);
});

test("several runs are fitted at as many frequencies as one run of their total length has", () => {
  // 2 / (e^σ² − 1) with σ² = ψ′(runs) [(X′X)⁻¹]₁₁, by SciPy: 32 points for two runs, 16 for four, 8 from eight on.
  for (const [runs, expected] of [
    [2, 8.738688730119962],
    [4, 8.682743934827494],
    [8, 6.760927625528051],
  ]) {
    const series = Array.from({ length: runs }, (_, run) => autoregression(uniforms(run), 0, 230));
    close(spectrumAtZero(series)!.degreesOfFreedom, expected, 1e-9);
  }
});

test("the interval is symmetric and uses Student's t", () => {
  const series = [autoregression(uniforms(3), 0.3, 230)];
  const found = spectralInterval(ratioOf(series, [new Float64Array(230).fill(1)]), 0.95)!;
  const t = (found.high - found.value) / found.standardError;
  close(found.value - found.low, found.high - found.value, 1e-12);
  close(t, 2.249133515885302, 1e-9); // t with 9.36 degrees, by SciPy
});

test("too few batches show no spectrum", () => {
  assert.equal(spectrumAtZero([autoregression(uniforms(4), 0, 28)]), null);
  assert.equal(spectrumAtZero([autoregression(uniforms(4), 0, 3)]), null);
  assert.notEqual(spectrumAtZero([1, 2, 3, 4].map((seed) => autoregression(uniforms(seed), 0, 28))), null);
});

test("a series without variation, and one that only alternates, have next to no density at zero", () => {
  assert.equal(spectrumAtZero([new Float64Array(200)])!.density, 0);
  const alternating = Float64Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1 : -1));
  assert.ok(spectrumAtZero([alternating])!.density < 1e-20);
});

test("of a single blow the density at zero is that of a flat spectrum, as its few ordinates understate it", () => {
  // all ordinates are 1/n; a mean of two exponential variables has E[ln] = ψ(2) = 1 − γ less ln 2, and the correction for
  // the variance of the fit is that of a lognormal law with relative variance 2/degrees
  for (const n of [128, 200]) {
    const { density, degreesOfFreedom } = spectrumAtZero([
      Float64Array.from({ length: n }, (_, t) => (t === 3 ? 1 : 0)),
    ])!;
    const expected = 2 / Math.exp(1 - 0.5772156649015329) / Math.sqrt(1 + 2 / degreesOfFreedom) / n;
    close(density / expected, 1, 1e-9);
  }
});

test("two runs of 25 batches show two degrees of freedom of their spectrum, two of 24 do not", () => {
  const runs = (length: number) => [1, 2].map((seed) => autoregression(uniforms(seed), 0, length));
  assert.ok(spectrumAtZero(runs(25))!.degreesOfFreedom > 2);
  assert.equal(spectrumAtZero(runs(24)), null);
});

test("ordinates of exactly 0 leave the density at zero a number", () => {
  // opposite blows half a run apart oscillate at odd frequencies only
  const blows = Float64Array.from({ length: 128 }, (_, t) => (t === 0 ? 1 : t === 64 ? -1 : 0));
  const { density } = spectrumAtZero([blows, blows])!;
  assert.ok(density > 0 && density < 1);
});
