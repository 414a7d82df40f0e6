import type { Arrivals } from "../random/arrivals.ts";
import { probability } from "../random/discrete.ts";
import type { Discrete, Distribution } from "../random/distribution.ts";
import type { Model, Name, Pool, Producer, Queue } from "../spec.ts";
import { traffic } from "../traffic/rates.ts";

/** One queue and its consumers as theory sees them: what arrives, who serves, under which rule. */
export interface Situation {
  queue: Queue;
  pool: Pool;
  /** Servers in all. */
  servers: number;
  /** Messages a second that are offered. */
  rate: number;
  input: Input;
  /** Share of each class, and its law of service; indexed like the model's classes. */
  classes: { name: string; priority: number; share: number; law: Distribution }[];
  /** Whether everything that arrives was published just now, so that a sojourn here is the latency. */
  first: boolean;
}

/** How messages arrive at a queue. */
export type Input =
  | { kind: "poisson" }
  /** A producer that sends everything here, one message at a time. */
  | { kind: "arrivals"; arrivals: Arrivals }
  | { kind: "closed"; population: number; think: Distribution }
  /** Poisson batches; `sizes[i]` is the probability of i + 1 messages. */
  | { kind: "batches"; rate: number; sizes: number[] }
  | { kind: "unknown"; why: string };

/** The situation of a queue, or in words why theory has nothing to say about it. */
export function situationOf(model: Model, queue: Queue): Situation | { why: string } {
  const pools = model.pools.filter((pool) => pool.from.some((from) => from.queue === queue.name));
  if (pools.length !== 1) return { why: `${pools.length} consumer pools take from it` };
  const [pool] = pools;
  if (pool.from.length > 1) return { why: `${pool.name} takes from several queues` };
  const { service } = pool;
  if (service.by === "arrival") return { why: "service times are recorded ones" };
  if (waitsSomewhere(model, pool)) return { why: `${pool.name} can be blocked by a full queue` };
  const rates = traffic(model)?.get(queue.name);
  if (rates === undefined) return { why: "messages multiply faster than they leave" };
  const rate = rates.reduce((sum, one) => sum + one, 0);
  return {
    queue,
    pool,
    servers: pool.replicas * pool.concurrency,
    rate,
    input: inputOf(model, queue.name, new Set()),
    classes: model.classes.map((cls, i) => ({
      ...cls,
      share: rate > 0 ? rates[i] / rate : 1 / rates.length,
      law: service.law[i],
    })),
    first: feeders(model, queue.name).length === 0,
  };
}

/** Pools that send messages on to a queue. */
function feeders(model: Model, queue: Name): Pool[] {
  return model.pools.filter((pool) => pool.then.some((way) => way.to.includes(queue)));
}

function waitsSomewhere(model: Model, pool: Pool): boolean {
  const targets = new Set(pool.then.flatMap((way) => way.to));
  return model.queues.some((queue) => targets.has(queue.name) && queue.limit.overflow === "wait");
}

/** Follows what arrives at a queue back to its producers. `seen` holds the queues on the way here. */
function inputOf(model: Model, queue: Name, seen: Set<Name>): Input {
  if (seen.has(queue)) return { kind: "unknown", why: "messages come back to it" };
  const producers = model.producers.filter((producer) => producer.to.some((way) => way.to.includes(queue)));
  const pools = feeders(model, queue);
  const [only] = producers;
  if (producers.length === 1 && pools.length === 0) {
    const input = inputOfProducer(model, only);
    if (input !== null) return input;
  }
  for (const producer of producers) {
    if (!isPoisson(producer)) return { kind: "unknown", why: `${producer.name} does not publish a Poisson stream` };
  }
  for (const pool of pools) {
    const departures = departuresOf(model, pool, new Set(seen).add(queue));
    if (departures !== null) return { kind: "unknown", why: departures };
  }
  return { kind: "poisson" };
}

/** Of a producer that feeds a queue alone; null where it counts as one Poisson stream among others. */
function inputOfProducer(model: Model, producer: Producer): Input | null {
  const { arrivals, batch, profile, count, to } = producer;
  const plain = profile === null && count === 1 && batch.discrete === "constant" && batch.value === 1;
  const whole = to.length === 1 && to[0].to.length === 1;
  if (isPoisson(producer)) return null;
  if (arrivals.process === "closed" && whole && model.producers.length === 1 && leavesAtOnce(model)) {
    return { kind: "closed", population: arrivals.population * count, think: arrivals.think };
  }
  if (arrivals.process === "poisson" && profile === null && whole) {
    const sizes = sizesOf(batch);
    return sizes === null ? null : { kind: "batches", rate: arrivals.rate * count, sizes };
  }
  return plain && whole ? { kind: "arrivals", arrivals } : null;
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

function isPoisson({ arrivals, batch, profile }: Producer): boolean {
  return arrivals.process === "poisson" && profile === null && batch.discrete === "constant" && batch.value === 1;
}

/** Why the departures of a pool are not a Poisson stream; null if they are (Burke 1956). */
function departuresOf(model: Model, pool: Pool, seen: Set<Name>): string | null {
  for (const { queue: name } of pool.from) {
    const queue = model.queues.find((one) => one.name === name)!;
    const exponential = pool.service.by === "class" && sameExponential(pool.service.law);
    const window = pool.from.every((from) => from.window === pool.concurrency);
    const markovian = exponential && pool.serve === "one" && window && queue.order !== "shortest";
    if (!markovian) return `what leaves ${pool.name} is not a Poisson stream`;
    if (Number.isFinite(queue.limit.amount)) return `${name} can be full`;
    const input = inputOf(model, name, seen);
    if (input.kind !== "poisson") return `what reaches ${name} is not a Poisson stream`;
  }
  return null;
}

/** Whether all laws are one exponential law. */
export function sameExponential(laws: Distribution[]): boolean {
  const [first] = laws;
  return first.dist === "exponential" && laws.every((law) => law.dist === "exponential" && law.mean === first.mean);
}

/** Whether all messages that are published reach the queues as expected: no losses anywhere. */
export function isLossless(model: Model): boolean {
  return model.queues.every((queue) => !Number.isFinite(queue.limit.amount));
}
