import type { Series } from "./series.ts";

/**
 * How strongly a series oscillates at the frequencies 1/n, 2/n, …, `count`/n per batch, averaged over its runs of n
 * batches: |Σ xₜ e^(−2πi·jt/n)|² / n. At low frequencies its expectation is n times the variance of a run's mean.
 * Stops short of half an oscillation per batch, where there is no phase and the ordinate has another law.
 */
export function periodogram(series: Series, count: number): Float64Array {
  const n = series[0].length;
  const cosines = Float64Array.from({ length: n }, (_, t) => Math.cos((2 * Math.PI * t) / n));
  const sines = Float64Array.from({ length: n }, (_, t) => Math.sin((2 * Math.PI * t) / n));
  return Float64Array.from({ length: Math.min(count, Math.floor((n - 1) / 2)) }, (_, i) => {
    let power = 0;
    for (const run of series) power += squaredAmplitude(run, i + 1, cosines, sines);
    return power / n / series.length;
  });
}

function squaredAmplitude(run: Float64Array, j: number, cosines: Float64Array, sines: Float64Array): number {
  const n = run.length;
  let real = 0;
  let imaginary = 0;
  for (let t = 0; t < n; t++) {
    const angle = (j * t) % n;
    real += run[t] * cosines[angle];
    imaginary += run[t] * sines[angle];
  }
  return real * real + imaginary * imaginary;
}
