import { birthDeath, meanOf, probabilityOf, varianceOf } from "./birth-death.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import { integral } from "./quadrature.ts";
import { quantile } from "./quantile.ts";
import type { Losses, NumberLaw, SojournLaw, SteadyState, WaitingLaw } from "./steady-state.ts";

/**
 * Erlang A, M/M/c+M: as M/M/c, but a message that is still waiting after an exponential patience leaves unserved.
 * Any load is stable. Times are those of the messages that are served, so Little's law ties them to `throughput`
 * and `numberInQueue` only together with the wait of those who left.
 *
 * @param lambda rate of offered arrivals λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @param patience mean patience 1/θ [s], > 0
 */
export function erlangA(
  lambda: number,
  mu: number,
  c: number,
  patience: number,
): SteadyState & Losses & WaitingLaw & SojournLaw & NumberLaw & { delayProbability: number } {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  mustBePositive("mean patience", patience);
  const departures = (n: number) => Math.min(n, c) * mu + Math.max(0, n - c) / patience;
  const levels = birthDeath((n) => lambda / departures(n + 1), Infinity);
  const busy = meanOf(levels, (n) => Math.min(n, c));
  const served = (busy * mu) / lambda;
  const numberInQueue = meanOf(levels, (n) => Math.max(0, n - c));
  // found[j]: an arrival finds j messages waiting ahead of it, and outlasts them
  const found = new Float64Array(Math.max(0, levels.first + levels.mass.length - c));
  for (let j = 0; j < found.length; j++) {
    found[j] = (probabilityOf(levels, c + j) * c * mu) / (c * mu + (j + 1) / patience);
  }
  const law = waitOfServed(found, c * mu, patience, served);
  const sojournTime = law.waitingTime + 1 / mu;
  const sojournTail = (t: number) => (t <= 0 ? 1 : tailWithService(law.waitingTail, mu, t));
  return {
    utilization: busy / c,
    numberInSystem: busy + numberInQueue,
    numberInQueue,
    throughput: busy * mu,
    lossProbability: numberInQueue / patience / lambda,
    delayProbability: meanOf(levels, (n) => (n >= c ? 1 : 0)),
    sojournTime,
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, sojournTime),
    probability: (n) => probabilityOf(levels, n),
    numberVariance: varianceOf(levels),
    ...law,
  };
}

/** Waiting of those served: behind j others it is a sum of exponentials of rates r + θ, …, r + (j + 1)θ. */
function waitOfServed(found: Float64Array, rate: number, patience: number, served: number) {
  let waitingTime = 0;
  let stages = 0;
  for (let j = 0; j < found.length; j++) {
    stages += 1 / (rate + (j + 1) / patience);
    waitingTime += (found[j] * stages) / served;
  }
  const atLeast = found.slice(); // atLeast[i] = Σ over j ≥ i
  for (let i = atLeast.length - 1; i > 0; i--) atLeast[i - 1] += atLeast[i];
  const waitingTail = (t: number) => (t < 0 ? 1 : passages(atLeast, rate * patience + 1, t / patience) / served);
  return { waitingTime, waitingTail, waitingQuantile: (p: number) => quantile(waitingTail, p, 1 / rate) };
}

/**
 * Σᵢ P(i passages within `time`)·atLeast[i], where passages of a queue with `order` − 1 + j rates left are negative
 * binomial: Γ(order + i)/(Γ(order) i!) xᵒʳᵈᵉʳ (1 − x)ⁱ with x = exp(−time). Weights grow from logarithms, since
 * the first underflows long before the largest is reached.
 */
function passages(atLeast: Float64Array, order: number, time: number): number {
  const onward = -Math.expm1(-time);
  let log = -order * time;
  let sum = 0;
  for (let i = 0; i < atLeast.length; i++) {
    sum += Math.exp(log) * atLeast[i];
    log += Math.log((onward * (order + i)) / (i + 1));
  }
  return sum;
}

/** P(wait + exponential service > t): the service alone outlasts t, or takes v < t and the wait more than t − v. */
function tailWithService(waitingTail: (t: number) => number, mu: number, t: number): number {
  const late = (v: number) => mu * Math.exp(-mu * v) * waitingTail(t - v);
  const end = Math.min(t, 40 / mu); // longer services are rarer than 10⁻¹⁷
  const ends = [0];
  for (let v = 1 / mu; v < end; v *= 2) ends.push(v);
  return Math.min(1, Math.exp(-mu * t) + integral(late, [...ends, end], 1e-14));
}
