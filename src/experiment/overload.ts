import type { Model, Name } from "../spec.ts";
import { classMix, flowOf, meanService } from "./flow.ts";

/** A queue to which more work comes than its consumers can do. */
export interface Overload {
  queue: Name;
  /** Offered work per server; 1 = all servers always busy. */
  load: number;
}

/** Queues without a limit whose offered load is at least 1, by the traffic equations. */
export function overloadedQueues(model: Model): Overload[] {
  const { reaching } = flowOf(model);
  const mix = classMix(model);
  return model.queues.flatMap((queue): Overload[] => {
    if (queue.parking || Number.isFinite(queue.limit.amount) || isClosed(model)) return [];
    const pools = model.pools.filter((pool) => pool.from.some((from) => from.queue === queue.name));
    // Messages a second that all pools on it could serve, had they nothing else to do.
    const capacity = pools.reduce((sum, pool) => sum + (pool.replicas * pool.concurrency) / meanService(pool, mix), 0);
    const load = reaching.get(queue.name)! / capacity;
    return load >= 1 ? [{ queue: queue.name, load }] : [];
  });
}

/** A closed population cannot overload anything: its clients wait. */
function isClosed(model: Model): boolean {
  return model.producers.every((producer) => producer.arrivals.process === "closed");
}
