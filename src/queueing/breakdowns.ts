import { mustBePositive, mustBeWhole, mustNotBeNegative } from "./domain.ts";
import { fillDiagonal } from "./level-from-rates.ts";
import { zeros } from "./matrix.ts";
import { type Level, levelMoments, levelProbability, solveLevels } from "./qbd.ts";
import { type NumberLaw, type SteadyState, utilizationOf } from "./steady-state.ts";
import type { Moments } from "./time-law.ts";

/**
 * Moments of a service during which the server fails now and then, is repaired, and goes on where it was: what M/G/1 and
 * its relatives then see as service time. The server fails only while it works.
 *
 * @param service raw moments of the undisturbed service
 * @param failureRate failures per second of work [1/s], ≥ 0
 * @param repair raw moments of the repair time
 */
export function interruptedService(service: Moments, failureRate: number, repair: Moments): Moments {
  mustNotBeNegative("failure rate", failureRate);
  const stretch = 1 + failureRate * repair.mean;
  const [square, cube] = [failureRate * repair.second, failureRate * repair.third]; // cumulants per second of work
  return {
    mean: stretch * service.mean,
    second: stretch ** 2 * service.second + square * service.mean,
    third: stretch ** 3 * service.third + 3 * stretch * square * service.second + cube * service.mean,
  };
}

/**
 * M/M/c whose servers fail and are repaired independently of one another, idle or busy. A message whose server fails goes
 * on at once with any server that is up and free, or else waits at the head of the queue.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @param servers mean time to failure and mean repair time, both exponential [s], > 0
 * @throws UnstableQueueError when λ reaches the mean capacity of the servers that are up
 */
export function mmcBreakdowns(
  lambda: number,
  mu: number,
  c: number,
  servers: { timeToFailure: number; repairTime: number },
): SteadyState & NumberLaw & { meanUp: number } {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  mustBePositive("mean time to failure", servers.timeToFailure);
  mustBePositive("mean repair time", servers.repairTime);
  const availability = servers.timeToFailure / (servers.timeToFailure + servers.repairTime);
  utilizationOf(lambda, mu * availability, c);
  const level = (n: number) => levelOf(n, { lambda, mu, c, ...servers });
  const law = solveLevels(
    Array.from({ length: c }, (_, n) => level(n)),
    level(c),
  );
  const { mean, variance } = levelMoments(law);
  const numberInQueue = Math.max(0, mean - lambda / mu);
  return {
    utilization: lambda / (c * mu),
    numberInSystem: mean,
    numberInQueue,
    sojournTime: mean / lambda,
    waitingTime: numberInQueue / lambda,
    probability: (n) => levelProbability(law, n),
    numberVariance: variance,
    meanUp: c * availability,
  };
}

interface Rates {
  lambda: number;
  mu: number;
  c: number;
  timeToFailure: number;
  repairTime: number;
}

/** n messages; the phase is the number of servers up. */
function levelOf(n: number, { lambda, mu, c, timeToFailure, repairTime }: Rates): Level {
  const level = { up: zeros(c + 1, c + 1), local: zeros(c + 1, c + 1), down: zeros(c + 1, c + 1) };
  for (let up = 0; up <= c; up++) {
    const at = up * (c + 1) + up;
    level.up.data[at] = lambda;
    level.down.data[at] = Math.min(n, up) * mu;
    if (up > 0) level.local.data[at - 1] = up / timeToFailure;
    if (up < c) level.local.data[at + 1] = (c - up) / repairTime;
  }
  return fillDiagonal(level);
}
