import type { Observation } from "../model/observation.ts";
import { type Job, Replication } from "../model/replication.ts";

/** A job and how far to run it. The answer depends on nothing else. */
export interface Task {
  job: Job;
  /** Identifies the job among those of one study. */
  key: string;
  /** s of simulated time. */
  until: number;
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
  observeNow({ job, key, until }: Task, pause?: (share: number) => boolean): Observation {
    let run = this.runs.get(key);
    if (run === undefined || run.now > until) run = this.start(job);
    this.runs.set(key, run);
    const now = run;
    now.advance(until, () => pause?.(now.now / until) ?? false);
    return now.observe();
  }

  forget(keys: string[]): void {
    for (const key of keys) this.runs.delete(key);
  }
}
