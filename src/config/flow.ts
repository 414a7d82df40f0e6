import type { Model, Name, Way } from "../spec.ts";
import { PoolListing, takers } from "../traffic/takers.ts";

/** Queues that a message may go to. */
export function targets(ways: readonly Way[]): Name[] {
  return ways.flatMap((way) => way.to);
}

/** The classes whose messages can come to each queue, as indices: from producers, and on from pool to pool. */
export function reach(model: Model): Map<Name, Set<number>> {
  const reached = new Map<Name, Set<number>>();
  const open: [Name, number][] = [];
  const arrive = (queue: Name, index: number) => {
    const classes = reached.get(queue) ?? new Set();
    if (classes.has(index)) return;
    reached.set(queue, classes.add(index));
    open.push([queue, index]);
  };
  for (const producer of model.producers) {
    for (const queue of targets(producer.to)) for (const part of producer.mix) arrive(queue, part.class);
  }
  const takersOf = takers(model.pools);
  for (let next = open.pop(); next; next = open.pop()) {
    const [queue, index] = next;
    for (const pool of takersOf.get(queue)) for (const onward of targets(pool.then)) arrive(onward, index);
  }
  return reached;
}

/** Queues from which a message can leave the system, or reach a queue where messages are meant to stay. */
export function leaving(model: Model): Set<Name> {
  const senders = new PoolListing();
  const found = new Set(model.queues.filter((queue) => queue.parking).map((queue) => queue.name));
  for (const pool of model.pools) {
    const ways = pool.then.filter(({ share }) => share > 0);
    for (const queue of targets(ways)) senders.add(queue, pool);
    if (ways.some((way) => way.to.length === 0)) for (const { queue } of pool.from) found.add(queue);
  }
  for (const queue of found) {
    for (const pool of senders.get(queue)) for (const { queue: from } of pool.from) found.add(from); // grows while walked
  }
  return found;
}
