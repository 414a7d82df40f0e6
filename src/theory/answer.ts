import type { Prediction } from "../queueing/steady-state.ts";
import { mean as meanOfLaw } from "../random/moments.ts";
import { type Situation, sameExponential } from "./situation.ts";

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

/** Recognises one kind of queue; null where it is another. */
export type Rule = (situation: Situation) => Answer | null;

export const BOLCH = "Bolch, Greiner, de Meer & Trivedi (1998), Queueing Networks and Markov Chains";
export const KLEINROCK = "Kleinrock (1975), Queueing Systems, volume 1";

export function exactly(model: string, source: string, all: Partial<Prediction>): Answer {
  return { model, exact: true, source, all, classes: new Map() };
}

/** μ [1/s] where all classes have one exponential law of service. */
export function exponentialRate(s: Situation): number | null {
  const laws = s.classes.map((cls) => cls.law);
  return sameExponential(laws) ? 1 / meanOfLaw(laws[0]) : null;
}

export function isLimited(s: Situation): boolean {
  return Number.isFinite(s.queue.limit.amount);
}

/** K: places in the system, those in service included. */
export function capacityOf({ queue, servers }: Situation): number {
  return queue.limit.counts === "system" ? queue.limit.amount : queue.limit.amount + servers;
}

/** Whether messages wait in one line for whichever server is free, and each server works on one to its end. */
export function isOneLine({ pool }: Situation): boolean {
  return pool.serve === "one" && pool.from[0].window === pool.concurrency;
}

/** Whether the order of service does not look at service times and knows no classes. */
export function isBlind(s: Situation): boolean {
  const { order } = s.queue;
  return order === "fifo" || order === "lifo" || order === "random" || (order === "priority" && s.classes.length === 1);
}

export function isFifo(s: Situation): boolean {
  return s.queue.order === "fifo" || (s.queue.order === "priority" && s.classes.length === 1);
}

/** Service in another order than that of arrival changes the law of times, but not their means. */
export function ordered(s: Situation, law: Partial<Prediction>): Partial<Prediction> {
  return isFifo(s) ? law : withoutTimeLaws(law);
}

function withoutTimeLaws(law: Partial<Prediction>): Partial<Prediction> {
  const kept = { ...law };
  for (const key of TIME_LAWS) delete kept[key];
  return kept;
}

const TIME_LAWS = [
  "waitingVariance",
  "sojournVariance",
  "waitingTail",
  "waitingQuantile",
  "sojournTail",
  "sojournQuantile",
] as const;

/** All classes together, from each. */
export function pooled(s: Situation, classes: Map<string, Partial<Prediction>>): Partial<Prediction> {
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
