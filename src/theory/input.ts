import { probability } from "../random/discrete.ts";
import type { Discrete } from "../random/distribution.ts";
import type { Model, Name, Pool, Producer, Queue } from "../spec.ts";
import { copies, FlowGraph } from "./flow-graph.ts";
import { commonLaw, type Input, presentOf, type Station } from "./station.ts";

/** How messages arrive at a queue, followed back to the producers. `station` is the queue itself, without its input. */
export function inputOf(model: Model, queue: Name, station: Station): Input {
  const graph = new FlowGraph(model);
  const producers = graph.producersOf(queue);
  const ways = graph.feedersOf(queue).length + producers.length;
  const own = ways === 1 && producers.length === 1 ? inputOfProducer(model, producers[0]) : null;
  if (own !== null) return own;
  const looped = graph.isOnCycle(queue);
  const why = notPoisson(model, graph, queue) ?? (looped ? notProductForm(station) : null);
  if (why !== null) return { kind: "unknown", why };
  if (isClassSensitive(station)) {
    const sorted = graph.before(queue).find((name) => sortsClasses(model, graph, name));
    if (sorted !== undefined) return { kind: "unknown", why: `classes leave ${sorted} in order of their priority` };
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

function isPoisson({ arrivals, batch, profile }: Producer): boolean {
  return arrivals.process === "poisson" && profile === null && batch.discrete === "constant" && batch.value === 1;
}

/**
 * Why what comes to a queue is not as if it were Poisson; null if it is. Streams from outside must be Poisson, and every
 * station on the way quasi-reversible, so that its departures are Poisson (Burke 1956) or, where messages come back,
 * the whole has product form (Jackson 1957; Baskett, Chandy, Muntz & Palacios 1975).
 */
function notPoisson(model: Model, graph: FlowGraph, queue: Name): string | null {
  if (graph.meetsItself(queue)) return "copies of one message come to it on several ways";
  const before = graph.before(queue);
  for (const name of new Set([queue, ...before])) {
    const other = graph.producersOf(name).find((producer) => !isPoisson(producer));
    if (other !== undefined) return describeProducer(other);
  }
  const cyclic = before.some((name) => graph.isOnCycle(name));
  for (const name of before) {
    const pools = graph.takersOf(name);
    if (pools.length !== 1) return `${pools.length} consumer pools take from ${name}, which feeds it`;
    const [pool] = pools;
    if (cyclic && copies(pool)) return `${pool.name} sends copies on, and messages come back`;
    const why = notReversible(pool, model.queues.find((one) => one.name === name)!);
    if (why !== null) return why;
  }
  return null;
}

function describeProducer({ name, arrivals, profile, batch }: Producer): string {
  if (profile !== null) return `the rate of ${name} varies with time`;
  const single = batch.discrete === "constant" && batch.value === 1;
  if (arrivals.process === "poisson" && !single) return `${name} publishes in batches`;
  const words = { closed: "waits for answers", times: "replays recorded times" };
  const word = arrivals.process === "closed" || arrivals.process === "times" ? words[arrivals.process] : null;
  return word === null ? `${name} does not publish a Poisson stream` : `${name} ${word}`;
}

/** Why what leaves a pool is not a Poisson stream, if what arrives is one; null if it is. */
function notReversible(pool: Pool, queue: Queue): string | null {
  if (Number.isFinite(queue.limit.amount)) return `${queue.name} can be full`;
  if (pool.from.length > 1) return `${pool.name} takes from several queues`;
  if (pool.service.by !== "class") return `service at ${pool.name} is recorded`;
  if (pool.serve === "shared") return null; // whatever the laws of service
  const [first] = pool.service.law;
  const exponential = first.dist === "exponential" && pool.service.law.every((law) => same(law, first));
  if (!exponential)
    return `service at ${pool.name} is not exponential and the same for all, so what leaves it is not Poisson`;
  if (pool.serve !== "one" || queue.order === "shortest") return `what leaves ${pool.name} is not a Poisson stream`;
  const inOneLine = pool.from[0].window === pool.concurrency;
  return inOneLine ? null : `${pool.name} takes messages ahead of time, so what leaves it is not Poisson`;
}

function same(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Why a station to which messages come back has no product form; null if it has. */
function notProductForm(s: Station): string | null {
  const suits = s.serve === "shared" || (commonLaw(s)?.dist === "exponential" && s.order !== "shortest");
  return suits && s.line === "one" && s.capacity === Infinity ? null : "messages come back to it";
}

/** Whether it matters which class comes when: classes differ in law or urgency. */
function isClassSensitive(s: Station): boolean {
  const present = presentOf(s.classes);
  const ranked = s.order === "priority" || s.serve === "preemptive";
  return commonLaw(s) === null || (ranked && new Set(present.map(({ priority }) => priority)).size > 1);
}

/** Whether a queue hands classes on in another order than they came. */
function sortsClasses(model: Model, graph: FlowGraph, name: Name): boolean {
  const { order } = model.queues.find((one) => one.name === name)!;
  const urgencies = new Set(model.classes.map(({ priority }) => priority));
  return (
    urgencies.size > 1 && (order === "priority" || graph.takersOf(name).some((pool) => pool.serve === "preemptive"))
  );
}
