import type { Model, Pool, Queue } from "../spec.ts";

/**
 * Why simjs cannot run a model, as a sentence; null when it can. It has servers behind unlimited queues that serve in
 * order of arrival, and no more that could be relied on: its last-come-first-served and processor-sharing facilities
 * are faulty, its limited ones answer too late for a sender to act on.
 */
export function refusal(model: Model): string | null {
  for (const queue of model.queues) {
    const why = queueRefusal(queue, model);
    if (why !== null) return why;
  }
  for (const pool of model.pools) {
    const why = poolRefusal(pool);
    if (why !== null) return why;
  }
  return null;
}

function queueRefusal({ name, order, limit }: Queue, { pools }: Model): string | null {
  if (order !== "fifo") return `simjs serves only in order of arrival, and ${name} has the order ${order}.`;
  if (Number.isFinite(limit.amount)) {
    return `simjs is used with unlimited queues only, and ${name} holds at most ${limit.amount} messages.`;
  }
  const takers = pools.filter((pool) => pool.from.some(({ queue }) => queue === name));
  if (takers.length === 0) return `simjs has no queue without servers, and nobody consumes from ${name}.`;
  if (takers.length > 1) {
    const names = takers.map((pool) => pool.name).join(" and ");
    return `simjs has one kind of servers behind a queue, and ${names} share ${name}.`;
  }
  return null;
}

function poolRefusal({ name, from, replicas, concurrency, serve }: Pool): string | null {
  if (serve !== "one") return `simjs is used with servers that finish what they began, and ${name} is ${serve}.`;
  if (from.length !== 1) return `simjs has servers for one queue each, and ${name} consumes from ${from.length}.`;
  const [{ queue, window }] = from;
  if (window < concurrency) {
    return `simjs keeps no server waiting, and ${name} takes at most ${window} from ${queue} for ${concurrency} servers.`;
  }
  if (window > concurrency && replicas > 1) {
    return `simjs has one line for all servers, and each replica of ${name} prefetches into a line of its own.`;
  }
  return null;
}
