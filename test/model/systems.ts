import type { Recorded } from "../../src/model/layout.ts";
import { layoutOf } from "../../src/model/layouter.ts";
import type { Observation } from "../../src/model/observation.ts";
import { type Job, Replication, watchKey } from "../../src/model/replication.ts";
import type { Model, Name } from "../../src/spec.ts";

export {
  constant,
  exponential,
  model,
  poisson,
  pool,
  producer,
  queue,
  single,
  times,
} from "../../src/verify/systems.ts";

const METRICS: Recorded[] = ["numberInSystem", "waitingTime", "sojournTime", "latency", "finished"];

export function jobOf(of: Model, changes: Partial<Job> = {}): Job {
  const watch = [...of.queues, ...of.pools].flatMap(({ name }) => METRICS.map((metric) => watchKey(name, metric)));
  return { model: of, watch, batchSeconds: 1, seed: 1, replication: 0, ...changes };
}

export function observe(of: Model, until: number, changes: Partial<Job> = {}): Observation {
  const run = new Replication(jobOf(of, changes));
  run.advance(until);
  return run.observe();
}

/** What an observation adds up to over its whole length. */
export class Totals {
  readonly observation: Observation;
  private readonly layout;

  constructor(of: Model, observation: Observation) {
    this.observation = observation;
    this.layout = layoutOf(of, () => true);
  }

  count(where: Name, metric: Recorded, cls: number | null = null): number {
    return this.sum(where, metric, cls, 0);
  }

  /** Mean of a tally. */
  mean(where: Name, metric: Recorded, cls: number | null = null): number {
    return this.sum(where, metric, cls, 1) / this.sum(where, metric, cls, 0);
  }

  /** Time average of a level. */
  level(where: Name, metric: Recorded, cls: number | null = null): number {
    return this.sum(where, metric, cls, 0) / this.observation.until;
  }

  peak(where: Name, metric: Recorded): number {
    const { peak } = this.layout.find(where, metric, null)!;
    return Math.max(...this.observation.batches.map((batch) => batch.peaks[peak]));
  }

  private sum(where: Name, metric: Recorded, cls: number | null, offset: number): number {
    const series = this.layout.find(where, metric, cls)!;
    return this.observation.batches.reduce((sum, batch) => sum + batch.sums[series.slot + offset], 0);
  }
}

export function totals(of: Model, until: number, changes: Partial<Job> = {}): Totals {
  return new Totals(of, observe(of, until, changes));
}
