import { mustBePositive } from "./domain.ts";
import { poissonProbability } from "./poisson.ts";
import type { NumberLaw, SteadyState } from "./steady-state.ts";

/**
 * M/G/∞: Poisson arrivals, each served at once by a server of its own; the number present is Poisson, whatever the
 * law of service. An infinite pool's utilization is 0 at any load.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service mean service time [s], > 0
 */
export function mgInf(lambda: number, service: number): SteadyState & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", service);
  const load = lambda * service;
  return {
    utilization: 0,
    numberInSystem: load,
    numberInQueue: 0,
    sojournTime: service,
    waitingTime: 0,
    probability: (n) => (Number.isInteger(n) && n >= 0 ? poissonProbability(n, load) : 0),
    numberVariance: load,
  };
}
