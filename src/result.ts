import type { Metric, Name, Statistic } from "./spec.ts";

/** The version of the result format. Raised when a reader of the former version could misread it. */
export const RESULT_VERSION = 1;

/** What came out: plain data, written as result.json. A report and its charts need nothing else. */
export interface Result {
  version: typeof RESULT_VERSION;
  name: string;
  title: string;
  question: string;
  made: Made;
  points: ResultPoint[];
  /** Tidy: one record per (point, where, class, metric, statistic, window, versus). The same rows are result.csv. */
  rows: Row[];
  /** Whole functions, for charts: complementary cdfs, number-in-system distributions, levels over time. */
  curves: Curve[];
  verdicts: Verdict[];
  /** How exact theory and simulation were held against each other; absent where nothing could be. */
  agreement?: Agreement;
  caveats: Caveat[];
  /** Per point: copies begun by cause and ended by cause; begun = ended + inside, exactly. */
  ledgers: Ledger[];
  plots: { kind: string; options: Record<string, string | number | boolean> }[];
}

/** What is needed to make it again. */
export interface Made {
  /** Version of queuelab. */
  version: string;
  engine: "queuelab" | "simjs";
  seed: number;
  /** SHA-256 of the settled Study, hex. */
  spec: string;
  mode: "steady" | "transient";
  replications: number;
  confidence: number;
  /** Points that were asked for and are missing because the run was interrupted. */
  missing: number;
  /** Words of the command line: the experiment's file without its folder, and the options that say something else than
   * the file does, but for seed and engine. Absent where no command line was. */
  command?: string[];
}

export interface ResultPoint {
  scenario: string;
  at: Record<string, number | string>;
  /** Simulated time of each replication [s]. */
  seconds: number;
  /** Of it, set aside as warm-up [s]. */
  warmup: number;
  /** Messages published in the measured windows of all replications. */
  messages: number;
  /** Replications of this point, where precision asked for more than `Made.replications`. */
  replications?: number;
  /** Names of the parts, in the order of the model, so that a report can show them in that order. */
  places: Name[];
}

export interface Row {
  /** Index into `points`. */
  point: number;
  /** "system", or the qualified name of a part. */
  where: Name | "system";
  /** Name of a message class; "*" = all. */
  class: string;
  metric: Metric;
  statistic: Statistic;
  /** [from, to] in s; transient results only. */
  window: [number, number] | null;
  /** The point this one is compared with, paired: the row is a difference (this − that). */
  versus: number | null;
  /** null = cannot be said; `quality` says why. */
  value: number | null;
  low: number | null;
  high: number | null;
  confidence: number;
  /** Observations behind the value. */
  count: number;
  /** "s", "1/s", "1" … */
  unit: string;
  /** Empty = trust it. Otherwise codes such as "too-short", "autocorrelated", "few-beyond-quantile", "heavy-tail",
   * "unseen-tail", "unstable", "not-kept"; each is explained in `caveats`. */
  quality: string[];
  theory: Theory | null;
  /** Of a difference: how many times as long two independent runs would have to be for the same precision. Absent where
   * both sides are always the same, and for rows that are no differences. */
  varianceReduction?: number;
  /** The same statistic of a real system, where the study has measurements. */
  measured: { value: number; source: string } | null;
}

export interface Theory {
  value: number;
  /** Such as "M/M/4" or "M/G/1 (Pollaczek–Khinchine)". */
  model: string;
  exact: boolean;
  source: string;
  /** How far the simulated value lies above exact theory, in standard errors: the deviation of a normal variable that is
   * as improbable as an interval that just reaches theory. Absent for approximations, for values that are not to be
   * trusted or show no scatter, and in transient runs of fewer than 20 replications. There theory is that of the same
   * stretch of time, from the empty system with which the run begins. */
  z?: number;
  /** Present where the difference is more than chance explains; the rate of false alarms is `Result.agreement`'s. */
  refuted?: true;
}

/** The comparison of all trusted values that have exact theory beside them. */
export interface Agreement {
  /** How many there are: rows whose theory has a `z`, one number that stands at several places counted once. */
  compared: number;
  /** Those of them whose difference is beyond chance. */
  refuted: number;
  /** Probability that any is called beyond chance although theory and simulation agree, at most. */
  falseAlarms: number;
  /** |z| from which the largest difference is beyond chance. */
  threshold: number;
}

/** y(x), with a band where there is one. Curves of a point, place and class. */
export interface Curve {
  point: number;
  where: Name | "system";
  class: string;
  metric: Metric;
  /** "ccdf": P(X > x), x in the metric's unit. "distribution": share of time at level x. "over-time": level at x s. */
  kind: "ccdf" | "distribution" | "over-time";
  x: number[];
  y: number[];
  low: number[] | null;
  high: number[] | null;
  /** Theory at the same x, where it applies. */
  theory: { y: number[]; model: string; exact: boolean } | null;
  /** Measured on a real system, at the same x. */
  measured: { y: number[]; source: string } | null;
}

export interface Verdict {
  point: number;
  objective: string;
  outcome: "met" | "missed" | "undecided";
  /** In transient runs, which are judged by every window in which anything was seen: the worst one. */
  window?: [number, number];
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Caveat {
  point: number | null;
  where: Name | "system";
  code: string;
  text: string;
}

export interface Ledger {
  point: number;
  /** Totals over all replications and their whole length, warm-up included. */
  begun: { cause: string; where: Name; copies: number }[];
  ended: { cause: string; where: Name; copies: number }[];
  inside: { where: Name; copies: number }[];
}
