import { layoutOf } from "../model/layout.ts";
import { watchKey } from "../model/replication.ts";
import type { Made, Result } from "../result.ts";
import type { Model, Run, Study } from "../spec.ts";
import { afterCheck, firstCheck, type Prolongation } from "../stats/run-length.ts";
import { overloads } from "../traffic/load.ts";
import { type Assessment, assess } from "./assess.ts";
import type { ObserverPool, Task } from "./observer.ts";
import { type Group, type PointPlan, planOf } from "./plan.ts";
import type { Ending, PointRun } from "./point-run.ts";
import { summarize } from "./summarize.ts";

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

/** Messages of a point in its first, exploring run. */
const PILOT_MESSAGES = 100_000;
/** A prediction from a short run may be far off: it is followed by so much at once. */
const MOST_GROWTH = 8;

/** Runs all points of a study. Points whose run was interrupted are missing from the answer. */
export async function runPoints(study: Study, options: RunOptions): Promise<PointRun[]> {
  const groups = planOf(study);
  const done: PointRun[] = [];
  const waiting = [...groups];
  const progress = { points: 0, of: study.points.length, doing: "" };
  const worker = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      if (options.signal?.aborted) return;
      options.onProgress?.({ ...progress, doing: nameOf(group) });
      const runs = await runGroup(group, study.run, options);
      if (runs === null) return;
      done.push(...runs);
      progress.points += runs.length;
      options.onProgress?.({ ...progress, doing: nameOf(group) });
    }
  };
  await Promise.all(Array.from({ length: atOnce(groups, options.pool.width) }, worker));
  return done.sort((a, b) => a.plan.index - b.plan.index);
}

/** Enough groups at once to keep every thread busy, and no more, since runs that may go on are held in memory. */
function atOnce(groups: Group[], width: number): number {
  const jobs = Math.max(1, ...groups.map((group) => group.points.reduce((sum, { jobs }) => sum + jobs.length, 0)));
  return Math.min(groups.length, 1 + Math.ceil(width / jobs));
}

/** Runs the points of a group to one length; null when it was interrupted. */
async function runGroup(group: Group, run: Run, options: RunOptions): Promise<PointRun[] | null> {
  const extending = new Extension(group, run, options.clock);
  try {
    for (;;) {
      const runs = await observe(group, extending.until, options);
      if (runs === null) return null;
      const ended = extending.judge(runs);
      if (ended !== null) return runs.map((one) => ({ ...one, ended }));
    }
  } finally {
    options.pool.forget(group.points.flatMap((point) => keysOf(point)));
  }
}

async function observe(group: Group, until: number, { pool, signal }: RunOptions): Promise<PointRun[] | null> {
  const tasks = group.points.map((point) => {
    const keys = keysOf(point);
    return point.jobs.map((job, i): Task => ({ job, key: keys[i], until }));
  });
  const observations = await interruptible(
    Promise.all(tasks.map((of) => Promise.all(of.map((task) => pool.observe(task))))),
    signal,
  );
  if (observations === null) return null;
  return group.points.map((plan, i) => {
    const watch = new Set(plan.jobs[0].watch);
    const layout = layoutOf(plan.point.model, (where, metric) => watch.has(watchKey(where, metric)));
    return { plan, layout, observations: observations[i], ended: { how: "fixed" } };
  });
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

/** Whether a longer run would only grow longer queues. */
function cannotSettle(model: Model): boolean {
  return overloads(model)?.length !== 0;
}

function keysOf({ index, jobs }: PointPlan): string[] {
  return jobs.map((job) => `${index}/${job.replication}`);
}

function nameOf(group: Group): string {
  const [{ point }] = group.points;
  return Object.entries(point.at)
    .map(([name, value]) => `${name} = ${typeof value === "number" ? Number(value.toPrecision(4)) : value}`)
    .join(", ");
}

/** How long the runs of a group are, and when they are long enough. */
class Extension {
  /** s of simulated time for each replication. */
  until = 0;
  private readonly run: Run;
  private readonly group: Group;
  private readonly clock: () => number;
  private readonly began: number;
  private readonly longest: number; // s; what the budget allows
  private checks: Prolongation;
  private predicted = 0; // messages

  constructor(group: Group, run: Run, clock: () => number) {
    this.group = group;
    this.run = run;
    this.clock = clock;
    this.began = clock();
    this.longest = this.secondsFor(run.budget.messages);
    this.until = this.firstLength();
    this.checks = firstCheck(this.until);
  }

  /** How the run ends, or null when it is to be extended to the new `until`. */
  judge(runs: PointRun[]): Ending | null {
    const { precision, mode } = this.run;
    if (precision === null || mode === "transient") return { how: "fixed" };
    if (runs.every((run) => cannotSettle(run.plan.point.model))) return { how: "overload" };
    const assessments = runs.map((run) => assess(run, precision, this.run));
    this.predicted = this.predict(assessments);
    this.checks = afterCheck(
      { ...this.checks, length: this.until },
      assessments.every((one) => one.passes),
    );
    if (this.checks.done) return { how: "precise", predicted: this.predicted };
    if (this.until >= this.longest) return { how: "budget", of: "messages", predicted: this.predicted };
    if (this.clock() - this.began > this.run.budget.seconds) {
      return { how: "budget", of: "seconds", predicted: this.predicted };
    }
    const wanted = this.checks.passes > 0 ? 0 : this.secondsFor(this.predict(assessments));
    this.until = Math.min(this.longest, Math.max(this.checks.length, Math.min(wanted, MOST_GROWTH * this.until)));
    return null;
  }

  private firstLength(): number {
    const { until, precision, budget } = this.run;
    if ("seconds" in until) return until.seconds;
    const messages = until.messages * this.run.replications;
    if (precision === null) return this.secondsFor(messages);
    return this.secondsFor(Math.min(messages, PILOT_MESSAGES, budget.messages));
  }

  /** Simulated time in which the busiest point of the group publishes so many messages in all replications. */
  private secondsFor(messages: number): number {
    const rate = Math.max(...this.group.points.map((point) => point.rate));
    return messages / this.run.replications / rate;
  }

  private predict(assessments: Assessment[]): number {
    const factor = Math.max(...assessments.map((one) => one.lengthFactor));
    const rate = Math.max(...this.group.points.map((point) => point.rate));
    return factor * this.until * rate * this.run.replications;
  }
}

/** What a result says of how it was made, but for what follows from the study. */
export interface MadeBy {
  version: string;
  engine: Made["engine"];
  /** SHA-256 of the settled study, hex. */
  specHash: string;
}

/** Runs a study and summarizes what was seen. */
export async function runStudy(study: Study, options: RunOptions & MadeBy): Promise<Result> {
  const runs = await runPoints(study, options);
  const { mode, replications, confidence, seed } = study.run;
  const { version, engine, specHash: spec } = options;
  return summarize(study, runs, { version, engine, seed, spec, mode, replications, confidence, missing: 0 });
}
