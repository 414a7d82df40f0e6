import type { Model, Name, Pool, Producer, Queue } from "../spec.ts";

/** A queue and the one pool that serves it. */
export interface Station {
  queue: Queue;
  pool: Pool;
}

/** The stations of `model` that {@link Stations} can run, in the order of their queues. */
export function textbookStations(model: Model): Station[] {
  if (model.classes.length > 1) return [];
  const takers = new Map<Name, Pool[]>();
  for (const pool of model.pools) {
    for (const { queue } of pool.from) takers.set(queue, [...(takers.get(queue) ?? []), pool]);
  }
  const stations = model.queues.flatMap((queue) => {
    const [pool, ...others] = takers.get(queue.name) ?? [];
    return pool !== undefined && others.length === 0 && isPlain(queue, pool) ? [{ queue, pool }] : [];
  });
  return closedUnderRouting(stations);
}

/** Whether each of the producer's messages goes, alone, to the one place that all of them go to. */
export function isSource({ arrivals, batch, to }: Producer): boolean {
  const alone = batch.discrete === "constant" && batch.value === 1;
  return arrivals.process !== "closed" && alone && to.length === 1 && to[0].to.length === 1;
}

/** A consumer that is never sent more than it can serve at once finds no difference between its own line and the queue. */
function isPlain({ order, limit }: Queue, { from, serve, concurrency, service, then }: Pool): boolean {
  const unlimited = order === "fifo" && limit.amount === Number.POSITIVE_INFINITY;
  const served = serve === "one" && service.by === "class" && from.length === 1 && from[0].window <= concurrency;
  return unlimited && served && then.every((way) => way.to.length <= 1);
}

/** Without those that send messages to places which are not among them, and so on. */
function closedUnderRouting(stations: Station[]): Station[] {
  const inside = new Set(stations.map(({ queue }) => queue.name));
  const sendersTo = new Map<Name, Name[]>();
  for (const { queue, pool } of stations) {
    for (const target of targetsOf(pool)) sendersTo.set(target, [...(sendersTo.get(target) ?? []), queue.name]);
  }
  const outside = [...sendersTo.keys()].filter((target) => !inside.has(target));
  for (const target of outside) {
    for (const sender of sendersTo.get(target) ?? []) if (inside.delete(sender)) outside.push(sender);
  }
  return stations.filter(({ queue }) => inside.has(queue.name));
}

export function targetsOf({ then }: Pool): Name[] {
  return then.flatMap((way) => way.to);
}
