const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * P(X = n) for X Poisson with mean `mean` ≥ 0, accurate to a few units in the last place also where nⁿ overflows.
 *
 * The exponent is split into Stirling's error and a deviance, so that nothing large is ever subtracted.
 *
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities
 */
export function poissonProbability(n: number, mean: number): number {
  if (mean === 0) return n === 0 ? 1 : 0;
  if (n === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(n) - deviance(n, mean) - HALF_LOG_TWO_PI) / Math.sqrt(n);
}

/** ln n! − ln(√(2πn) (n/e)ⁿ), n ≥ 1. */
function stirlingError(n: number): number {
  if (n < 16) return logFactorial(n) - (HALF_LOG_TWO_PI + (n + 0.5) * Math.log(n) - n);
  const square = 1 / (n * n);
  return (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / n;
}

function logFactorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return Math.log(product);
}

/** n ln(n/m) + m − n ≥ 0, by a series where n and m are close. */
function deviance(n: number, m: number): number {
  const v = (n - m) / (n + m);
  if (Math.abs(v) > 0.1) return n * Math.log(n / m) + m - n;
  let sum = (n - m) * v;
  let power = 2 * n * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Σ P(X = n)·f(n) for X Poisson with mean `mean` and 0 ≤ f ≤ 1: what uniformization turns a Markov process into.
 *
 * Terms are added from the mode outwards until all that remain cannot change the sum.
 */
export function poissonMixture(mean: number, f: (n: number) => number): number {
  const mode = Math.floor(mean);
  const peak = poissonProbability(mode, mean);
  let sum = peak * f(mode);
  let weight = peak;
  for (let n = mode; n > 0; n--) {
    weight *= n / mean;
    sum += weight * f(n - 1);
    if (weight * n <= sum * 1e-18 || weight === 0) break;
  }
  weight = peak;
  for (let n = mode + 1; ; n++) {
    weight *= mean / n;
    sum += weight * f(n);
    if (weight * n <= sum * 1e-18 || weight === 0) return sum;
  }
}
