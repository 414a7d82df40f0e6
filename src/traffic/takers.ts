import type { Name, Pool } from "../spec.ts";

/** Pools listed under names, such as those of the queues they take from. */
export class PoolListing {
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
  const listing = new PoolListing();
  for (const pool of pools) for (const { queue } of pool.from) listing.add(queue, pool);
  return listing;
}
