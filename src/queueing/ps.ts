import type { Complex } from "./complex.ts";
import { mustBePositive } from "./domain.ts";
import { invert, QUANTILE_TOLERANCE } from "./inversion.ts";
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
  const ones = new Float64Array(company.length).fill(1);
  const transform = (re: number, im: number): Complex => {
    const h = integrals(rates, [re, im], ones);
    return [dot(company, h.re), dot(company, h.im)];
  };
  const sojournTail = (t: number) => (t <= 0 ? 1 : Math.min(1, Math.max(0, invert(transform, t))));
  const means = integrals(rates, [0, 0], ones).re;
  const halfSquares = integrals(rates, [0, 0], means).re;
  return {
    ...averages,
    sojournVariance: 2 * dot(company, halfSquares) - dot(company, means) ** 2,
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, averages.sojournTime, QUANTILE_TOLERANCE),
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Probabilities of finding 0, 1, 2, … others, until fewer than 10⁻¹³ of all cases remain. */
function companyOf({ probability, utilization }: SteadyState & NumberLaw, c: number): Float64Array {
  return Float64Array.from({ length: c + Math.ceil(30 / -Math.log(utilization)) }, (_, n) => probability(n));
}

/**
 * E ∫ exp(−st) f(company at t) dt over the sojourn, for each initial company n: with total service rate m = μ min(n + 1, c),
 * (s + λ + m) hₙ = f(n) + λ hₙ₊₁ + m n/(n + 1) hₙ₋₁, a tridiagonal system eliminated from n = 0 upwards. Hot path.
 */
function integrals(rates: { lambda: number; mu: number; c: number }, s: Complex, f: Float64Array) {
  const { lambda, mu, c } = rates;
  const last = f.length - 1;
  const [re, im] = [new Float64Array(f.length), new Float64Array(f.length)]; // of hₙ without its share of hₙ₊₁ …
  const [onward, onwardIm] = [new Float64Array(f.length), new Float64Array(f.length)]; // … and that share
  let [x, y, u, v] = [0, 0, 0, 0];
  for (let n = 0; n <= last; n++) {
    const total = mu * Math.min(n + 1, c);
    const back = (total * n) / (n + 1);
    const gain = n < last ? lambda : 0; // at the last level arrivals are ignored
    const p = s[0] + gain + total - back * u;
    const q = s[1] - back * v;
    const scale = 1 / (p * p + q * q);
    const a = f[n] + back * x;
    const b = back * y;
    x = re[n] = (a * p + b * q) * scale;
    y = im[n] = (b * p - a * q) * scale;
    u = onward[n] = gain * p * scale;
    v = onwardIm[n] = -gain * q * scale;
  }
  for (let n = last - 1; n >= 0; n--) {
    re[n] += onward[n] * re[n + 1] - onwardIm[n] * im[n + 1];
    im[n] += onward[n] * im[n + 1] + onwardIm[n] * re[n + 1];
  }
  return { re, im };
}
