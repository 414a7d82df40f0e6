import { minus, over, times } from "./complex.ts";
import { invert, QUANTILE_TOLERANCE, type Transform } from "./inversion.ts";
import { quantile } from "./quantile.ts";
import type { SojournLaw, WaitingLaw } from "./steady-state.ts";
import type { TimeLaw } from "./time-law.ts";

/** A wait that may be none: P(Wq > 0), and E[exp(−sWq); Wq > 0]. */
export interface Wait {
  probability: number;
  transform: Transform;
}

/**
 * Laws of a wait and of the sojourn that ends with an independent, uninterrupted service, by numerical inversion.
 */
export function waitThenService(wait: Wait, service: TimeLaw): WaitingLaw & SojournLaw {
  const waitingTail = (t: number) => (t < 0 ? 1 : t === 0 ? wait.probability : tailOf(wait, t));
  const sojourn = {
    probability: wait.probability,
    transform: (re: number, im: number) => times(wait.transform(re, im), service.transform(re, im)),
  };
  // those who need not wait are added exactly, so that jumps in the law of service stay sharp
  const sojournTail = (t: number) =>
    t <= 0 ? 1 : Math.min(1, (1 - wait.probability) * service.tail(t) + tailOf(sojourn, t));
  return {
    waitingTail,
    waitingQuantile: (p) => quantile(waitingTail, p, service.mean, QUANTILE_TOLERANCE),
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, service.mean, QUANTILE_TOLERANCE),
  };
}

/** P(T > t), t > 0, of a time with the given transform over T > 0. */
export function tailOf({ probability, transform }: Wait, t: number): number {
  let tail = tails.get(transform);
  if (tail === undefined) {
    tail = (re, im) => over(minus([probability, 0], transform(re, im)), [re, im]);
    tails.set(transform, tail);
  }
  return Math.min(probability, Math.max(0, invert(tail, t)));
}

/** Transforms of tails, kept so that inversions find again what they know of them. */
const tails = new WeakMap<Transform, Transform>();
