import type { Arrivals } from "../random/arrivals.ts";
import type { Distribution } from "../random/distribution.ts";
import type { Pool, Queue } from "../spec.ts";
import type { Twist } from "./twist.ts";

/** One queue and those who serve it, as theory sees them: what arrives, who serves, and under which rules. */
export interface Station {
  /** Messages offered a second; 0 where a closed population decides. */
  rate: number;
  input: Input;
  classes: ServiceClass[];
  /** Infinity: a server for everybody. */
  servers: number;
  /** Those of a model, and three that only theory knows: see the rules in exact/interrupting.ts. */
  order: Queue["order"] | "last-interrupts" | "shortest-remaining" | "least-served";
  serve: Pool["serve"];
  line: Line;
  /** K: places in the system, those in service included; Infinity = no limit. */
  capacity: number;
  overflow: Queue["limit"]["overflow"];
  /** Mean of the exponential time that messages are ready to wait [s]; Infinity = they never leave unserved. */
  patience: number;
  /** null where it does nothing of the kind. */
  twist: Twist | null;
}

/** How messages arrive. */
export type Input =
  /** One by one, a Poisson stream whose classes are drawn independently. */
  | { kind: "poisson" }
  /** Not Poisson, since messages come back; but the network has product form, and each arrival finds what a Poisson one would. */
  | { kind: "product form" }
  /** One process that sends everything here, one message at a time. */
  | { kind: "arrivals"; arrivals: Arrivals }
  | { kind: "closed"; population: number; think: Distribution }
  /** Poisson batches; `sizes[i]` is the probability of i + 1 messages. */
  | { kind: "batches"; rate: number; sizes: number[] }
  /** Known by two moments only: the squared coefficient of variation of the intervals, taken to be independent. */
  | { kind: "moments"; variation: number; why: string }
  | { kind: "unknown"; why: string };

export interface ServiceClass {
  name: string;
  priority: number;
  share: number;
  /** null = only mean and variation are known. */
  law: Distribution | null;
  /** [s] */
  mean: number;
  /** Squared coefficient of variation; Infinity where the variance is infinite. */
  variation: number;
}

/**
 * Where messages wait: in one line for whichever server is free, dealt out in turn as they come (unlimited prefetch), or
 * some of them ahead in the hands of busy consumers.
 */
export type Line = "one" | "dealt out" | "ahead";

export function isLimited(s: Station): boolean {
  return Number.isFinite(s.capacity);
}

/** One line without a limit, from which each server takes one message and works on it to its end; nobody gives up. */
export function isPlain(s: Station): boolean {
  return isPlainButLimit(s) && !isLimited(s);
}

/** As `isPlain`, but there may be a limit. */
export function isPlainButLimit({ serve, line, servers, patience }: Station): boolean {
  return serve === "one" && line === "one" && Number.isFinite(servers) && patience === Infinity;
}

/** Whether the order of service does not look at service times and knows no classes. */
export function isBlind(s: Station): boolean {
  return isFifo(s) || s.order === "lifo" || s.order === "random";
}

export function isFifo(s: Station): boolean {
  return s.order === "fifo" || (s.order === "priority" && sameUrgency(s));
}

function sameUrgency({ classes }: Station): boolean {
  return new Set(presentOf(classes).map(({ priority }) => priority)).size < 2;
}

/** The classes of which messages come at all. */
export function presentOf(classes: ServiceClass[]): ServiceClass[] {
  return classes.length === 1 ? classes : classes.filter(({ share }) => share > 0);
}

/** The one law of service of all messages; null where classes differ, or where it is not known. */
export function commonLaw({ classes }: Station): Distribution | null {
  const [first, ...others] = presentOf(classes);
  const text = JSON.stringify(first.law);
  return others.every(({ law }) => JSON.stringify(law) === text) ? first.law : null;
}

/** μ [1/s] where all messages have one exponential law of service. */
export function exponentialRate(s: Station): number | null {
  const law = commonLaw(s);
  return law?.dist === "exponential" ? 1 / law.mean : null;
}

/** Mean service of a message of any class [s]. */
export function meanService({ classes }: Station): number {
  return presentOf(classes).reduce((sum, { share, mean }) => sum + share * mean, 0);
}

/** Squared coefficient of variation of the service of a message of any class. */
export function serviceVariation(s: Station): number {
  const mean = meanService(s);
  const second = presentOf(s.classes).reduce((sum, one) => sum + one.share * (one.variation + 1) * one.mean ** 2, 0);
  return Math.max(0, second / mean ** 2 - 1);
}
