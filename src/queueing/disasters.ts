import { mustBePositive } from "./domain.ts";
import type { Losses, NumberLaw, SteadyState } from "./steady-state.ts";

/**
 * M/M/1 in which disasters, a Poisson process, wipe out all messages present; the server goes on at once. Any load is
 * stable if disasters happen. Times are those of the messages that are served.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate μ [1/s], > 0
 * @param disasterRate δ [1/s], > 0
 */
export function disasters(lambda: number, mu: number, disasterRate: number): SteadyState & Losses & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBePositive("rate of disasters δ", disasterRate);
  // p(n) = (1 − z)zⁿ with μz² − (λ + μ + δ)z + λ = 0, z < 1: z and 1 − z each by the root that does not cancel
  const half = (lambda + mu + disasterRate) / 2;
  const z = lambda / (half + Math.sqrt(half ** 2 - lambda * mu));
  const excess = lambda + disasterRate - mu;
  const width = Math.sqrt(excess ** 2 + 4 * mu * disasterRate);
  const idle = excess > 0 ? (2 * disasterRate) / (excess + width) : (width - excess) / (2 * mu);
  const rate = mu * idle; // a sojourn would be exponential at this rate if no disaster came
  const survive = rate / (rate + disasterRate);
  const waitingTime = (z * survive) / (idle + z * survive) / (rate + disasterRate);
  return {
    utilization: z,
    numberInSystem: z / idle,
    numberInQueue: z ** 2 / idle,
    waitingTime,
    sojournTime: waitingTime + 1 / (mu + disasterRate),
    throughput: mu * z,
    lossProbability: disasterRate / (rate + disasterRate),
    probability: (n) => (Number.isInteger(n) && n >= 0 ? idle * z ** n : 0),
    numberVariance: z / idle ** 2,
  };
}
