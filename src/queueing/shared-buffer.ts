import { mustBePositive, mustBeWhole } from "./domain.ts";

/** One of the queues that share a buffer. */
export interface SharedQueueState {
  numberInSystem: number;
  /** Of the accepted messages [s]. */
  sojournTime: number;
  utilization: number;
}

/**
 * M/M/1 queues that share one pool of places, those in service included: an arrival that finds the pool full is lost,
 * whichever its queue. Reversible, hence the product of geometric weights cut off at the pool.
 *
 * @param queues arrival and service rates of each [1/s], > 0
 * @param pool places in all, an integer ≥ 1
 */
export function sharedBuffer(
  queues: { lambda: number; mu: number }[],
  pool: number,
): { lossProbability: number; queues: SharedQueueState[] } {
  for (const { lambda, mu } of queues) {
    mustBePositive("arrival rate λ", lambda);
    mustBePositive("service rate μ", mu);
  }
  mustBeWhole("pool", pool, 1);
  const loads = queues.map(({ lambda, mu }) => lambda / mu);
  const scale = Math.max(1, ...loads); // weights of m messages are kept as multiples of scaleᵐ, lest they overflow
  const exactly = weights(
    loads.map((load) => load / scale),
    pool,
  );
  const upTo = [exactly[0]];
  for (let m = 1; m <= pool; m++) upTo.push(exactly[m] + upTo[m - 1] / scale);
  const lossProbability = exactly[pool] / upTo[pool];
  const states = queues.map(({ lambda, mu }, i) => {
    // P(at least n in queue i): take n away, and what is left is the same with a smaller pool
    let [numberInSystem, factor] = [0, 1];
    for (let n = 1; n <= pool; n++) {
      factor *= loads[i] / scale;
      numberInSystem += (factor * upTo[pool - n]) / upTo[pool];
    }
    const accepted = lambda * (1 - lossProbability);
    return { numberInSystem, sojournTime: numberInSystem / accepted, utilization: accepted / mu };
  });
  return { lossProbability, queues: states };
}

/** Σ Π loadᵢ^nᵢ over all ways to share m messages among the queues, m = 0 … pool. */
function weights(loads: number[], pool: number): number[] {
  const sums = new Array<number>(pool + 1).fill(0);
  sums[0] = 1;
  for (const load of loads) for (let m = 1; m <= pool; m++) sums[m] += load * sums[m - 1];
  return sums;
}
