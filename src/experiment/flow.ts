import type { Arrivals } from "../random/arrivals.ts";
import { asMap, phaseGenerator } from "../random/arrive/map.ts";
import { discreteMean } from "../random/discrete.ts";
import { stationaryDistribution } from "../random/markov.ts";
import { mean } from "../random/moments.ts";
import { rateCurve } from "../random/profile.ts";
import type { Model, Name, Pool, Producer } from "../spec.ts";

/** Messages a second that reach each queue if none is lost and every queue keeps up. */
export interface Flow {
  /** From all producers together [1/s]. */
  published: number;
  /** By queue [1/s]. */
  reaching: Map<Name, number>;
}

const SWEEPS = 10_000;

/** Solves the traffic equations by sweeping through them: a feedback of probability p gains a digit in log p sweeps. */
export function flowOf(model: Model): Flow {
  const reaching = new Map<Name, number>(model.queues.map((queue) => [queue.name, 0]));
  let published = 0;
  for (const producer of model.producers) {
    const rate = publishRate(producer, model);
    published += rate;
    for (const way of producer.to) for (const to of way.to) add(reaching, to, rate * way.share);
  }
  const outside = new Map(reaching);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const next = new Map(outside);
    for (const pool of model.pools) {
      const served = sumOf(pool.from.map(({ queue }) => reaching.get(queue)! * shareOf(pool, queue, model)));
      for (const way of pool.then) for (const to of way.to) add(next, to, served * way.share);
    }
    if (settled(reaching, next)) break;
    for (const [queue, rate] of next) reaching.set(queue, rate);
  }
  return { published, reaching };
}

/** Mean service time of a pool over the classes of `mix` [s]. */
export function meanService(pool: Pool, mix: number[]): number {
  const { service } = pool;
  if (service.by === "arrival") return sumOf(service.times) / service.times.length;
  return sumOf(service.law.map((law, cls) => (mix[cls] === 0 ? 0 : mix[cls] * mean(law))));
}

/** Share of each class among all that is published. */
export function classMix(model: Model): number[] {
  const rates = model.classes.map(() => 0);
  for (const producer of model.producers) {
    const rate = publishRate(producer, model);
    for (const { class: cls, share } of producer.mix) rates[cls] += rate * share;
  }
  const all = sumOf(rates);
  return rates.map((rate) => (all > 0 ? rate / all : 1 / rates.length));
}

/** Messages a second that all instances of a producer publish together; an upper bound for a closed population. */
export function publishRate(producer: Producer, model: Model): number {
  const { arrivals, batch, count, profile } = producer;
  if (arrivals.process === "closed") return (count * arrivals.population) / (mean(arrivals.think) + quickest(model));
  const factor = profile === null ? 1 : rateCurve(profile).mean;
  return meanRate(arrivals) * count * discreteMean(batch) * factor;
}

/** The shortest mean service of the model [s]: no closed cycle is faster than thinking and one of it. */
function quickest(model: Model): number {
  const mix = model.classes.map(() => 1 / model.classes.length);
  return Math.min(...model.pools.map((pool) => meanService(pool, mix)));
}

/** The part of a queue's messages that a pool takes, by its servers among those of all pools on the queue. */
function shareOf(pool: Pool, queue: Name, model: Model): number {
  const servers = (one: Pool) => one.replicas * one.concurrency;
  const pools = model.pools.filter((one) => one.from.some((from) => from.queue === queue));
  return servers(pool) / sumOf(pools.map(servers));
}

function settled(before: Map<Name, number>, after: Map<Name, number>): boolean {
  for (const [queue, rate] of after) if (Math.abs(rate - before.get(queue)!) > 1e-12 * rate) return false;
  return true;
}

function add(rates: Map<Name, number>, name: Name, rate: number): void {
  rates.set(name, rates.get(name)! + rate);
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0);
}

/** Arrivals a second in the long run. */
function meanRate(a: Exclude<Arrivals, { process: "closed" }>): number {
  switch (a.process) {
    case "poisson":
      return a.rate;
    case "periodic":
      return 1 / a.interval;
    case "renewal":
      return 1 / mean(a.interval);
    case "times":
      return a.at.length / (a.period ?? a.at[a.at.length - 1]);
    default: {
      const rates = asMap(a);
      const phases = stationaryDistribution(phaseGenerator(rates));
      return sumOf(phases.map((share, i) => share * sumOf(rates.d1[i])));
    }
  }
}
