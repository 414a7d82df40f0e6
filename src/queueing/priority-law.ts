import { busyPeriod, interruptedBy } from "./busy-period.ts";
import { type Complex, minus, ONE, over, plus, scaled } from "./complex.ts";
import { QUANTILE_TOLERANCE, type Transform } from "./inversion.ts";
import { numberLeftBehind, sojournTransform } from "./number-left-behind.ts";
import { nonPreemptive, preemptiveResume } from "./priority.ts";
import { quantile } from "./quantile.ts";
import type { NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";
import { residualOf, type TimeLaw } from "./time-law.ts";
import { tailOf, type Wait, waitThenService } from "./wait-then-service.ts";

/** Messages of one urgency: Poisson with rate λ > 0 [1/s], and the law of their service times. */
export interface PriorityClassLaw {
  lambda: number;
  service: TimeLaw;
}

/** What is known of one class: all figures and laws, its own number in the system included. */
export type PriorityClassLaws = SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw;

/**
 * `nonPreemptive` with the laws of the times of each class, by numerical inversion; absolute error near 10⁻⁹.
 *
 * @param classes most urgent first, at least one
 * @throws UnstableQueueError when the loads sum to 1 or more
 */
export function nonPreemptiveLaw(classes: PriorityClassLaw[]): PriorityClassLaws[] {
  return nonPreemptive(classes).map((averages, k) => {
    const { lambda, service } = classes[k];
    const wait = waitOf(classes, k);
    const transform = sojournTransform(wait, service.transform);
    return {
      ...averages,
      ...waitThenService(wait, service),
      ...numberLeftBehind(lambda, { ...averages, transform }),
    };
  });
}

/**
 * `preemptiveResume` with the laws of the times of each class, by numerical inversion; absolute error near 10⁻⁹.
 *
 * @param classes most urgent first, at least one
 * @throws UnstableQueueError when the loads sum to 1 or more
 */
export function preemptiveResumeLaw(classes: PriorityClassLaw[]): PriorityClassLaws[] {
  return preemptiveResume(classes).map((averages, k) => {
    const stretched = interruptions(classes.slice(0, k));
    const wait = waitOf(classes.slice(0, k + 1), k, stretched); // those less urgent do not exist
    const { lambda, service } = classes[k];
    const transform = sojournTransform(wait, stretched(service.transform));
    const number = numberLeftBehind(lambda, { ...averages, transform });
    if (k === 0) return { ...averages, ...number, ...waitThenService(wait, service) };
    const waitingTail = (t: number) => (t < 0 ? 1 : t === 0 ? wait.probability : tailOf(wait, t));
    const sojournTail = (t: number) => (t <= 0 ? 1 : tailOf({ probability: 1, transform }, t));
    return {
      ...averages,
      ...number,
      waitingTail,
      waitingQuantile: (p) => quantile(waitingTail, p, service.mean, QUANTILE_TOLERANCE),
      sojournTail,
      sojournQuantile: (p) => quantile(sojournTail, p, service.mean, QUANTILE_TOLERANCE),
    };
  });
}

/** Wait of class k: the work it finds ahead, (1 − ρ + Σ less urgent ρR)/(1 − Σ others ρR), done with interruptions. */
export function waitOf(classes: PriorityClassLaw[], k: number, stretched = interruptions(classes.slice(0, k))): Wait {
  const rho = classes.reduce((sum, { lambda, service }) => sum + lambda * service.mean, 0);
  const ahead = residualWork(classes.slice(0, k + 1));
  const inService = residualWork(classes.slice(k + 1));
  const positive: Transform = (re, im) => {
    const residual = ahead(re, im);
    return over(plus(inService(re, im), scaled(1 - rho, residual)), minus(ONE, residual));
  };
  return { probability: rho, transform: stretched(positive) };
}

/** Σ ρE[exp(−sR)]. */
function residualWork(classes: PriorityClassLaw[]): Transform {
  const parts = classes.map(({ lambda, service }) => ({ load: lambda * service.mean, residual: residualOf(service) }));
  return (re, im) =>
    parts.reduce<Complex>((sum, { load, residual }) => plus(sum, scaled(load, residual(re, im))), [0, 0]);
}

/** Stretches work by what `urgent` messages add to it while it lasts. */
function interruptions(urgent: PriorityClassLaw[]): (work: Transform) => Transform {
  if (urgent.length === 0) return (work) => work;
  const total = (f: (one: PriorityClassLaw) => number) => urgent.reduce((sum, one) => sum + f(one), 0);
  const rate = total(({ lambda }) => lambda);
  const busy = busyPeriod({
    rate,
    load: total(({ lambda, service }) => lambda * service.mean),
    residualMean: total(({ lambda, service }) => (lambda * service.second) / 2),
    residual: residualWork(urgent),
  });
  return (task) => interruptedBy(task, rate, busy);
}
