import type { Observation } from "../model/observation.ts";
import type { Made, Result } from "../result.ts";
import type { Run, Study } from "../spec.ts";
import type { Course, Extent } from "./course.ts";
import { Extension } from "./extension.ts";
import { multiplyingOf } from "./multiplying.ts";
import type { ObserverPool } from "./observer.ts";
import { type Group, layoutFor, type PointPlan, planOf } from "./plan.ts";
import type { PointRun } from "./point-run.ts";
import { Repetition } from "./repetition.ts";
import { resultOf, summarizeGroup } from "./summarize.ts";

export interface Progress {
  /** Points finished, of all. */
  points: number;
  of: number;
  /** What is being worked on. */
  doing: string;
}

export interface RunOptions {
  pool: ObserverPool;
  onProgress?: (progress: Progress) => void;
  /** Points that are finished when it fires are kept; the rest is missing. */
  signal?: AbortSignal;
  /** Seconds since some fixed moment, for budgets in seconds. */
  clock: () => number;
}

/** Runs all points of a study. Points whose run was interrupted are missing from the answer. */
export async function runPoints(study: Study, options: RunOptions): Promise<PointRun[]> {
  return (await runGroups(study, options, (runs) => runs)).flat().sort((a, b) => a.plan.index - b.plan.index);
}

/** Runs the groups of a study, and makes of each what is wanted as soon as it is run, in the order of the study. */
async function runGroups<T>(study: Study, options: RunOptions, finish: (runs: PointRun[]) => T): Promise<T[]> {
  const groups = planOf(study);
  const done = new Map<Group, T>();
  const waiting = [...groups];
  const progress = { points: 0, of: study.points.length, doing: "" };
  const worker = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      if (options.signal?.aborted) return;
      options.onProgress?.({ ...progress, doing: nameOf(group) });
      const runs = await runGroup(group, study, options);
      if (runs === null) return;
      done.set(group, finish(runs));
      progress.points += runs.length;
      options.onProgress?.({ ...progress, doing: nameOf(group) });
    }
  };
  await Promise.all(Array.from({ length: atOnce(groups, options.pool.width) }, worker));
  return groups.flatMap((group) => (done.has(group) ? [done.get(group)!] : []));
}

/** Enough groups at once to keep every thread busy, and no more, since runs that may go on are held in memory. */
function atOnce(groups: Group[], width: number): number {
  const jobs = Math.max(1, ...groups.map((group) => group.points.reduce((sum, { jobs }) => sum + jobs.length, 0)));
  return Math.min(groups.length, 1 + Math.ceil(width / jobs));
}

/** Runs the points of a group to one extent; null when it was interrupted. */
async function runGroup(group: Group, study: Study, options: RunOptions): Promise<PointRun[] | null> {
  const course = courseOf(group, study, options.clock);
  let seen: PointRun[] = group.points.map(unseen);
  for (;;) {
    const { extent } = course;
    const runs = await observeAll(seen, extent, options);
    const ended = runs && course.judge(runs);
    if (runs === null || ended !== null || isRepeated(study.run)) forget(group, extent, options.pool);
    if (runs === null) return null;
    if (ended !== null)
      return runs.map((one) => ({ ...one, ended: isCut(one, extent) ? { how: "multiplied" } : ended }));
    seen = runs;
  }
}

/** Steady runs become longer, transient ones more. */
function courseOf(group: Group, { run, points }: Study, clock: () => number): Course {
  return isRepeated(run)
    ? new Repetition(group, { run, points: points.length, clock })
    : new Extension(group, run, clock);
}

function isRepeated({ mode, precision }: Run): boolean {
  return mode === "transient" && precision !== null;
}

function unseen(plan: PointPlan): PointRun {
  const [{ model, watch }] = plan.jobs;
  return { plan, layout: layoutFor(model, watch), observations: [], ended: { how: "fixed" } };
}

async function observeAll(seen: PointRun[], extent: Extent, { pool, signal }: RunOptions): Promise<PointRun[] | null> {
  const observations = await interruptible(Promise.all(seen.map((run) => observe(run, extent, pool))), signal);
  return observations && seen.map((run, i) => ({ ...run, observations: observations[i] }));
}

/** What all replications saw; those that have been run so far already are not asked again. */
async function observe({ plan, observations }: PointRun, extent: Extent, pool: ObserverPool): Promise<Observation[]> {
  const { until, replications } = extent;
  const multiplying = multiplyingOf(plan.point.model);
  const seen = await Promise.all(
    keysOf(plan, replications).map((key, replication) => {
      const known = observations[replication];
      if (known?.until === until) return known;
      const task = { job: { ...plan.jobs[0], replication }, key, until };
      return pool.observe(multiplying === null ? task : { ...task, multiplying });
    }),
  );
  const reached = Math.min(...seen.map((one) => one.until));
  if (multiplying === null || reached >= until) return seen;
  return observe({ ...unseen(plan), observations: seen }, { until: reached, replications }, pool); // to one length
}

/** Whether a point was stopped because its copies had become too many. */
function isCut({ plan, observations }: PointRun, { until }: Extent): boolean {
  return observations[0].until < until && multiplyingOf(plan.point.model) !== null;
}

/** What need not be continued. */
function forget({ points }: Group, { replications }: Extent, pool: ObserverPool): void {
  pool.forget(points.flatMap((point) => keysOf(point, replications)));
}

/** The promise's value, or null as soon as the signal fires. */
async function interruptible<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (signal === undefined) return promise;
  if (signal.aborted) return null;
  let onAbort = () => {};
  const aborted = new Promise<null>((resolve) => {
    onAbort = () => resolve(null);
    signal.addEventListener("abort", onAbort);
  });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", onAbort));
}

function keysOf({ index }: PointPlan, replications: number): string[] {
  return Array.from({ length: replications }, (_, replication) => `${index}/${replication}`);
}

function nameOf(group: Group): string {
  const [{ point }] = group.points;
  return Object.entries(point.at)
    .map(([name, value]) => `${name} = ${typeof value === "number" ? Number(value.toPrecision(4)) : value}`)
    .join(", ");
}

/** What a result says of how it was made, but for what follows from the study. */
export interface MadeBy {
  version: string;
  engine: Made["engine"];
  /** SHA-256 of the settled study, hex. */
  specHash: string;
  /** Words of the command line, where there was one. */
  command?: string[];
}

/** Runs a study and summarizes what was seen. */
export async function runStudy(study: Study, options: RunOptions & MadeBy): Promise<Result> {
  const groups = await runGroups(study, options, (runs) => summarizeGroup(study, runs));
  const { mode, replications, confidence, seed } = study.run;
  const { version, engine, specHash: spec, command } = options;
  const made = { version, engine, seed, spec, mode, replications, confidence, missing: 0 };
  return resultOf(study, groups, command === undefined ? made : { ...made, command });
}
