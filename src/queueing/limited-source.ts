import { birthDeath, meanOf, probabilityOf, varianceOf } from "./birth-death.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import type { Losses, NumberLaw, SteadyState } from "./steady-state.ts";

/**
 * M/M/c/K//N: N clients think, send and wait for the answer, but there are K places only; a client that finds them taken
 * is turned away and thinks again. K = c is Engset's loss system, K = N the finite source without losses.
 *
 * @param population N, an integer ≥ 1
 * @param think mean time that a client thinks, exponential [s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param servers c, an integer ≥ 1, and places K in the system, those in service included, an integer ≥ c
 */
export function limitedSource(
  population: number,
  think: number,
  mu: number,
  { servers, capacity }: { servers: number; capacity: number },
): SteadyState & Losses & NumberLaw {
  mustBeWhole("population N", population, 1);
  mustBePositive("mean think time", think);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", servers, 1);
  mustBeWhole("capacity K, which includes the messages in service", capacity, servers);
  const last = Math.min(capacity, population);
  const levels = birthDeath((n) => (population - n) / think / (mu * Math.min(n + 1, servers)), last);
  const busy = meanOf(levels, (n) => Math.min(n, servers));
  const numberInSystem = meanOf(levels, (n) => n);
  const numberInQueue = meanOf(levels, (n) => Math.max(0, n - servers));
  const throughput = busy * mu;
  const offered = (population - numberInSystem) / think;
  const refused = (probabilityOf(levels, capacity) * Math.max(0, population - capacity)) / think;
  return {
    utilization: busy / servers,
    numberInSystem,
    numberInQueue,
    sojournTime: numberInSystem / throughput,
    waitingTime: numberInQueue / throughput,
    throughput,
    lossProbability: refused / offered,
    probability: (n) => probabilityOf(levels, n),
    numberVariance: varianceOf(levels),
  };
}
