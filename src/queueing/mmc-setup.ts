import { mustBePositive, mustBeWhole } from "./domain.ts";
import { fillDiagonal } from "./level-from-rates.ts";
import { zeros } from "./matrix.ts";
import { type Level, type LevelLaw, levelMoments, levelProbability, solveLevels } from "./qbd.ts";
import { type NumberLaw, type SteadyState, utilizationOf } from "./steady-state.ts";

/**
 * M/M/c whose idle servers go off at once and need an exponential set-up time to come back. As many servers are setting
 * up as there are messages without one (at most those off); a set-up that is no longer needed is broken off.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @param setupTime mean set-up time [s], > 0
 * @throws UnstableQueueError when λ ≥ cμ
 */
export function mmcSetup(
  lambda: number,
  mu: number,
  c: number,
  setupTime: number,
): SteadyState & NumberLaw & { meanInSetup: number } {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  mustBePositive("mean set-up time", setupTime);
  const utilization = utilizationOf(lambda, mu, c);
  const level = (n: number) => levelOf(n, { lambda, mu, c, setupTime });
  const law = solveLevels(
    Array.from({ length: c + 1 }, (_, n) => level(n)),
    level(c + 1),
  );
  const { mean, variance } = levelMoments(law);
  const numberInQueue = Math.max(0, mean - lambda / mu);
  return {
    utilization,
    numberInSystem: mean,
    numberInQueue,
    sojournTime: mean / lambda,
    waitingTime: numberInQueue / lambda,
    probability: (n) => levelProbability(law, n),
    numberVariance: variance,
    meanInSetup: meanWanted(law, c) - lambda / mu,
  };
}

/** E[min(N, c)]: servers that are on or setting up. */
function meanWanted(law: LevelLaw, c: number): number {
  let mean = c;
  for (let n = 0; n < c; n++) mean -= (c - n) * levelProbability(law, n);
  return mean;
}

/** n messages; the phase is the number of servers on, all of them busy. */
function levelOf(
  n: number,
  { lambda, mu, c, setupTime }: { lambda: number; mu: number; c: number; setupTime: number },
): Level {
  const wanted = Math.min(n, c);
  const level = {
    up: zeros(wanted + 1, Math.min(n + 1, c) + 1),
    local: zeros(wanted + 1, wanted + 1),
    down: zeros(wanted + 1, Math.min(Math.max(0, n - 1), c) + 1),
  };
  for (let on = 0; on <= wanted; on++) {
    level.up.data[on * level.up.columns + on] = lambda;
    if (on < wanted) level.local.data[on * level.local.columns + on + 1] = (wanted - on) / setupTime;
    // a server that finds nobody waiting goes off
    if (n > 0) level.down.data[on * level.down.columns + Math.min(on, n - 1)] = on * mu;
  }
  return fillDiagonal(level);
}
