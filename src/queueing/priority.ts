import { mustBePositive } from "./domain.ts";
import { type Spread, type SteadyState, UnstableQueueError } from "./steady-state.ts";
import type { Moments } from "./time-law.ts";

/** Messages of one urgency: Poisson with rate λ > 0 [1/s], and the raw moments of their service times. */
export interface PriorityClass {
  lambda: number;
  service: Moments;
}

/**
 * M/G/1 with head-of-line priorities: at each completion the most urgent message goes first, and service is never
 * interrupted; first come, first served within a class.
 *
 * @param classes most urgent first, at least one
 * @returns the figures of each class; `utilization` is the share of time spent on that class
 * @throws UnstableQueueError when the loads sum to 1 or more
 * @see Cobham (1954), Operations Research 2(1), 70–76, for the means
 */
export function nonPreemptive(classes: PriorityClass[]): (SteadyState & Spread)[] {
  const loads = loadsOf(classes);
  return classes.map(({ lambda, service }, k) => {
    const wait = waitOf(classes, k, classes.length, loads);
    return state(lambda, lambda * service.mean, wait, {
      mean: service.mean,
      variance: service.second - service.mean ** 2,
    });
  });
}

/**
 * M/G/1 with preemptive-resume priorities: a more urgent message interrupts, and the work done so far is kept.
 * `waitingTime` runs to the first start of service, `numberInQueue` counts those not yet started.
 *
 * @param classes most urgent first, at least one
 * @returns the figures of each class; `utilization` is the share of time spent on that class
 * @throws UnstableQueueError when the loads sum to 1 or more
 */
export function preemptiveResume(classes: PriorityClass[]): (SteadyState & Spread)[] {
  const loads = loadsOf(classes);
  return classes.map(({ lambda, service }, k) => {
    const wait = waitOf(classes, k, k + 1, loads); // those less urgent do not exist
    const variance = service.second - service.mean ** 2;
    return state(lambda, lambda * service.mean, wait, interrupted(service.mean, variance, classes.slice(0, k)));
  });
}

interface MeanAndVariance {
  mean: number;
  variance: number;
}

function state(lambda: number, utilization: number, wait: MeanAndVariance, service: MeanAndVariance) {
  const sojournTime = wait.mean + service.mean;
  return {
    utilization,
    numberInSystem: lambda * sojournTime,
    numberInQueue: lambda * wait.mean,
    sojournTime,
    waitingTime: wait.mean,
    waitingVariance: wait.variance,
    sojournVariance: wait.variance + service.variance,
  };
}

/** σ₀ = 0, σ₁, …: the load of the k most urgent classes. */
function loadsOf(classes: PriorityClass[]): number[] {
  const loads = [0];
  for (const { lambda, service } of classes) {
    mustBePositive("arrival rate λ", lambda);
    mustBePositive("mean service time", service.mean);
    loads.push(loads[loads.length - 1] + lambda * service.mean);
  }
  const rho = loads[classes.length];
  if (rho >= 1) throw new UnstableQueueError("Σ λE[S]", rho, "Take work away from any class until the sum is below 1.");
  return loads;
}

/**
 * Wait of class k among the first `present` classes. An arrival finds work that must go before it: what is left of a
 * less urgent message in service, then a geometric number of residual services of its own and more urgent classes.
 * While that is worked off, more urgent messages keep pushing in.
 */
function waitOf(classes: PriorityClass[], k: number, present: number, loads: number[]): MeanAndVariance {
  const idle = 1 - loads[k + 1];
  const ahead = residualWork(classes.slice(0, k + 1));
  const inService = residualWork(classes.slice(k + 1, present));
  const geometric = ahead.first / idle;
  const mean = geometric + inService.first / idle;
  if (mean === Infinity) return { mean, variance: Infinity };
  const square = 2 * geometric * mean + (ahead.second + inService.second) / idle;
  return interrupted(mean, square - mean ** 2, classes.slice(0, k));
}

/** Σ ρE[R] and Σ ρE[R²], where R is the residual life of a service. */
function residualWork(classes: PriorityClass[]): { first: number; second: number } {
  return {
    first: classes.reduce((sum, { lambda, service }) => sum + (lambda * service.second) / 2, 0),
    second: classes.reduce((sum, { lambda, service }) => sum + (lambda * service.third) / 3, 0),
  };
}

/** Time to do work of the given mean and variance when `urgent` messages interrupt it and are served first. */
function interrupted(mean: number, variance: number, urgent: PriorityClass[]): MeanAndVariance {
  const idle = urgent.reduce((rest, { lambda, service }) => rest - lambda * service.mean, 1);
  const burst = urgent.reduce((sum, { lambda, service }) => sum + lambda * service.second, 0);
  return { mean: mean / idle, variance: variance / idle ** 2 + (mean * burst) / idle ** 3 };
}
