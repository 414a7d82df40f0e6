import { GROUP } from "../model/observation.ts";
import type { Model, Run } from "../spec.ts";
import { type Series, total } from "../stats/series.ts";
import { mserCut } from "./interim-statistics.ts";
import { overloadedQueues } from "./overload.ts";
import { added, type Sample } from "./sample.ts";

/** A sample less its warm-up, and what is wrong with all of it. */
export interface Settled {
  sample: Sample;
  /** Quality codes that hold for every row of the point. */
  quality: string[];
  /** Queues that cannot keep up, in words. */
  unstable: { where: string; text: string }[];
}

/** Share of a run that is set aside in any case. */
const LEAST_WARMUP = 0.1;
const MOST_WARMUP = 0.5;

export function settledSample(whole: Sample, model: Model, run: Run): Settled {
  const batches = whole.observations[0].batches.length;
  const cut = run.mode === "transient" ? 0 : warmupBatches(whole, model, run);
  const unstable = overloadedQueues(model).map(({ queue, load }) => ({
    where: queue,
    text: `${queue} cannot keep up: ${load.toPrecision(3)} times as much work arrives as its consumers can do, so it grows as long as it runs.`,
  }));
  const quality = [];
  if (unstable.length > 0) quality.push("unstable");
  if (run.mode === "steady" && cut > MOST_WARMUP * batches) quality.push("too-short");
  const groups = Math.min(Math.ceil(cut / GROUP), Math.ceil(batches / GROUP) - 1); // histograms begin with a group
  return { sample: whole.from(GROUP * groups), quality, unstable };
}

/** One truncation for all metrics: at least 10 % of the run, or as far as the slowest queue's level asks for. */
function warmupBatches(whole: Sample, model: Model, run: Run): number {
  const { batches } = whole.observations[0];
  if (run.warmup !== "auto") {
    let seconds = 0;
    let cut = 0;
    while (cut < batches.length - 1 && seconds + 1e-9 * run.warmup < run.warmup) seconds += batches[cut++].seconds;
    return cut;
  }
  const levels = model.queues.map((queue) => whole.of(queue.name, "numberInSystem"));
  const candidates = [added(levels[0], ...levels.slice(1)), ...levels];
  const least = Math.ceil(LEAST_WARMUP * batches.length);
  return Math.max(least, ...candidates.filter((level) => total(level) > 0).map((level) => mserCut(ensemble(level))));
}

/** The average over replications. */
function ensemble(series: Series): Float64Array {
  return series[0].map((_, b) => series.reduce((sum, run) => sum + run[b], 0) / series.length);
}
