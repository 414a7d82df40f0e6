import { finiteSource } from "../queueing/finite-source.ts";
import { gm1, gmc } from "../queueing/gmc.ts";
import { mdc } from "../queueing/mdc.ts";
import { mg1, mg1Law } from "../queueing/mg1.ts";
import { mmc } from "../queueing/mmc.ts";
import { mmck } from "../queueing/mmck.ts";
import { nonPreemptive, preemptiveResume } from "../queueing/priority.ts";
import type { Prediction } from "../queueing/steady-state.ts";
import { mean as meanOfLaw } from "../random/moments.ts";
import type { Model, Queue } from "../spec.ts";
import { intervalsOf, lawOf, momentsOf } from "./laws.ts";
import { type Situation, sameExponential, situationOf } from "./situation.ts";

/** What theory says of one queue: the name of the model it is an instance of, and its figures. */
export interface Answer {
  model: string;
  exact: boolean;
  source: string;
  /** All classes together. */
  all: Partial<Prediction>;
  /** By name of class, where theory tells them apart. */
  classes: Map<string, Partial<Prediction>>;
}

/** Theory for a queue, or in words why there is none here. */
export function predict(model: Model, queue: Queue): Answer | { why: string } {
  const situation = situationOf(model, queue);
  if ("why" in situation) return situation;
  if (situation.input.kind === "unknown") return { why: situation.input.why };
  try {
    for (const recognise of RULES) {
      const answer = recognise(situation);
      if (answer !== null) return answer;
    }
  } catch (error) {
    if (error instanceof RangeError) return { why: error.message };
    throw error;
  }
  return { why: "no formula for this combination of arrivals, service and order" };
}

type Rule = (situation: Situation) => Answer | null;

/** Tried in this order; the first that applies answers. */
const RULES: Rule[] = [markovian, finite, closed, priority, constantService, generalService, renewal, pushed, sharing];

const BOOK = "Bolch, Greiner, de Meer & Trivedi (1998), Queueing Networks and Markov Chains";
const KLEINROCK = "Kleinrock (1975), Queueing Systems, volume 1";

function markovian(s: Situation): Answer | null {
  const mu = exponentialRate(s);
  if (s.input.kind !== "poisson" || mu === null || isLimited(s) || !isOneQueue(s)) return null;
  if (s.queue.order === "priority" && s.classes.length > 1) return null;
  const law = mmc(s.rate, mu, s.servers);
  return answer(`M/M/${s.servers}`, `${BOOK}, §6.5`, ordered(s, law));
}

function finite(s: Situation): Answer | null {
  const mu = exponentialRate(s);
  const { amount, counts, overflow } = s.queue.limit;
  if (s.input.kind !== "poisson" || mu === null || !isLimited(s) || !isOneQueue(s) || overflow !== "refuse")
    return null;
  if (s.queue.order === "priority" && s.classes.length > 1) return null;
  const capacity = counts === "system" ? amount : amount + s.servers;
  if (capacity < s.servers) return null;
  const law = mmck(s.rate, mu, s.servers, capacity);
  return answer(`M/M/${s.servers}/${capacity}`, `${BOOK}, §6.7`, ordered(s, law));
}

function closed(s: Situation): Answer | null {
  const mu = exponentialRate(s);
  if (s.input.kind !== "closed" || mu === null || isLimited(s) || !isOneQueue(s) || s.queue.order !== "fifo")
    return null;
  const { population, think } = s.input;
  const law = finiteSource(population, meanOfLaw(think), mu, s.servers);
  return answer(`M/M/${s.servers}//${population}`, `${BOOK}, §6.8`, law);
}

function priority(s: Situation): Answer | null {
  const { pool, queue } = s;
  const ranked = queue.order === "priority" || pool.serve === "preemptive";
  if (!ranked || s.input.kind !== "poisson" || s.servers !== 1 || isLimited(s) || !isIdeal(s)) return null;
  const present = s.classes.filter((cls) => cls.share > 0).sort((a, b) => b.priority - a.priority);
  if (new Set(present.map((cls) => cls.priority)).size < present.length) return null;
  const solve = pool.serve === "preemptive" ? preemptiveResume : nonPreemptive;
  const states = solve(
    present.map((cls) => ({ lambda: s.rate * cls.share, service: momentsOf([{ share: 1, law: cls.law }]) })),
  );
  const classes = new Map(present.map((cls, i) => [cls.name, states[i]]));
  const name = pool.serve === "preemptive" ? "M/G/1 preemptive-resume priority" : "M/G/1 non-preemptive priority";
  return {
    model: name,
    exact: true,
    source: "Cobham (1954), Operations Research 2(1), 70–76",
    all: pooled(s, classes),
    classes,
  };
}

function constantService(s: Situation): Answer | null {
  const [{ law }] = s.classes;
  if (s.input.kind !== "poisson" || s.classes.length > 1 || law.dist !== "constant" || s.servers === 1) return null;
  if (isLimited(s) || !isOneQueue(s) || s.queue.order !== "fifo") return null;
  return answer(
    `M/D/${s.servers}`,
    "Tijms (2003), A First Course in Stochastic Models, §9.6",
    mdc(s.rate, law.value, s.servers),
  );
}

