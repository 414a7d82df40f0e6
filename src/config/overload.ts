import type { Model, Name, Pool } from "../spec.ts";
import { takers } from "./flow.ts";
import { pathOf } from "./names.ts";
import { natureOf } from "./nature.ts";
import type { Complaint } from "./problem.ts";
import type { Settling } from "./settling.ts";
import { counted, plainNumber, shown } from "./show.ts";
import { type Rates, serviceTime, split, traffic } from "./traffic.ts";

/**
 * Warns of queues to which work comes at least as fast as their consumers can do it. A queue with a limit loses instead
 * of growing, and a system that never settles is judged by its run.
 */
export function warnOfOverload(model: Model, settling: Settling): void {
  const rates = natureOf([model]).passing === null ? traffic(model) : null;
  if (rates === null) return;
  const work = workOf(model, rates);
  const takersOf = takers(model.pools);
  for (const queue of model.queues) {
    const pools = takersOf.get(queue.name);
    const loads = pools.map((pool) => work.get(pool)! / servers(pool));
    const load = Math.min(...loads);
    if (pools.length === 0 || queue.limit.amount !== Infinity || load < 1) continue;
    const replicas = pools.length === 1 ? enough(pools[0], work.get(pools[0])!) : null;
    settling.warn(pathOf(pools[0].name), unstable(queue.name, load, replicas));
  }
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

/** Replicas with which a pool would be loaded below 1. */
function enough({ concurrency }: Pool, work: number): number | null {
  return Number.isFinite(work) ? Math.floor(work / concurrency) + 1 : null;
}

function unstable(queue: Name, load: number, replicas: number | null): Complaint {
  const remedy =
    replicas === null ? "Add consumers, or lower the rate." : `${counted(replicas, "replica")} would be enough.`;
  const message = `The consumers of ${shown(queue)} are offered a load of ${plainNumber(load)}, and from 1 on the queue grows for ever. ${remedy}`;
  return { code: "queue-unstable", message };
}
