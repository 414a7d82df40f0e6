import type { Name } from "../spec.ts";
import { type Histogram, mergedHistogram } from "./counter.ts";

/**
 * What one replication saw from time 0 to `until`. A pure function of (model, seed, replication, until), however the
 * run was cut into pieces. Plain data that can be sent between threads.
 */
export interface Observation {
  replication: number;
  /** s of simulated time. */
  until: number;
  /** Events fired. */
  fired: number;
  /** Consecutive, from time 0; all of equal length but the last, which may be shorter. */
  batches: Batch[];
  /** "idle": nothing more can happen because all arrivals are over; "deadlock": because everything waits in a circle. */
  stopped: "until" | "idle" | "deadlock";
  /** Copies still inside at the end. */
  inside: { where: Name; copies: number }[];
  /** Copies begun and ended, as counted where rows are taken and given back: the ledger's independent check. */
  copies: { begun: number; ended: number };
}

/** One stretch of simulated time. */
export interface Batch {
  /** s */
  seconds: number;
  /** See Layout: counts, Σx, Σx², ∫ level dt. */
  sums: Float64Array;
  /** The largest value of each tally and level. */
  peaks: Float64Array;
  /** Per queue: Σ of the ages of the copies present at the end of the batch [s]. */
  ages: Float64Array;
  /** Per histogram kept, in the last batch of each group: observations, or seconds, by bin. Empty in the others. */
  histograms: Histogram[];
}

/** Histograms take room, so they are put aside once for so many batches. */
export const GROUP = 4;

/** Two consecutive batches as one. */
export function merged(batch: Batch, later: Batch): Batch {
  return {
    seconds: batch.seconds + later.seconds,
    sums: batch.sums.map((sum, i) => sum + later.sums[i]),
    peaks: batch.peaks.map((peak, i) => Math.max(peak, later.peaks[i])),
    ages: later.ages,
    histograms: mergedHistograms(batch.histograms, later.histograms),
  };
}

/** Makes one of two consecutive batches, in the arrays of the first. */
export function absorb(batch: Batch, later: Batch): void {
  const { sums, peaks, ages } = batch;
  batch.seconds += later.seconds;
  for (let i = 0; i < sums.length; i++) sums[i] += later.sums[i];
  for (let i = 0; i < peaks.length; i++) peaks[i] = Math.max(peaks[i], later.peaks[i]);
  ages.set(later.ages);
  batch.histograms = mergedHistograms(batch.histograms, later.histograms);
}

/** A batch that stays as it is while the original goes on. */
export function copyOf({ seconds, sums, peaks, ages, histograms }: Batch): Batch {
  return { seconds, sums: sums.slice(), peaks: peaks.slice(), ages: ages.slice(), histograms };
}

/** Adds the histograms of one batch to those of a later one. */
export function moveHistograms(batches: Batch[], from: number, to: number): void {
  batches[to] = { ...batches[to], histograms: mergedHistograms(batches[from].histograms, batches[to].histograms) };
  batches[from] = { ...batches[from], histograms: [] };
}

function mergedHistograms(a: Histogram[], b: Histogram[]): Histogram[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  return a.map((one, i) => mergedHistogram(one, b[i]));
}
