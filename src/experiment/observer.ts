import type { Observation } from "../model/observation.ts";
import { type Job, Replication } from "../model/replication.ts";
import { MOST_INSIDE, type Multiplying, unwatched } from "./multiplying.ts";

/** A job and how far to run it. The answer depends on nothing else. */
export interface Task {
  job: Job;
  /** Identifies the job among those of one study. */
  key: string;
  /** s of simulated time. */
  until: number;
  /** Present where copies multiply: the run stops early, at a time that depends on nothing else, before they are too many. */
  multiplying?: Multiplying;
}

/** Whoever runs replications: this thread, several threads, a cluster, a page's workers. */
export interface ObserverPool {
  /** How many tasks are worth handing out at once. */
  readonly width: number;
  observe(task: Task): Promise<Observation>;
  /** The runs with these keys will not be continued. */
  forget(keys: string[]): void;
}

/** A replication that runs, on our engine or another. */
export type Running = Pick<Replication, "now" | "advance" | "observe">;

/**
 * Runs replications in this thread. A run asked for again, farther, goes on where it stopped; had it been forgotten,
 * it would start at 0 and see the same.
 */
export class LocalObserver implements ObserverPool {
  readonly width = 1;
  private readonly runs = new Map<string, Running>();
  private readonly start: (job: Job) => Running;

  /** @param start begins a replication; without it, on our engine */
  constructor(start: (job: Job) => Running = (job) => new Replication(job)) {
    this.start = start;
  }

  observe(task: Task): Promise<Observation> {
    return Promise.resolve(this.observeNow(task));
  }

  /** @param pause asked between batches; once it answers true the run stops early */
  observeNow({ job, key, until, multiplying }: Task, pause?: (share: number) => boolean): Observation {
    let run = this.runs.get(key);
    if (run === undefined || run.now > until || multiplying !== undefined) run = this.start(job);
    this.runs.set(key, run);
    const now = run;
    const paused = () => pause?.(now.now / until) ?? false;
    if (multiplying !== undefined) return watched(now, until, multiplying);
    now.advance(until, paused);
    return now.observe();
  }

  forget(keys: string[]): void {
    for (const key of keys) this.runs.delete(key);
  }
}

/** Least steps of a watched run, in shares of its time so far: near the end each would be shorter than the last. */
const LEAST_STEP = 1e-3;

/** Runs in steps from the start, so that they do not depend on earlier calls, each as long as copies need at least to become too many. */
function watched(run: Running, until: number, multiplying: Multiplying): Observation {
  for (;;) {
    const seen = run.observe();
    const inside = seen.inside.reduce((sum, { copies }) => sum + copies, 0);
    if (run.now >= until || inside >= MOST_INSIDE / 2) return seen;
    run.advance(Math.min(until, run.now + Math.max(LEAST_STEP * run.now, unwatched(multiplying, inside))));
  }
}
