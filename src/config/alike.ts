import type { Model } from "../spec.ts";

/**
 * Lets what several parts say alike be one object: of thousands of alike stations nothing but the names differs, and
 * models are kept, hashed and sent to threads.
 */
export function shareAlike({ producers, queues, pools }: Model): void {
  const known = new Map<string, unknown>();
  const same = <T>(piece: T): T => {
    const text = JSON.stringify(piece);
    if (!known.has(text)) known.set(text, piece);
    return known.get(text) as T;
  };
  if (producers.length + queues.length + pools.length < MANY) return;
  for (const queue of queues) {
    queue.name = same(queue.name);
    queue.limit = same(queue.limit);
  }
  for (const producer of producers) {
    producer.arrivals = same(producer.arrivals);
    producer.batch = same(producer.batch);
    producer.mix = same(producer.mix);
    for (const way of producer.to) way.to = way.to.map(same);
  }
  for (const pool of pools) {
    pool.service = same(pool.service);
    pool.then = same(pool.then);
    for (const from of pool.from) from.queue = same(from.queue);
  }
}

/** Models of fewer parts take little room anyway. */
const MANY = 1000;
