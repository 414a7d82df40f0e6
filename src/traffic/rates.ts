import { meanRate } from "../random/arrival-rate.ts";
import { discreteMean } from "../random/discrete.ts";
import { mean } from "../random/moments.ts";
import { rateCurve } from "../random/profile.ts";
import type { Model, Name, Pool, Producer, Service } from "../spec.ts";
import { takers } from "./takers.ts";

/** Rates by class, indexed like `Model.classes` [1/s]. */
export type Rates = Float64Array;

/** A pass over a queue costs little; so many are enough for feedback of 99.9 % and for long chains. */
const MOST_PASSES = 100_000;

/**
 * Messages that come to each queue from producers and from other pools, if no queue is full: the traffic equations,
 * solved by pushing on what arrives until what is left is nothing. Null when it does not come to an end, as when
 * copies multiply faster than they leave. Clients that wait for answers are left out: they cannot overload a queue.
 */
export function traffic(model: Model): Map<Name, Rates> | null {
  const classes = model.classes.length;
  const total = new Map<Name, Rates>(model.queues.map(({ name }) => [name, new Float64Array(classes)]));
  const pushing = new Map<Name, Rates>();
  const arrive = (queue: Name, rates: Rates, share: number) => {
    const waiting = pushing.get(queue) ?? new Float64Array(classes);
    for (let i = 0; i < classes; i++) waiting[i] += rates[i] * share;
    pushing.set(queue, waiting);
  };
  for (const producer of model.producers) {
    const rates = published(producer, classes);
    for (const way of producer.to) for (const queue of way.to) arrive(queue, rates, way.share);
  }
  const negligible = 1e-9 * [...pushing.values()].reduce((sum, rates) => sum + sumOf(rates), 0);
  const takersOf = takers(model.pools);
  let passes = MOST_PASSES + 10 * model.queues.length;
  for (const [queue, rates] of pushing) {
    pushing.delete(queue); // entries added later are met later in this loop
    if (sumOf(rates) <= negligible) continue;
    if (passes-- === 0) return null;
    const sum = total.get(queue)!;
    for (let i = 0; i < classes; i++) sum[i] += rates[i];
    for (const { pool, share } of split(takersOf.get(queue), rates)) {
      for (const way of pool.then) for (const onward of way.to) arrive(onward, rates, share * way.share);
    }
  }
  return total;
}

function published({ arrivals, count, batch, profile, mix }: Producer, classes: number): Rates {
  const rates = new Float64Array(classes);
  const factor = profile === null ? 1 : rateCurve(profile).mean;
  const rate = (meanRate(arrivals) ?? 0) * count * discreteMean(batch) * factor;
  for (const part of mix) rates[part.class] += rate * part.share;
  return rates;
}

/** How pools share the messages of one queue: by their speed. */
export function split(pools: readonly Pool[], rates: Rates): { pool: Pool; share: number }[] {
  if (pools.length === 1) return [{ pool: pools[0], share: 1 }];
  const speeds = pools.map(
    (pool) => (pool.replicas * pool.concurrency) / Math.max(1e-12, serviceTime(pool.service, rates)),
  );
  const all = speeds.reduce((sum, speed) => sum + speed, 0);
  return pools.map((pool, i) => ({ pool, share: all > 0 ? speeds[i] / all : 1 / pools.length }));
}

/** Mean service time of messages whose classes come at these rates [s]. */
export function serviceTime(service: Service, rates: Rates): number {
  if (service.by === "arrival") return service.times.reduce((sum, time) => sum + time, 0) / service.times.length;
  const all = sumOf(rates);
  let sum = 0;
  for (let i = 0; i < rates.length; i++) if (rates[i] > 0) sum += (rates[i] / all) * mean(service.law[i]);
  return sum;
}

function sumOf(rates: Rates): number {
  return rates.reduce((sum, rate) => sum + rate, 0);
}
