import type { Model, Name, Pool, Way } from "../spec.ts";

/** Pools listed under names, such as those of the queues they take from. */
class Listing {
  private readonly lists = new Map<Name, Pool[]>();

  add(name: Name, pool: Pool): void {
    const list = this.lists.get(name);
    if (list) list.push(pool);
    else this.lists.set(name, [pool]);
  }

  get(name: Name): readonly Pool[] {
    return this.lists.get(name) ?? [];
  }
}

/** The pools that take from each queue. */
export function takers(pools: readonly Pool[]): { get(queue: Name): readonly Pool[] } {
  const listing = new Listing();
  for (const pool of pools) for (const { queue } of pool.from) listing.add(queue, pool);
  return listing;
}

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
  const senders = new Listing();
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
