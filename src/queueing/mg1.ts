import { minus, ONE, over, scaled, times } from "./complex.ts";
import { mustBePositive } from "./domain.ts";
import { manyCoefficients } from "./generating-function.ts";
import type { Transform } from "./inversion.ts";
import {
  type NumberLaw,
  type SojournLaw,
  type Spread,
  type SteadyState,
  singleServerUtilization,
  type WaitingLaw,
} from "./steady-state.ts";
import { type Moments, residualOf, type TimeLaw } from "./time-law.ts";
import { waitThenService } from "./wait-then-service.ts";

/**
 * M/G/1: Poisson arrivals, any law of service, one server, first come, first served. Averages from two moments of the
 * service time, spreads from three; a moment that does not exist gives Infinity.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service raw moments of the service time
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Kleinrock (1975), Queueing Systems, volume 1, §5.6–5.7
 */
export function mg1(lambda: number, service: Moments): SteadyState & Spread & { numberVariance: number } {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", service.mean);
  const rho = singleServerUtilization(lambda, service.mean);
  const waitingTime = (lambda * service.second) / (2 * (1 - rho));
  const sojournTime = waitingTime + service.mean;
  const waitingVariance = waitingTime ** 2 + (lambda * service.third) / (3 * (1 - rho));
  const sojournVariance = waitingVariance + (service.second - service.mean ** 2);
  return {
    utilization: rho,
    numberInSystem: lambda * sojournTime,
    numberInQueue: lambda * waitingTime,
    sojournTime,
    waitingTime,
    waitingVariance,
    sojournVariance,
    // those a message leaves behind are those who came during its sojourn
    numberVariance: lambda * sojournTime + lambda ** 2 * sojournVariance,
  };
}

/**
 * M/G/1 with the laws of its times, by numerical inversion of the Pollaczek–Khinchine transforms; absolute error of
 * probabilities near 10⁻⁹, so tails below that are noise; 10⁻⁶ beside jumps of the law of service (constant: see mdc).
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service law of the service time
 * @throws UnstableQueueError when λE[S] ≥ 1
 */
export function mg1Law(lambda: number, service: TimeLaw): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw {
  const averages = mg1(lambda, service);
  const rho = averages.utilization;
  return {
    ...averages,
    ...waitThenService({ probability: rho, transform: transformOfDelay(rho, service) }, service),
    probability: manyCoefficients((re, im) => numberTransform(lambda, rho, service, [re, im])),
  };
}

/** E[exp(−sWq); Wq > 0]: Wq is a geometric number of residual service times. */
export function transformOfDelay(rho: number, service: TimeLaw): Transform {
  const transform = residualOf(service);
  return (re, im) => {
    const residual = scaled(rho, transform(re, im));
    return over(scaled(1 - rho, residual), minus(ONE, residual));
  };
}

/** E[zᴺ], |z| < 1. */
function numberTransform(lambda: number, rho: number, service: TimeLaw, z: readonly [number, number]) {
  const away = minus(ONE, z);
  const during = service.transform(lambda * away[0], lambda * away[1]);
  return over(scaled(1 - rho, times(away, during)), minus(during, z));
}
