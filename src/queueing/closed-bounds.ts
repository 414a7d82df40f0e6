import { mustBePositive, mustBeWhole, mustNotBeNegative } from "./domain.ts";

/** What the throughput and the cycle time of a closed network of single servers cannot exceed or undercut. */
export interface ClosedBounds {
  /** [1/s] */
  throughput: { low: number; high: number };
  /** Thinking excluded [s]. */
  cycleTime: { low: number; high: number };
  /** Population at which the two upper bounds of the throughput cross. */
  knee: number;
}

/**
 * Balanced-job bounds, never outside the asymptotic ones: a network is no better than one whose demands are all equal to
 * their mean, and no worse than one whose demands are all the largest.
 *
 * @param population N, an integer ≥ 1
 * @param demands visits times service of each single server [s], > 0
 * @param think mean time outside between cycles [s], ≥ 0
 * @see Lazowska, Zahorjan, Graham & Sevcik (1984), Quantitative System Performance, chapter 5
 */
export function closedBounds(population: number, demands: number[], think = 0): ClosedBounds {
  mustBeWhole("population N", population, 1);
  for (const demand of demands) mustBePositive("demand", demand);
  mustNotBeNegative("mean think time", think);
  const total = demands.reduce((sum, demand) => sum + demand, 0);
  const most = demands.reduce((a, b) => Math.max(a, b));
  const mean = total / demands.length;
  const others = population - 1;
  const high = Math.min(1 / most, population / (think + total + (others * mean) / (1 + think / total)));
  const low = population / (think + total + (others * most) / (1 + think / (population * total)));
  return {
    throughput: { low, high },
    cycleTime: { low: population / high - think, high: population / low - think },
    knee: (total + think) / most,
  };
}
