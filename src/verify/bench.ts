import type { ObserverPool } from "../experiment/observer.ts";
import { murmur3 } from "../random/murmur3.ts";

/** With what a verification is made. */
export interface Bench {
  pool: ObserverPool;
  /** Runs are so many times as long. */
  length: number;
  seed: number;
}

/** Every piece has random numbers of its own, else their errors would be one error. */
export function seedOf(name: string, seed: number): number {
  return murmur3(new TextEncoder().encode(name), seed)[0] >>> 0;
}

/** The seed with which something is done again: the same for the first time, and never that of a neighbouring seed. */
export function otherSeed(seed: number, again: number): number {
  return seed + 1_000_003 * again;
}

/** A pool whose runs are named apart from those of others, so that several studies can share its threads. */
export function namedApart(pool: ObserverPool, name: string): ObserverPool {
  const keyed = (key: string) => `${name}/${key}`;
  return {
    width: pool.width,
    observe: (task) => pool.observe({ ...task, key: keyed(task.key) }),
    forget: (keys) => pool.forget(keys.map(keyed)),
  };
}
