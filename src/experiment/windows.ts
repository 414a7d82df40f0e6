import type { Row, Theory } from "../result.ts";
import type { Run } from "../spec.ts";
import { meanDeparture } from "../stats/departure.ts";
import type { Estimate } from "../stats/estimate.ts";
import { binQuantile } from "../stats/histogram.ts";
import { quantileEstimate } from "../stats/quantile.ts";
import { replicationInterval } from "../stats/replications.ts";
import type { Tails } from "../stats/tails.ts";
import { percentileOf } from "../theory/predictions.ts";
import { FEWEST_EVENTS } from "./beside-theory.ts";
import type { Measure } from "./measure.ts";
import { measuresOf } from "./measures.ts";
import { PERCENTILES, type PointSummary, unitOf } from "./point-summary.ts";
import type { Sample } from "./sample.ts";

/**
 * The rows of a transient run: averages in windows of time. Nothing within a replication is stationary, so each
 * replication counts as one observation; with a single one there is no interval.
 */
export function windowRows(summary: PointSummary, run: Run): Row[] {
  const { sample } = summary.settled;
  return windowsOf(sample, run).flatMap((window) => {
    const part = partOf(sample, window);
    if (part === null) return [];
    const measures = measuresOf(summary.run.plan.point.model, part);
    return measures.flatMap((measure) => rowsOf(summary, measure, window, run.confidence));
  });
}

/** The windows that were asked for; without any, the whole run. */
export function windowsOf({ observations }: Sample, { windows }: Run): Run["windows"] {
  return windows.length > 0 ? windows : [[0, observations[0].until]];
}

/** What was seen in exactly that stretch of time [s]; null when it does not begin and end where batches do. */
export function partOf(sample: Sample, [from, to]: [number, number]): Sample | null {
  const part = sample.from(0).between(from, to);
  const { batches, until } = part.observations[0];
  const ends = [part.skipped, part.end].map((at) =>
    batches.slice(0, at).reduce((sum, { seconds }) => sum + seconds, 0),
  );
  const misses = Math.abs(ends[0] - from) + Math.abs(ends[1] - to);
  return part.skipped < part.end && misses <= 1e-9 * until ? part : null;
}

function rowsOf(summary: PointSummary, measure: Measure, window: [number, number], confidence: number): Row[] {
  const row = (statistic: string, value: Interval): Row => ({
    point: summary.point,
    where: measure.where,
    class: measure.class,
    metric: measure.metric,
    statistic,
    window,
    versus: null,
    ...value,
    confidence,
    count: measure.count,
    unit: unitOf(measure, statistic),
    quality: value.value === null ? ["nothing-observed"] : summary.run.ended.how === "multiplied" ? ["unstable"] : [],
    theory: statistic === measure.statistic ? besideCourse(summary, measure, window) : null,
    measured: null,
  });
  if (measure.mean === null) return [row(measure.statistic, NOTHING)];
  const rows = [row(measure.statistic, overRuns(measure.mean, confidence))];
  if (measure.kind === "observed" && measure.tails !== null && measure.metric !== "serviceTime") {
    for (const statistic of PERCENTILES) {
      rows.push(row(statistic, percentile(measure.tails(), percentileOf(statistic)!, confidence)));
    }
  }
  if (measure.largest !== null) rows.push(row("max", { value: measure.largest, low: null, high: null }));
  return rows;
}

/** Theory of the course from empty, with the simulation's distance from it where that can be told. */
function besideCourse(summary: PointSummary, measure: Measure, window: [number, number]): Theory | null {
  const theory = measure.statistic === "mean" ? (summary.course?.over(measure, window) ?? null) : null;
  if (theory === null || measure.mean === null || !theory.exact || summary.run.ended.how === "multiplied")
    return theory;
  if (measure.kind === "share" && measure.mean.value * measure.count < FEWEST_EVENTS) return theory;
  if (measure.mean.influence.length < FEWEST_RUNS) return theory;
  const z = meanDeparture(byRuns(measure.mean), theory.value);
  return z === null ? theory : { ...theory, z };
}

/** A number and its interval over the replications. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}
const NOTHING: Interval = { value: null, low: null, high: null };

/** Each replication is one observation. Replications that are all the same show no scatter at all. */
export function overRuns(estimate: Estimate, confidence: number): Interval {
  const { value } = estimate;
  const runs = runsOf(estimate);
  if (runs.length < 2 || areSame(estimate)) return { value, low: null, high: null };
  const { low, high } = replicationInterval(runs, confidence);
  return { value, low: Math.max(0, low), high };
}

/** Whether all replications gave the same, to rounding. */
export function areSame(estimate: Estimate): boolean {
  return runsOf(estimate).every((x) => Math.abs(x - estimate.value) <= 1e-12 * Math.abs(estimate.value));
}

/**
 * Averages over short windows are skewed. From 10 replications of windows with ten messages each one report in twenty
 * found fault with an M/M/1 that had none; from 20 it is one in a hundred, as promised (200 seeds).
 */
const FEWEST_RUNS = 20;

/** The same with replications for batches, independent of each other. */
function byRuns(estimate: Estimate): Estimate {
  return { value: estimate.value, influence: runsOf(estimate).map((x) => Float64Array.of(x - estimate.value)) };
}

function runsOf({ value, influence }: Estimate): number[] {
  return influence.map((run) => value + run.reduce((sum, x) => sum + x, 0) / run.length);
}

/** The percentile of all replications together; its interval from how the share beyond it scatters between them. */
export function percentile(tails: Tails, p: number, confidence: number): Interval {
  if (tails.count * (1 - p) < LEAST_BEYOND) return NOTHING;
  const value = binQuantile(tails.pooled, p);
  const estimate = tails.counts.length < 3 ? null : quantileEstimate(tails, p, confidence);
  return estimate === null ? { value, low: null, high: null } : overRuns(estimate, confidence);
}

/** Messages that must lie beyond a percentile. */
const LEAST_BEYOND = 10;
