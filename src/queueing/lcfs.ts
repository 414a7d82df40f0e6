import { busyPeriodOf } from "./busy-period.ts";
import { over, scaled } from "./complex.ts";
import { invert, QUANTILE_TOLERANCE, type Transform } from "./inversion.ts";
import { mg1, mg1Law } from "./mg1.ts";
import { quantile } from "./quantile.ts";
import type { NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";
import type { Moments, TimeLaw } from "./time-law.ts";
import { waitThenService } from "./wait-then-service.ts";

/**
 * M/G/1, last come, first served, without interruption: averages and the number present are those of first come, first
 * served; only the scatter of the times is larger, E[Wq²] by the factor 1/(1 − ρ).
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service raw moments of the service time
 * @throws UnstableQueueError when λE[S] ≥ 1
 */
export function lcfs(lambda: number, service: Moments): SteadyState & Spread & { numberVariance: number } {
  const fcfs = mg1(lambda, service);
  if (fcfs.waitingVariance === Infinity) return fcfs;
  const square = (fcfs.waitingVariance + fcfs.waitingTime ** 2) / (1 - fcfs.utilization);
  const waitingVariance = square - fcfs.waitingTime ** 2;
  const sojournVariance = waitingVariance + service.second - service.mean ** 2;
  return { ...fcfs, waitingVariance, sojournVariance };
}

/**
 * `lcfs` with the laws of its times, by numerical inversion: who must wait, waits for the rest of a service and the busy
 * periods of all who come meanwhile. Absolute error near 10⁻⁹; constant service makes jumps, and near them it is worse.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service law of the service time
 * @throws UnstableQueueError when λE[S] ≥ 1
 */
export function lcfsLaw(lambda: number, service: TimeLaw): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw {
  const averages = lcfs(lambda, service);
  const busy = busyPeriodOf(lambda, service);
  const transform: Transform = (re, im) => {
    const rest = scaled(lambda, busy(re, im));
    return over(rest, [re + rest[0], im + rest[1]]);
  };
  return {
    ...averages,
    probability: mg1Law(lambda, service).probability,
    ...waitThenService({ probability: averages.utilization, transform }, service),
  };
}

/**
 * M/G/1, last come, first served, interrupting and resuming: service starts at once, the number present is geometric
 * whatever the law of service, and a sojourn is a busy period. `waitingTime` and `numberInQueue` are 0, as service
 * begins on arrival; interruptions show in the sojourn.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service law of the service time
 * @throws UnstableQueueError when λE[S] ≥ 1
 */
export function lcfsPreemptive(
  lambda: number,
  service: TimeLaw,
): SteadyState & { sojournVariance: number } & SojournLaw & NumberLaw {
  const rho = mg1(lambda, service).utilization;
  const idle = 1 - rho;
  const busy = busyPeriodOf(lambda, service);
  const sojournTail = (t: number) =>
    t <= 0
      ? 1
      : Math.min(
          1,
          Math.max(
            0,
            invert((re, im) => over(busy(re, im), [re, im]), t),
          ),
        );
  return {
    utilization: rho,
    numberInSystem: rho / idle,
    numberInQueue: 0,
    waitingTime: 0,
    sojournTime: service.mean / idle,
    sojournVariance: (service.second - service.mean ** 2 + rho * service.mean ** 2) / idle ** 3,
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, service.mean / idle, QUANTILE_TOLERANCE),
    probability: (n) => (Number.isInteger(n) && n >= 0 ? idle * rho ** n : 0),
    numberVariance: rho / idle ** 2,
  };
}
