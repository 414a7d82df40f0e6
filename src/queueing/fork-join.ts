import { mustBePositive, mustBeWhole } from "./domain.ts";
import { mmc } from "./mmc.ts";

/** A job that forks and joins. */
export interface ForkJoinState {
  utilization: number;
  /** From arrival until the last task is done [s]. */
  sojournTime: number;
  /** From arrival until one given task is done [s]. */
  taskTime: number;
  /** How long a finished task waits for the others, on average [s]. */
  synchronizationTime: number;
  /** False from three servers on. */
  exact: boolean;
}

/**
 * Poisson jobs fork into one task for each of `n` single exponential servers and leave when all are done. Exact for two
 * servers: (12 − ρ)/8 sojourns of M/M/1. For more, an approximation within about 5 %, scaled from two by the harmonic
 * numbers.
 *
 * @param lambda arrival rate of jobs λ [1/s], > 0
 * @param mu service rate of each server μ [1/s], > 0
 * @param n number of servers, an integer ≥ 1
 * @throws UnstableQueueError when λ ≥ μ
 * @see Nelson & Tantawi (1988), IEEE Transactions on Computers 37(6), 739–743
 */
export function forkJoin(lambda: number, mu: number, n: number): ForkJoinState {
  mustBePositive("arrival rate λ", lambda);
  mustBeWhole("number of servers", n, 1);
  const { utilization: rho, sojournTime: taskTime } = mmc(lambda, mu, 1);
  const two = ((12 - rho) / 8) * taskTime;
  const ratio = harmonic(n) / 1.5;
  const sojournTime = n === 1 ? taskTime : (ratio + (4 / 11) * (1 - ratio) * rho) * two;
  return { utilization: rho, sojournTime, taskTime, synchronizationTime: sojournTime - taskTime, exact: n <= 2 };
}

/** 1 + 1/2 + … + 1/n. */
function harmonic(n: number): number {
  let sum = 0;
  for (let k = n; k >= 1; k--) sum += 1 / k;
  return sum;
}
