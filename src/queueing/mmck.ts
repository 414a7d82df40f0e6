import { behindOthers } from "./behind-others.ts";
import { birthDeath, meanOf, probabilityOf, varianceOf } from "./birth-death.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import type { Losses, NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";

/**
 * M/M/c/K: as M/M/c, but an arrival that finds K messages in the system is turned away. Any load is stable.
 * Times are those of the accepted messages, first come, first served. K = c is Erlang's loss system.
 *
 * @param lambda rate of offered arrivals λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @param capacity K, the most messages in the system, those in service included; an integer ≥ c
 * @see Bolch, Greiner, de Meer & Trivedi (1998), Queueing Networks and Markov Chains, chapter 6
 */
export function mmck(
  lambda: number,
  mu: number,
  c: number,
  capacity: number,
): SteadyState & Losses & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  mustBeWhole("capacity K, which includes the messages in service", capacity, c);
  const levels = birthDeath((n) => lambda / (mu * Math.min(n + 1, c)), capacity);
  const lossProbability = probabilityOf(levels, capacity); // arrivals see time averages
  const busy = meanOf(levels, (n) => Math.min(n, c));
  const found = new Float64Array(capacity - c + 1);
  for (let i = 0; i < levels.mass.length; i++) {
    const n = levels.first + i;
    if (n < capacity) found[Math.max(0, n - c + 1)] += levels.mass[i];
  }
  const accepted = found.reduce((sum, probability) => sum + probability, 0);
  return {
    utilization: busy / c,
    numberInSystem: meanOf(levels, (n) => n),
    numberInQueue: meanOf(levels, (n) => Math.max(0, n - c)),
    throughput: busy * mu,
    lossProbability,
    probability: (n) => probabilityOf(levels, n),
    numberVariance: varianceOf(levels),
    ...behindOthers(
      found.map((probability) => probability / accepted),
      mu,
      c,
    ),
  };
}
