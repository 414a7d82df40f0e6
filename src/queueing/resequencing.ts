import { mustBePositive } from "./domain.ts";
import { endOfTail } from "./numeric-law.ts";
import { cumulative, doublings, integral, pieces } from "./quadrature.ts";
import { quantile } from "./quantile.ts";
import type { SojournLaw } from "./steady-state.ts";

/**
 * Unlimited concurrency with delivery in order: a message is released when it and all that came before it are finished.
 * It is released within t if it takes no longer and none before it is still at work by then: with Poisson arrivals
 * P(S ≤ t)·exp(−λ ∫ P(S > u) du over u > t).
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service mean [s] and tail of the service time
 * @returns the law of the time until release, its mean, and how long finished messages are held back on average
 */
export function resequencing(
  lambda: number,
  service: { mean: number; tail: (t: number) => number },
): SojournLaw & { sojournTime: number; holdTime: number } {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", service.mean);
  const { mean, tail } = service;
  const ends = pieces(tail, doublings(mean, endOfTail(mean, tail)), 1e-14 * mean);
  const upTo = cumulative(tail, ends);
  const last = ends[ends.length - 1];
  const sojournTail = (t: number) => {
    if (t < 0) return 1;
    const left = Math.max(0, mean - upTo(Math.min(t, last)));
    return 1 - (1 - tail(t)) * Math.exp(-lambda * left);
  };
  const sojournTime = integral(sojournTail, ends);
  return {
    sojournTime,
    holdTime: sojournTime - mean,
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, mean),
  };
}
