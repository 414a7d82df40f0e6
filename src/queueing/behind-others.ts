import { poissonMixture } from "./poisson.ts";
import { quantile } from "./quantile.ts";
import type { SojournLaw, Spread, WaitingLaw } from "./steady-state.ts";

/**
 * Times of a message that must see k completions before its own service starts, first come, first served.
 *
 * While it waits all `c` servers are busy, so completions are a Poisson process of rate cμ, and its own service ends
 * at each of them with probability 1/c: both tails are mixtures over that one process.
 *
 * @param completions probability that k = 0, 1, 2, … completions are needed; k = 0 starts at once
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 */
export function behindOthers(
  completions: Float64Array,
  mu: number,
  c: number,
): { waitingTime: number; sojournTime: number } & Spread & WaitingLaw & SojournLaw {
  const waitingTime = moment(completions, (k) => k) / (c * mu);
  const square = moment(completions, (k) => k * (k + 1)) / (c * mu) ** 2;
  const waitingVariance = Math.max(0, square - waitingTime ** 2);
  const waitingTail = tail(c * mu, waitingSurvival(completions));
  const sojournTail = tail(c * mu, sojournSurvival(completions, c));
  const sojournTime = waitingTime + 1 / mu;
  return {
    waitingTime,
    sojournTime,
    waitingVariance,
    sojournVariance: waitingVariance + 1 / mu ** 2,
    waitingTail,
    waitingQuantile: (p) => quantile(waitingTail, p, 1 / (c * mu)),
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, sojournTime),
  };
}

function moment(completions: Float64Array, f: (k: number) => number): number {
  return completions.reduce((sum, probability, k) => sum + probability * f(k), 0);
}

function tail(rate: number, survival: (completions: number) => number): (t: number) => number {
  return (t) => (t < 0 ? 1 : Math.min(1, poissonMixture(rate * t, survival)));
}

/** P(still waiting after i completions). */
function waitingSurvival(completions: Float64Array): (i: number) => number {
  const beyond = new Float64Array(completions.length); // beyond[i] = P(k > i)
  for (let k = completions.length - 1; k > 0; k--) beyond[k - 1] = beyond[k] + completions[k];
  return (i) => beyond[i] ?? 0;
}

/** P(still present after i completions): waiting, or in service and spared by each completion since. */
function sojournSurvival(completions: Float64Array, c: number): (i: number) => number {
  const waiting = waitingSurvival(completions);
  const spared = (c - 1) / c;
  const last = completions.length - 1;
  const inService = new Float64Array(completions.length);
  for (let i = 0, before = 0; i <= last; i++) before = inService[i] = before * spared + completions[i];
  return (i) => (i <= last ? waiting(i) + inService[i] : inService[last] * spared ** (i - last));
}
