import { type Complex, exp, expm1, log, log1p, minus, ONE, over, plus, scaled, times } from "./complex.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import { manyCoefficients } from "./generating-function.ts";
import { invert } from "./inversion.ts";
import { md1Law } from "./md1.ts";
import { quantile } from "./quantile.ts";
import {
  type NumberLaw,
  type SojournLaw,
  type Spread,
  type SteadyState,
  utilizationOf,
  type WaitingLaw,
} from "./steady-state.ts";

/**
 * M/D/c: Poisson arrivals, constant service, `c` equal servers behind one queue, first come, first served. Exact, by
 * Crommelin's generating function: E[z^Nq] = (c − a)(1 − z) Π (z − zⱼ)/(1 − zⱼ) / (exp(a(z − 1)) − zᶜ), where a = λD and
 * z₁ … z₍c₋₁₎ are the zeros of the denominator inside the unit disc.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service service time D [s], > 0
 * @param c number of servers, an integer ≥ 1
 * @throws UnstableQueueError when λD ≥ c
 */
export function mdc(
  lambda: number,
  service: number,
  c: number,
): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service time D", service);
  mustBeWhole("number of servers c", c, 1);
  const rho = utilizationOf(lambda, 1 / service, c);
  const inverses = zerosInside(c, lambda * service).map((u) => over(ONE, u));
  const queue = queueMoments(lambda * service, c, inverses);
  const waitingTime = queue.mean / lambda;
  const waitingVariance = queue.factorialVariance / lambda ** 2;
  const law = c === 1 ? md1Law(lambda, service) : mdcLaw(lambda, lambda * service, c, inverses);
  const sojournTail = (t: number) => (t < service ? 1 : law.waitingTail(t - service));
  return {
    utilization: rho,
    numberInQueue: queue.mean,
    numberInSystem: queue.mean + lambda * service,
    waitingTime,
    sojournTime: waitingTime + service,
    waitingVariance,
    sojournVariance: waitingVariance,
    numberVariance: queue.factorialVariance + queue.mean + lambda * service,
    ...law,
    waitingQuantile: (p) => quantile(law.waitingTail, p, service / c),
    sojournTail,
    sojournQuantile: (p) => service + quantile(law.waitingTail, p, service / c),
  };
}

/** 1 − zⱼ for the roots of zᶜ = exp(a(z − 1)), |z| < 1: one for each c-th root of unity but 1 itself. */
function zerosInside(c: number, a: number): Complex[] {
  return Array.from({ length: c - 1 }, (_, j) => {
    const unity: Complex = exp([0, (2 * Math.PI * (j + 1)) / c]);
    let z: Complex = [0, 0];
    for (let step = 0; step < 60; step++) {
      const image = times(unity, exp(scaled(a / c, minus(z, ONE))));
      // a few plain iterations of the contraction, then Newton's
      const change = step < 4 ? minus(image, z) : over(minus(image, z), minus(ONE, scaled(a / c, image)));
      z = plus(z, change);
      if (Math.hypot(...change) < 1e-16) break;
    }
    return minus(ONE, z);
  });
}

/** ln of zᶜ/exp(a(z − 1)) at z = 1 − u, with all digits where u is small and a close to c. */
function kernel(u: Complex, c: number, a: number): Complex {
  return minus(scaled(c, log1pLessIdentity(u)), scaled(c - a, u));
}

/** ln(1 − u) + u. */
function log1pLessIdentity(u: Complex): Complex {
  if (Math.hypot(...u) > 0.2) return plus(log1p(scaled(-1, u)), u);
  let sum: Complex = [0, 0];
  for (let k = 30; k >= 2; k--) sum = times(u, plus(sum, [-1 / k, 0]));
  return times(u, sum);
}

/** E[Nq] and E[Nq(Nq − 1)] − E[Nq]², from the expansion of the generating function at z = 1. */
function queueMoments(a: number, c: number, inverses: Complex[]): { mean: number; factorialVariance: number } {
  const alpha = (a ** 2 - c * (c - 1)) / (2 * (c - a));
  const beta = (c * (c - 1) * (c - 2) - a ** 3) / (6 * (c - a));
  const sum = inverses.reduce((total, [re]) => total + re, 0);
  const squares = inverses.reduce((total, r) => total + times(r, r)[0], 0);
  return { mean: Math.max(0, alpha + sum), factorialVariance: Math.max(0, alpha ** 2 - 2 * beta - squares) };
}

/** Laws by inversion: those waiting came during the wait, so E[exp(−sWq)] is E[z^Nq] at 1 − z = s/λ. */
function mdcLaw(lambda: number, a: number, c: number, inverses: Complex[]) {
  const [re, im] = [0, 1].map((part) => Float64Array.from(inverses, (r) => r[part]));
  const noWait = (c - a) * Math.exp(logOfProduct(re, im, [0, 0])[0]);
  const queueTransform = (away: Complex): Complex => {
    const product = logOfProduct(re, im, away);
    const ratio = kernel(away, c, a);
    // whichever of zᶜ and exp(a(z − 1)) is larger is divided out, lest it overflow
    const [rest, divisor] =
      ratio[0] > 0
        ? [expm1(scaled(-1, ratio)), scaled(c, log1p(scaled(-1, away)))]
        : [scaled(-1, expm1(ratio)), scaled(-a, away)];
    return over(times(scaled(c - a, away), exp(minus(product, divisor))), rest);
  };
  const waitingTail = (t: number) => {
    if (t <= 0) return t < 0 ? 1 : 1 - noWait;
    const transform = (x: number, y: number) => over(minus(ONE, queueTransform([x / lambda, y / lambda])), [x, y]);
    return Math.min(1, Math.max(0, invert(transform, t)));
  };
  const numberTransform = (x: number, y: number) => times(queueTransform([1 - x, -y]), exp([a * (x - 1), a * y]));
  return { waitingTail, probability: manyCoefficients(numberTransform) };
}

/** A logarithm of Π (1 − u/(1 − zⱼ)) at u = `away`, or of Π 1/(1 − zⱼ) at u = 0; the product itself may overflow. */
function logOfProduct(re: Float64Array, im: Float64Array, away: Complex): Complex {
  let sum: Complex = [0, 0];
  let [x, y] = [1, 0];
  const atZero = away[0] === 0 && away[1] === 0;
  for (let j = 0; j < re.length; j++) {
    const a = atZero ? re[j] : 1 - (away[0] * re[j] - away[1] * im[j]);
    const b = atZero ? im[j] : -(away[0] * im[j] + away[1] * re[j]);
    [x, y] = [x * a - y * b, x * b + y * a];
    const size = Math.abs(x) + Math.abs(y);
    if (size < 1e100 && size > 1e-100) continue;
    sum = plus(sum, log([x, y]));
    [x, y] = [1, 0];
  }
  return plus(sum, log([x, y]));
}
