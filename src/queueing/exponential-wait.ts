import { quantile } from "./quantile.ts";
import type { SojournLaw, Spread, WaitingLaw } from "./steady-state.ts";

/**
 * Times in a queue where those who wait do so exponentially and service is exponential and independent: M/M/c, G/M/c.
 *
 * @param delay probability of waiting at all, 0 … 1
 * @param spare rate of the wait of those who wait [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 */
export function exponentialWait(
  delay: number,
  spare: number,
  mu: number,
): { waitingTime: number; sojournTime: number } & Spread & WaitingLaw & SojournLaw {
  const waitingTime = delay / spare;
  const sojournTime = waitingTime + 1 / mu;
  const waitingVariance = (delay * (2 - delay)) / spare ** 2;
  const waitingTail = (t: number) => (t < 0 ? 1 : delay * Math.exp(-spare * t));
  const sojournTail = (t: number) => (t < 0 ? 1 : (1 - delay) * Math.exp(-mu * t) + delay * tailOfSum(spare, mu, t));
  return {
    waitingTime,
    sojournTime,
    waitingVariance,
    sojournVariance: waitingVariance + 1 / mu ** 2,
    waitingTail,
    waitingQuantile: (p) => quantile(waitingTail, p, 1 / spare),
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, sojournTime),
  };
}

/** P(X + Y > t) for independent exponentials of rates `a` and `b`, which may be equal or close. */
function tailOfSum(a: number, b: number, t: number): number {
  const slow = Math.min(a, b);
  const gap = Math.abs(a - b) * t;
  const spread = gap === 0 ? 1 : -Math.expm1(-gap) / gap; // where a = b, the usual quotient is 0/0
  return Math.exp(-slow * t) * (Math.exp(-(a - slow) * t) + a * t * spread);
}
