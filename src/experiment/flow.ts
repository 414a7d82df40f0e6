import { meanRate } from "../random/arrival-rate.ts";
import { discreteMean } from "../random/discrete.ts";
import { mean } from "../random/moments.ts";
import { rateCurve } from "../random/profile.ts";
import type { Model, Producer } from "../spec.ts";
import { serviceTime } from "../traffic/rates.ts";

/** Messages a second that all producers publish together; an upper bound for closed populations. */
export function publishedRate(model: Model): number {
  return model.producers.reduce((sum, producer) => sum + publishRate(producer, model), 0) || SOME_RATE;
}

/** Where everything is published at once: any rate gives a grid of batches [1/s]. */
const SOME_RATE = 1;

/** Messages a second that all instances of a producer publish together. */
function publishRate(producer: Producer, model: Model): number {
  const { arrivals, batch, count, profile } = producer;
  if (arrivals.process === "closed") return (count * arrivals.population) / (mean(arrivals.think) + quickest(model));
  const factor = profile === null ? 1 : rateCurve(profile).mean;
  const rate = arrivals.process === "times" && arrivals.period === null ? onceRate(arrivals.at) : meanRate(arrivals)!;
  return rate * count * discreteMean(batch) * factor;
}

/** Of recorded times that are replayed once: their number over the time they take; 0 for a single burst at the start. */
function onceRate(at: number[]): number {
  const last = at[at.length - 1];
  return last > 0 ? at.length / last : 0;
}

/** The shortest mean service of the model [s]: no closed cycle is faster than thinking and one of it. */
function quickest(model: Model): number {
  const even = new Float64Array(model.classes.length).fill(1);
  return Math.max(1e-9, Math.min(...model.pools.map((pool) => serviceTime(pool.service, even))));
}
