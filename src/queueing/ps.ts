import { type Complex, over, plus, scaled } from "./complex.ts";
import { mustBePositive } from "./domain.ts";
import { invert } from "./inversion.ts";
import { mmc } from "./mmc.ts";
import { quantile } from "./quantile.ts";
import type { NumberLaw, SojournLaw, SteadyState } from "./steady-state.ts";

/**
 * M/G/c with processor sharing: all messages present share the servers equally, each using at most one. The number
 * present is that of M/M/c whatever the law of service, and a message of size x stays x·`slowdown` on average.
 * `waitingTime` and `numberInQueue` are 0, as service begins on arrival.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service mean service time on a server of one's own [s], > 0
 * @param c number of servers, an integer ≥ 1
 * @throws UnstableQueueError when λE[S] ≥ c
 * @see Cohen (1979), Acta Informatica 12, 245–284
 */
export function processorSharing(
  lambda: number,
  service: number,
  c: number,
): SteadyState & NumberLaw & { slowdown: number } {
  mustBePositive("mean service time", service);
  const { utilization, numberInSystem, sojournTime, probability, numberVariance } = mmc(lambda, 1 / service, c);
  return {
    utilization,
    numberInSystem,
    numberInQueue: 0,
    sojournTime,
    waitingTime: 0,
    probability,
    numberVariance,
    slowdown: sojournTime / service,
  };
}

/**
 * `processorSharing` with exponential service, and the law of the sojourn: a message that shares with n others leaves,
 * gains or loses company, which is a Markov chain solved in the transform domain; absolute error near 10⁻⁹.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @throws UnstableQueueError when λ ≥ cμ
 */
export function exponentialProcessorSharing(
  lambda: number,
  mu: number,
  c: number,
): ReturnType<typeof processorSharing> & SojournLaw & { sojournVariance: number } {
  const averages = processorSharing(lambda, 1 / mu, c);
  const company = companyOf(averages, c);
  const rates = { lambda, mu, c };
  const average = (values: Complex[]) =>
    values.reduce((sum, value, n) => plus(sum, scaled(company[n], value)), [0, 0] as Complex);
  const sojournTail = (t: number) =>
    t <= 0
      ? 1
      : Math.min(
          1,
          Math.max(
            0,
            invert((re, im) => average(integrals(rates, [re, im], unit(company.length))), t),
          ),
        );
  const means = integrals(rates, [0, 0], unit(company.length));
  const halfSquares = integrals(rates, [0, 0], means);
  return {
    ...averages,
    sojournVariance: 2 * average(halfSquares)[0] - average(means)[0] ** 2,
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, averages.sojournTime),
  };
}

/** Probabilities of finding 0, 1, 2, … others, as far as they matter. */
function companyOf({ probability, utilization }: SteadyState & NumberLaw, c: number): number[] {
  const levels = c + Math.ceil(40 / -Math.log(utilization));
  return Array.from({ length: levels }, (_, n) => probability(n));
}

function unit(length: number): Complex[] {
  return Array.from({ length }, () => [1, 0]);
}

/**
 * E ∫ exp(−st) f(company at t) dt over the sojourn, for each initial company n: with total service rate m = μ min(n + 1, c),
 * (s + λ + m) hₙ = f(n) + λ hₙ₊₁ + m n/(n + 1) hₙ₋₁, a tridiagonal system eliminated from n = 0 upwards.
 */
function integrals(rates: { lambda: number; mu: number; c: number }, s: Complex, f: Complex[]): Complex[] {
  const { lambda, mu, c } = rates;
  const last = f.length - 1;
  const onward: Complex[] = []; // hₙ = onward[n]·hₙ₊₁ + constant[n]
  const constant: Complex[] = [];
  for (let n = 0; n <= last; n++) {
    const total = mu * Math.min(n + 1, c);
    const back = (total * n) / (n + 1);
    const gain = n < last ? lambda : 0; // at the last level arrivals are ignored
    const [before, known] = n > 0 ? [onward[n - 1], constant[n - 1]] : [[0, 0] as const, [0, 0] as const];
    const pivot = plus([s[0] + gain + total, s[1]], scaled(-back, before));
    onward.push(over([gain, 0], pivot));
    constant.push(over(plus(f[n], scaled(back, known)), pivot));
  }
  const h = constant;
  for (let n = last - 1; n >= 0; n--) {
    h[n] = plus(constant[n], [
      onward[n][0] * h[n + 1][0] - onward[n][1] * h[n + 1][1],
      onward[n][0] * h[n + 1][1] + onward[n][1] * h[n + 1][0],
    ]);
  }
  return h;
}
