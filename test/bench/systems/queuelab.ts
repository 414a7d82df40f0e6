import { planOf } from "../../../src/experiment/plan.ts";
import { type Job, Replication } from "../../../src/model/replication.ts";
import type { Study } from "../../../src/spec.ts";
import { timed } from "../measurement.ts";
import type { Workload } from "../workloads.ts";

/** Nanoseconds a message, through the path that `run` takes: one replication, with all that a run records. */
export function measureQueuelab(workload: Workload, messages: number): number {
  const run = new Replication(jobOf(workload));
  const seconds = messages / workload.rate;
  return timed(messages, (lengths) => run.advance(lengths * seconds));
}

/** The job that a study of this model consists of. */
export function jobOf({ model, title }: Workload): Job {
  const study: Study = {
    name: "bench",
    title,
    question: "",
    points: [{ scenario: "", at: {}, model }],
    run: {
      mode: "steady",
      until: { messages: 1e6 },
      warmup: "auto",
      replications: 1,
      precision: null,
      budget: { messages: 1e9, seconds: 1e9 },
      confidence: 0.95,
      seed: 1,
      windows: [],
    },
    watch: [],
    objectives: [],
    plots: [],
    measured: [],
  };
  return planOf(study)[0].points[0].jobs[0];
}