function generalService(s: Situation): Answer | null {
  if (s.input.kind !== "poisson" || s.servers !== 1 || isLimited(s) || !isOneQueue(s)) return null;
  if (s.queue.order === "priority" && s.classes.length > 1) return null;
  const source = `Pollaczek–Khinchine; ${KLEINROCK}, §5.6`;
  const name = `M/G/1 (${s.classes.map((cls) => cls.law.dist).join(", ")})`;
  if (s.classes.length === 1) {
    const law = lawOf(s.classes[0].law);
    return answer(name, source, Number.isFinite(law.third) ? ordered(s, mg1Law(s.rate, law)) : mg1(s.rate, law));
  }
  const all = mg1(s.rate, momentsOf(s.classes));
  const classes = new Map(s.classes.map((cls) => [cls.name, { waitingTime: all.waitingTime }]));
  return {
    model: name,
    exact: true,
    source,
    all: ordered(s, all),
    classes: s.queue.order === "fifo" ? classes : new Map(),
  };
}

function renewal(s: Situation): Answer | null {
  const mu = exponentialRate(s);
  if (s.input.kind !== "arrivals" || mu === null || isLimited(s) || !isOneQueue(s) || s.queue.order !== "fifo")
    return null;
  const { arrivals } = s.input;
  if (arrivals.process !== "renewal") return null;
  const interval = intervalsOf(arrivals.interval);
  const law = s.servers === 1 ? gm1(interval, mu) : gmc(interval, mu, s.servers);
  return answer(`G/M/${s.servers} (${arrivals.interval.dist})`, `${KLEINROCK}, chapter 6`, law);
}

/** Unlimited prefetch deals messages out in turn: each consumer sees every n-th arrival, an Erlang interval. */
function pushed(s: Situation): Answer | null {
  const mu = exponentialRate(s);
  const { pool, queue } = s;
  if (s.input.kind !== "poisson" || mu === null || isLimited(s) || queue.order !== "fifo" || pool.serve !== "one")
    return null;
  if (pool.from[0].window !== Number.POSITIVE_INFINITY || pool.concurrency !== 1) return null;
  const n = pool.replicas;
  const one = gm1(intervalsOf({ dist: "erlang", stages: n, mean: n / s.rate }), mu);
  const all = { ...one, numberInSystem: n * one.numberInSystem, numberInQueue: n * one.numberInQueue };
  const { probability: _, numberVariance: __, ...times } = all;
  return answer(`${n} × E${n}/M/1 (dealt out in turn)`, `${KLEINROCK}, §6.4`, times);
}

function sharing(s: Situation): Answer | null {
  if (s.input.kind !== "poisson" || s.pool.serve !== "shared" || s.servers !== 1 || isLimited(s)) return null;
  const service = momentsOf(s.classes);
  const rho = s.rate * service.mean;
  const { numberInSystem, sojournTime, probability, numberVariance } = mmc(s.rate, 1 / service.mean, 1);
  const classes = new Map(s.classes.map((cls) => [cls.name, { sojournTime: meanOfLaw(cls.law) / (1 - rho) }]));
  const all = { utilization: rho, numberInSystem, sojournTime, probability, numberVariance };
  return {
    model: "M/G/1 processor sharing",
    exact: true,
    source: `${KLEINROCK.replace("1975", "1976").replace("volume 1", "volume 2")}, §4.4`,
    all,
    classes,
  };
}

function answer(model: string, source: string, all: Partial<Prediction>): Answer {
  return { model, exact: true, source, all, classes: new Map() };
}

/** Service in another order than that of arrival changes the law of times, but not their means. */
function ordered(s: Situation, law: Partial<Prediction>): Partial<Prediction> {
  if (s.queue.order === "fifo" || (s.queue.order === "priority" && s.classes.length === 1)) return law;
  const { utilization, numberInSystem, numberInQueue, sojournTime, waitingTime } = law as Prediction;
  const { throughput, lossProbability, probability, numberVariance } = law;
  const kept = { throughput, lossProbability, probability, numberVariance };
  const defined = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  return { utilization, numberInSystem, numberInQueue, sojournTime, waitingTime, ...defined };
}

/** All classes together, from each. */
function pooled(s: Situation, classes: Map<string, Partial<Prediction>>): Partial<Prediction> {
  const sum = (of: (state: Prediction, share: number) => number) =>
    s.classes.reduce((total, cls) => {
      const state = classes.get(cls.name);
      return state === undefined ? total : total + of(state as Prediction, cls.share);
    }, 0);
  return {
    utilization: sum((state) => state.utilization),
    numberInSystem: sum((state) => state.numberInSystem),
    numberInQueue: sum((state) => state.numberInQueue),
    sojournTime: sum((state, share) => share * state.sojournTime),
    waitingTime: sum((state, share) => share * state.waitingTime),
  };
}

/** μ [1/s] where all classes have one exponential law of service. */
function exponentialRate(s: Situation): number | null {
  const laws = s.classes.map((cls) => cls.law);
  return sameExponential(laws) ? 1 / meanOfLaw(laws[0]) : null;
}

function isLimited(s: Situation): boolean {
  return Number.isFinite(s.queue.limit.amount);
}

/** Whether messages wait in one line for whichever server is free, and each server works on one to its end. */
function isOneQueue(s: Situation): boolean {
  return s.pool.serve === "one" && isIdeal(s) && s.queue.order !== "shortest";
}

function isIdeal({ pool }: Situation): boolean {
  return pool.serve !== "one" || pool.from[0].window === pool.concurrency;
}
