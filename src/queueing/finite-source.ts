import { behindOthers } from "./behind-others.ts";
import { birthDeath, type Levels, meanOf, probabilityOf, varianceOf } from "./birth-death.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import type { Losses, NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";

/**
 * M/M/c//N: a fixed population of clients, each of which thinks, sends a message, and waits until it has been served.
 * Averages and the number present do not depend on the law of thinking, only on its mean.
 *
 * @param population N, an integer ≥ 1
 * @param think mean time a client thinks between a reply and its next message [s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 */
export function finiteSource(
  population: number,
  think: number,
  mu: number,
  c: number,
): SteadyState & { throughput: number } & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBeWhole("population N", population, 1);
  mustBePositive("mean think time", think);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  const levels = present(population, think * mu, c);
  const busy = meanOf(levels, (n) => Math.min(n, c));
  // a client that sends finds the others as if it did not exist (arrival theorem)
  const others = present(population - 1, think * mu, c);
  const completions = new Float64Array(Math.max(0, population - c) + 1);
  others.mass.forEach((probability, i) => {
    completions[Math.max(0, others.first + i - c + 1)] += probability;
  });
  return {
    utilization: busy / c,
    numberInSystem: meanOf(levels, (n) => n),
    numberInQueue: meanOf(levels, (n) => Math.max(0, n - c)),
    throughput: busy * mu,
    probability: (n) => probabilityOf(levels, n),
    numberVariance: varianceOf(levels),
    ...behindOthers(completions, mu, c),
  };
}

/**
 * Engset's loss system, M/M/c/c//N: clients as above, but one that finds all servers busy gives up at once and thinks
 * again. Does not depend on the laws of thinking and of service, only on their means.
 *
 * @param population N, an integer ≥ 1
 * @param think mean time a client thinks between two attempts [s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @returns `lossProbability` is the share of attempts lost (call congestion), `busyProbability` the share of time all
 *   servers are busy (time congestion), which is larger
 */
export function engset(
  population: number,
  think: number,
  mu: number,
  c: number,
): SteadyState & Losses & NumberLaw & { busyProbability: number } {
  mustBeWhole("population N", population, 1);
  mustBePositive("mean think time", think);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  const levels = served(population, think * mu, c);
  const busy = meanOf(levels, (n) => n);
  return {
    utilization: busy / c,
    numberInSystem: busy,
    numberInQueue: 0,
    waitingTime: 0,
    sojournTime: 1 / mu,
    throughput: busy * mu,
    lossProbability: probabilityOf(served(population - 1, think * mu, c), c), // found by a client: the others
    busyProbability: probabilityOf(levels, c),
    probability: (n) => probabilityOf(levels, n),
    numberVariance: varianceOf(levels),
  };
}

/** How many of `population` clients are served, when others give up. */
function served(population: number, thinking: number, c: number): Levels {
  return birthDeath((n) => (population - n) / (thinking * (n + 1)), Math.min(population, c));
}

/** How many of `population` clients are waiting or served; `thinking` is the mean think time in units of 1/μ. */
function present(population: number, thinking: number, c: number): Levels {
  return birthDeath((n) => (population - n) / (thinking * Math.min(n + 1, c)), population);
}
