/** A law on consecutive whole numbers: `mass[i]` is the probability of `first + i`; outside it is below 10⁻³⁰⁰. */
export interface Levels {
  first: number;
  mass: Float64Array;
}

const NEGLIGIBLE = 1e-300;

/**
 * Stationary law of a birth–death process whose weights rise to one mode and fall from there.
 *
 * Weights are relative to the mode, so neither 10,000 servers nor a million waiting overflow.
 *
 * @param ratio birth rate in n divided by death rate in n + 1: weight(n + 1)/weight(n), ≥ 0 and non-increasing
 * @param last the highest state, or Infinity when `ratio` falls below 1 in the long run
 */
export function birthDeath(ratio: (n: number) => number, last: number): Levels {
  let mode = 0;
  while (mode < last && ratio(mode) > 1) mode++;
  const falling: number[] = [];
  for (let n = mode - 1, weight = 1 / ratio(n); n >= 0 && weight >= NEGLIGIBLE; weight /= ratio(--n)) {
    falling.push(weight);
  }
  const rising: number[] = [1];
  for (let n = mode, weight = ratio(n); n < last && weight >= NEGLIGIBLE; weight *= ratio(++n)) rising.push(weight);
  const mass = new Float64Array(falling.length + rising.length);
  mass.set(falling.reverse());
  mass.set(rising, falling.length);
  return { first: mode - falling.length, mass: normalized(mass) };
}

/** Scales non-negative weights, in place, to sum to 1. */
function normalized(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** P(N = n). */
export function probabilityOf({ first, mass }: Levels, n: number): number {
  return mass[n - first] ?? 0;
}

/** E[f(N)]. */
export function meanOf({ first, mass }: Levels, f: (n: number) => number): number {
  return mass.reduce((sum, probability, i) => sum + probability * f(first + i), 0);
}

/** Var N. */
export function varianceOf(levels: Levels): number {
  const mean = meanOf(levels, (n) => n);
  return meanOf(levels, (n) => (n - mean) ** 2);
}
