import { birthDeath, meanOf, probabilityOf, varianceOf } from "./birth-death.ts";
import type { NumberLaw } from "./steady-state.ts";

/**
 * A queue whose arrival and service rates depend on the number present, such as one that discourages arrivals (balking).
 *
 * @param arrivalRate rate of arrivals that join when n are present [1/s], ≥ 0, not rising with n
 * @param serviceRate total rate of completions with n ≥ 1 present [1/s], > 0, not falling with n
 * @param limit the most present; Infinity if the service rate exceeds the arrival rate in the long run
 */
export function stateDependent(
  arrivalRate: (n: number) => number,
  serviceRate: (n: number) => number,
  limit: number,
): NumberLaw & { utilization: number; numberInSystem: number; sojournTime: number; throughput: number } {
  const levels = birthDeath((n) => arrivalRate(n) / serviceRate(n + 1), limit);
  const numberInSystem = meanOf(levels, (n) => n);
  const throughput = meanOf(levels, (n) => (n > 0 ? serviceRate(n) : 0));
  return {
    utilization: 1 - probabilityOf(levels, 0),
    numberInSystem,
    sojournTime: numberInSystem / throughput,
    throughput,
    probability: (n) => probabilityOf(levels, n),
    numberVariance: varianceOf(levels),
  };
}
