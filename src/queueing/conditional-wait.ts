import { behindOthers } from "./behind-others.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import { quantile } from "./quantile.ts";
import type { SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";

/** The wait of those who have to wait. */
export interface DelayedWait extends WaitingLaw {
  /** Share of messages that have to wait. */
  delayProbability: number;
  /** E[Wq | Wq > 0] [s]. */
  waitingTime: number;
}

/**
 * The wait given that there is one, in any queue whose law of the wait is known: `waitingTail(t)` is P(Wq > t | Wq > 0).
 *
 * @throws RangeError when nobody waits
 */
export function delayedWait(queue: Pick<SteadyState, "waitingTime"> & WaitingLaw): DelayedWait {
  const delayProbability = queue.waitingTail(0);
  if (!(delayProbability > 0)) throw new RangeError("Nobody waits, so there is no wait of those who do.");
  const waitingTime = queue.waitingTime / delayProbability;
  const waitingTail = (t: number) => Math.min(1, queue.waitingTail(t) / delayProbability);
  const scale = waitingTime < Infinity ? waitingTime : queue.waitingQuantile(1 - delayProbability / 2);
  return {
    delayProbability,
    waitingTime,
    waitingTail,
    waitingQuantile: (p) => quantile(waitingTail, p, scale),
  };
}

/**
 * Times of a message that finds `present` others in a queue with exponential service, first come, first served: it waits
 * for present + 1 − c completions, whatever the arrivals are.
 *
 * @param present messages found on arrival, a whole number ≥ 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 */
export function waitBehind(
  present: number,
  mu: number,
  c: number,
): Pick<SteadyState, "waitingTime" | "sojournTime"> & Spread & WaitingLaw & SojournLaw {
  mustBeWhole("number found", present, 0);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  const completions = new Float64Array(Math.max(0, present + 1 - c) + 1);
  completions[completions.length - 1] = 1;
  return behindOthers(completions, mu, c);
}
