import { probability } from "../random/discrete.ts";
import type { Discrete } from "../random/distribution.ts";
import type { Model, Name, Producer } from "../spec.ts";
import { isPoisson, type Sources } from "./sources.ts";
import { commonLaw, type Input, presentOf, type Station } from "./station.ts";

/** How messages arrive at a queue. `station` is the queue itself, without its input. */
export function inputOf(model: Model, sources: Sources, queue: Name, station: Station): Input {
  const { graph } = sources;
  const producers = graph.producersOf(queue);
  const ways = graph.feedersOf(queue).length + producers.length;
  const own = ways === 1 && producers.length === 1 ? inputOfProducer(model, producers[0]) : null;
  if (own !== null) return own;
  const { why, looped, sorter } = sources.of(queue);
  if (why !== null) return { kind: "unknown", why };
  if (sorter !== null && isClassSensitive(station)) {
    return { kind: "unknown", why: `classes leave ${sorter} in order of their priority` };
  }
  return { kind: looped ? "product form" : "poisson" };
}

/** Of a producer that feeds a queue alone; null where it counts as one Poisson stream among others. */
function inputOfProducer(model: Model, producer: Producer): Input | null {
  const { arrivals, batch, profile, count, to } = producer;
  if (isPoisson(producer)) return null;
  if (profile !== null) return { kind: "unknown", why: `the rate of ${producer.name} varies with time` };
  const single = batch.discrete === "constant" && batch.value === 1;
  const whole = to.length === 1 && to[0].to.length === 1;
  if (arrivals.process === "closed" && single && whole && model.producers.length === 1 && leavesAtOnce(model)) {
    return { kind: "closed", population: arrivals.population * count, think: arrivals.think };
  }
  if (arrivals.process === "poisson" && whole) {
    const sizes = sizesOf(batch);
    return sizes === null ? null : { kind: "batches", rate: arrivals.rate * count, sizes };
  }
  const open = arrivals.process !== "times" && arrivals.process !== "closed";
  return open && single && whole && count === 1 ? { kind: "arrivals", arrivals } : null;
}

/** Probabilities of 1, 2, … messages, up to the last that matters; null when there are too many to list. */
function sizesOf(batch: Discrete): number[] | null {
  const sizes: number[] = [];
  for (let sum = 0; sum < 1 - 1e-12; ) {
    if (sizes.length === MOST_SIZES || probability(batch, 0) > 0) return null;
    sizes.push(probability(batch, sizes.length + 1));
    sum += sizes[sizes.length - 1];
  }
  return sizes;
}

const MOST_SIZES = 1000;

/** Whether every message leaves the system after its first service. */
function leavesAtOnce(model: Model): boolean {
  return model.pools.every((pool) => pool.then.every((way) => way.to.length === 0));
}

/** Whether it matters which class comes when: classes differ in law or urgency. */
function isClassSensitive(s: Station): boolean {
  const present = presentOf(s.classes);
  const ranked = s.order === "priority" || s.serve === "preemptive";
  return commonLaw(s) === null || (ranked && new Set(present.map(({ priority }) => priority)).size > 1);
}
