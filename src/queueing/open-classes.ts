import { mustBePositive, mustNotBeNegative } from "./domain.ts";
import { short, UnstableQueueError } from "./steady-state.ts";

/** Averages of an open network by class. */
export interface OpenClassState {
  /** Of each station: share of time its server is busy; of a delay, mean number there. */
  utilizations: number[];
  /** `sojourns[i][r]`: mean time of class r at station i, all its visits together [s]. */
  sojourns: number[][];
  /** `numbers[i][r]`: mean number of class r at station i. */
  numbers: number[][];
  /** From entering to leaving, of each class [s]. */
  sojournTimes: number[];
}

/**
 * Open network with classes and product form (BCMP): single servers shared by all present (or last come first served
 * with interruption) may have any law of service and demands that differ by class; first come, first served needs
 * exponential service of one mean for all classes; delays may have any.
 *
 * @param lambdas Poisson arrivals of each class [1/s], > 0
 * @param demands `demands[i][r]`: visits times mean service of class r at station i [s], ≥ 0
 * @param delays which stations are delays, where nobody waits; default none
 * @throws UnstableQueueError when some server cannot keep up
 * @see Baskett, Chandy, Muntz & Palacios (1975), Journal of the ACM 22(2), 248–260
 */
export function openClasses(lambdas: number[], demands: number[][], delays: boolean[] = []): OpenClassState {
  for (const lambda of lambdas) mustBePositive("arrival rate λ of a class", lambda);
  for (const demand of demands.flat()) mustNotBeNegative("demand", demand);
  const utilizations = demands.map((row) => row.reduce((sum, demand, r) => sum + demand * lambdas[r], 0));
  utilizations.forEach((rho, i) => {
    if (delays[i] || rho < 1) return;
    const remedy = `Station ${i + 1} must work ${short(rho)} times as fast, and a little more.`;
    throw new UnstableQueueError(`Σ λD at station ${i + 1}`, rho, remedy);
  });
  const sojourns = demands.map((row, i) => row.map((demand) => (delays[i] ? demand : demand / (1 - utilizations[i]))));
  return {
    utilizations,
    sojourns,
    numbers: sojourns.map((row) => row.map((time, r) => time * lambdas[r])),
    sojournTimes: lambdas.map((_, r) => sojourns.reduce((sum, row) => sum + row[r], 0)),
  };
}
