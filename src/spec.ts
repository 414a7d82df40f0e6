import type { Arrivals, Profile } from "./random/arrivals.ts";
import type { Discrete, Distribution } from "./random/distribution.ts";

/**
 * What to run: plain data in SI units, every default filled in, every expression, file and reference resolved.
 * `config` makes it from text; `experiment` turns it into a Result. Nothing here knows how either is done.
 */
export interface Study {
  /** File-system friendly; names the results folder. */
  name: string;
  title: string;
  /** The comment at the head of the experiment file; may be empty. */
  question: string;
  /** One settled model for each sweep point and scenario. */
  points: Point[];
  run: Run;
  watch: Watch[];
  objectives: Objective[];
  plots: Plot[];
  /** Real measurements to stand beside the simulation. */
  measured: Measured[];
}

/** One model of a study, and what distinguishes it from the others. */
export interface Point {
  /** Name of the scenario; "" when the study has none. */
  scenario: string;
  /** Values of the swept parameters or paths, as shown to people: a number, or a text such as "10 ms" or "unlimited". */
  at: Record<string, number | string>;
  model: Model;
}

/** The qualified name of a part: "queues.payment", "consumers.payment", "producers.shop". */
export type Name = string;

/** A message system. A queue and a consumer pool may share their last name, so references are qualified. */
export interface Model {
  /** At least one. Untagged models have the single class "message". */
  classes: MessageClass[];
  producers: Producer[];
  queues: Queue[];
  pools: Pool[];
}

export interface MessageClass {
  name: string;
  /** Larger is more urgent. */
  priority: number;
}

export interface Producer {
  name: Name;
  /** Producers alike, each with its own arrivals. Independent Poisson ones cost no more than one. */
  count: number;
  arrivals: Arrivals;
  /** null = constant. */
  profile: Profile | null;
  /** Messages published at each arrival. */
  batch: Discrete;
  /** Indices into `Model.classes`; shares sum to 1. */
  mix: { class: number; share: number }[];
  to: Way[];
}

/** One of several ways a message may go on, taken with probability `share`: a copy to each target; none = done. */
export interface Way {
  share: number;
  to: Name[];
}

export interface Queue {
  name: Name;
  order: "fifo" | "lifo" | "random" | "priority" | "shortest";
  limit: {
    /** Messages; Infinity = no limit. */
    amount: number;
    /** "system": waiting and in the consumers' hands (theory's K); "ready": waiting only (`max-length`). */
    counts: "system" | "ready";
    /** What happens to an arrival that finds the limit reached. */
    overflow: "refuse" | "drop-oldest" | "wait";
  };
  /** A queue meant to have no consumer: it grows for ever and that is no fault. */
  parking: boolean;
}

export interface Pool {
  name: Name;
  from: {
    queue: Name;
    /** Deliveries a replica may hold unsettled; Infinity = unlimited. The ideal broker: equal to `concurrency`. */
    window: number;
    /** Consumer priority: larger is served first while it has room. */
    priority: number;
  }[];
  replicas: number;
  /** Servers inside each replica. */
  concurrency: number;
  /** "one": each server works on one message to its end. "shared": all servers are shared equally by all messages
   * present, at most one server each. "preemptive": a more urgent class interrupts, and work done is kept. */
  serve: "one" | "shared" | "preemptive";
  service: Service;
  then: Way[];
}

/** How long messages take in service. */
export type Service =
  /** One law for each class, indexed like `Model.classes`. */
  | { by: "class"; law: Distribution[] }
  /** Recorded service times [s]: the k-th message to arrive takes the k-th; starting over after the last. */
  | { by: "arrival"; times: number[] };

/** A metric whose percentiles must be kept (they cost memory). */
export interface Watch {
  where: Name | "system";
  metric: Metric;
}

/** What is measured at a place. Times in s; `latency` runs from publication to the end of this processing. */
export type Metric =
  | "latency"
  | "sojournTime"
  | "waitingTime"
  | "serviceTime"
  | "numberInSystem"
  | "numberInQueue"
  | "throughput"
  | "arrivalRate"
  | "utilization"
  | "lossProbability"
  | "lost"
  | "blocked";

/** "mean", "variance", "max", a percentile "p50" … "p99.9", "total", "loss(refused)" …: what of a metric. */
export type Statistic = string;

export interface Objective {
  /** As written, for people. */
  text: string;
  where: Name | "system";
  metric: Metric;
  statistic: Statistic;
  is: "<" | "<=" | "==" | ">=" | ">";
  than: number;
}

export interface Plot {
  kind:
    | "metric-vs-parameter"
    | "heat-map"
    | "latency-tail"
    | "queue-over-time"
    | "comparison"
    | "throughput-latency"
    | "queue-length-distribution";
  /** Settings of that kind, such as { metric: "latency", statistic: "p99", where: "consumers.worker", log: true }. */
  options: Record<string, string | number | boolean>;
}

/** Sojourn times recorded on a real system, for one scenario and place. */
export interface Measured {
  scenario: string;
  where: Name | "system";
  metric: Metric;
  /** s; in the order in which the messages were published. */
  values: number[];
  /** Where they come from, for people. */
  source: string;
}

export interface Run {
  mode: "steady" | "transient";
  /** Length of each replication: simulated time [s], or about so many messages published. With `precision`, the most
   * that is run before the precision is first looked at. */
  until: { seconds: number } | { messages: number };
  /** "auto", or s of simulated time to set aside. 0 in transient runs. */
  warmup: "auto" | number;
  replications: number;
  /** Relative half-width asked of `watch`ed statistics ("latency/p99" → 0.02); null = no extension. */
  precision: PrecisionTarget[] | null;
  /** Most messages (all replications of one point) and most seconds of work; a run cut by seconds says so. */
  budget: { messages: number; seconds: number };
  confidence: number;
  seed: number;
  /** Transient runs: the times [s] between which averages are taken; empty = chosen by the plan. */
  windows: [number, number][];
}

/** A statistic that must become narrow: relative half-width `within`. */
export interface PrecisionTarget {
  where: Name | "system" | "*";
  metric: Metric;
  statistic: Statistic;
  within: number;
}
