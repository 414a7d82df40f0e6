import type { Model, Name, Pool } from "../spec.ts";
import { type Rates, serviceTime, split, traffic } from "./rates.ts";
import { takers } from "./takers.ts";

/** A queue to which work comes at least as fast as its consumers can do it. */
export interface Overload {
  queue: Name;
  /** Offered work per server of the least loaded of its pools; 1 = always busy. */
  load: number;
  pools: readonly Pool[];
  /** Offered to the first pool [erlang]. */
  work: number;
}

/**
 * Queues without a limit that grow for ever; null when messages multiply faster than they leave, so that no load can be
 * given. A queue with a limit loses instead, and clients that wait for answers cannot overload anything.
 */
export function overloads(model: Model): Overload[] | null {
  const rates = traffic(model);
  if (rates === null) return null;
  const offered = workOf(model, rates);
  const takersOf = takers(model.pools);
  return model.queues.flatMap((queue): Overload[] => {
    const pools = takersOf.get(queue.name);
    const load = Math.min(...pools.map((pool) => offered.get(pool)! / servers(pool)));
    if (pools.length === 0 || queue.limit.amount !== Number.POSITIVE_INFINITY || load < 1) return [];
    return [{ queue: queue.name, load, pools, work: offered.get(pools[0])! }];
  });
}

/** Erlangs offered to each pool by all queues it takes from. */
function workOf(model: Model, rates: ReadonlyMap<Name, Rates>): Map<Pool, number> {
  const work = new Map<Pool, number>(model.pools.map((pool) => [pool, 0]));
  const takersOf = takers(model.pools);
  for (const [queue, coming] of rates) {
    const total = coming.reduce((sum, rate) => sum + rate, 0);
    for (const { pool, share } of split(takersOf.get(queue), coming)) {
      if (total > 0) work.set(pool, work.get(pool)! + total * share * serviceTime(pool.service, coming));
    }
  }
  return work;
}

function servers({ replicas, concurrency }: Pool): number {
  return replicas * concurrency;
}
