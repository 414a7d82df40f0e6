import type { Layout, Recorded } from "../model/layout.ts";
import { layoutOf } from "../model/layouter.ts";
import { type Job, watchKey } from "../model/replication.ts";
import type { Metric, Model, Point, Run, Study } from "../spec.ts";
import { publishedRate } from "./flow.ts";
import { transientBatch } from "./time-grid.ts";

/** How one point of a study is to be run. */
export interface PointPlan {
  point: Point;
  /** Index in the study. */
  index: number;
  /** Those it begins with; precision may ask for more that differ in nothing but their number. */
  jobs: Job[];
  /** Messages a second that are expected to be published. */
  rate: number;
}

/** Points with the same swept values: scenarios, which are run to the same length so that they can be paired. */
export interface Group {
  points: PointPlan[];
}

/** Messages in the first batches, about: few enough that a short run has many, many enough that closing one is free. */
const MESSAGES_PER_BATCH = 128;
/** Up to so many queues, percentiles of waiting and sojourn time are kept without being asked for. */
const SMALL_MODEL = 30;

export function planOf(study: Study): Group[] {
  const groups = new Map<string, Group>();
  study.points.forEach((point, index) => {
    const key = JSON.stringify(point.at);
    const group = groups.get(key) ?? { points: [] };
    groups.set(key, group);
    group.points.push(pointPlan(study, point, index));
  });
  return [...groups.values()];
}

function pointPlan(study: Study, point: Point, index: number): PointPlan {
  const { model } = point;
  const rate = publishedRate(model);
  const watch = watchesOf(model, study);
  const batchSeconds = batchOf(study.run, () => layoutFor(model, watch), rate);
  const jobs = Array.from({ length: study.run.replications }, (_, replication) => ({
    model,
    watch,
    batchSeconds,
    seed: study.run.seed,
    replication,
  }));
  return { point, index, jobs, rate };
}

/** What is recorded of a model of which these histograms are kept. */
export function layoutFor(model: Model, watch: readonly string[]): Layout {
  const watched = new Set(watch);
  return layoutOf(model, (where, metric) => watched.has(watchKey(where, metric)));
}

/** Runs of so many messages have no windows but the whole. */
function batchOf({ mode, until, windows }: Run, layout: () => Layout, rate: number): number {
  if (mode === "steady" || "messages" in until) return steadyBatch(rate);
  return transientBatch(until.seconds, windows, layout().batches);
}

/** A power of two, so that batches of different points can be merged to one grid [s]. */
function steadyBatch(rate: number): number {
  return 2 ** Math.floor(Math.log2(MESSAGES_PER_BATCH / rate));
}

/** The histograms to keep: latency always, all queues' times in small models, and whatever was asked for. */
export function watchesOf(model: Model, study: Pick<Study, "watch" | "objectives" | "run">): string[] {
  const keys = new Set<string>();
  const keep = (where: string, metric: Metric) => {
    for (const recorded of RECORDINGS[metric] ?? []) keys.add(watchKey(where, recorded));
  };
  const small = model.queues.length <= SMALL_MODEL;
  const everywhere = (metric: Metric) => {
    for (const pool of model.pools) keep(pool.name, metric);
    for (const queue of model.queues) keep(queue.name, metric);
  };
  if (small)
    for (const metric of ["latency", "waitingTime", "sojournTime", "numberInSystem"] as const) everywhere(metric);
  else if (model.pools.length <= LARGE_MODEL) everywhere("latency");
  const asked = [...study.watch, ...study.objectives, ...(study.run.precision ?? [])];
  for (const { where, metric } of asked) {
    if (where === "system" || where === "*") {
      if (small) everywhere(metric);
    } else keep(where, metric);
  }
  return [...keys];
}

/** Beyond so many pools, not even their latencies' percentiles are kept without being asked for. */
const LARGE_MODEL = 100;

const RECORDINGS: Partial<Record<Metric, Recorded[]>> = {
  latency: ["latency", "finished"],
  waitingTime: ["waitingTime"],
  sojournTime: ["sojournTime"],
  numberInSystem: ["numberInSystem"],
};
