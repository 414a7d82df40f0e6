import { mustBePositive } from "./domain.ts";
import { fillDiagonal } from "./level-from-rates.ts";
import { zeros } from "./matrix.ts";
import { type Level, levelMoments, phaseProbabilities, solveLevels } from "./qbd.ts";
import { type SteadyState, utilizationOf } from "./steady-state.ts";

const WIDEST = 40; // such differences between the lengths are rarer than 10⁻¹⁵

/**
 * Two equal M/M/1 queues, each message joining the shorter (either, if equal) and staying there. Solved as a
 * quasi-birth-and-death process over the shorter length and the difference, cut off where it does not matter.
 *
 * @param lambda arrival rate of both together λ [1/s], > 0
 * @param mu service rate of each server μ [1/s], > 0
 * @throws UnstableQueueError when λ ≥ 2μ
 */
export function joinShortestOfTwo(lambda: number, mu: number): SteadyState {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  const utilization = utilizationOf(lambda, mu, 2);
  const law = solveLevels([levelOf(0, lambda, mu)], levelOf(1, lambda, mu));
  // the phase d counts what the longer queue holds beyond the shorter
  const phases = phaseProbabilities(law);
  const difference = phases.reduce((sum, probability, d) => sum + d * probability, 0);
  const numberInSystem = 2 * levelMoments(law).mean + difference;
  const numberInQueue = Math.max(0, numberInSystem - lambda / mu);
  return {
    utilization,
    numberInSystem,
    numberInQueue,
    sojournTime: numberInSystem / lambda,
    waitingTime: numberInQueue / lambda,
  };
}

/** The level is the shorter length, the phase the difference d. */
function levelOf(shorter: number, lambda: number, mu: number): Level {
  const n = WIDEST + 1;
  const level = { up: zeros(n, n), local: zeros(n, n), down: zeros(n, n) };
  const put = (part: "up" | "local" | "down", from: number, to: number, rate: number) => {
    level[part].data[from * n + Math.min(to, WIDEST)] += rate;
  };
  for (let d = 0; d < n; d++) {
    if (d === 0) put("local", 0, 1, lambda);
    else {
      put("up", d, d - 1, lambda);
      put("local", d, d - 1, mu);
    }
    if (shorter > 0) put("down", d, d + 1, d === 0 ? 2 * mu : mu);
  }
  return fillDiagonal(level);
}
