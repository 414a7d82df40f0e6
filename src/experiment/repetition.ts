import type { Observation } from "../model/observation.ts";
import type { Run } from "../spec.ts";
import { afterCheck, firstCheck, type Prolongation } from "../stats/run-length.ts";
import { total } from "../stats/series.ts";
import { replicationsFactor } from "./assess-windows.ts";
import type { Course, Extent } from "./course.ts";
import type { Group } from "./plan.ts";
import type { Ending, PointRun } from "./point-run.ts";
import { Sample } from "./sample.ts";

/** A prediction from few replications may be far off: it is followed by so much at once. */
const MOST_GROWTH = 8;
const MOST_REPLICATIONS = 10_000;
/** What the observations of all points may take together [bytes]: they are kept until the end. */
const MEMORY = 800e6;

interface Asked {
  run: Run;
  /** Points of the whole study. */
  points: number;
  clock: () => number;
}

/** How many replications a group of transient runs needs: they cannot be longer, so there are more of them. */
export class Repetition implements Course {
  extent: Extent;
  private readonly asked: Asked;
  private readonly began: number;
  private checks: Prolongation;

  constructor(group: Group, asked: Asked) {
    const { until, replications } = asked.run;
    const rate = Math.max(...group.points.map((point) => point.rate));
    this.asked = asked;
    this.began = asked.clock();
    this.extent = { until: "seconds" in until ? until.seconds : until.messages / rate, replications };
    this.checks = firstCheck(replications);
  }

  judge(runs: PointRun[]): Ending | null {
    const { run, clock } = this.asked;
    const { replications } = this.extent;
    const factor = Math.max(...runs.map((one) => replicationsFactor(one, run)));
    const predicted = Math.ceil(factor * replications);
    this.checks = afterCheck({ ...this.checks, length: replications }, factor <= 1);
    if (this.checks.done) return { how: "precise", predicted };
    const most = this.affordable(runs);
    if (replications >= most.replications) return { how: "budget", of: most.because, predicted };
    if (clock() - this.began > run.budget.seconds) return { how: "budget", of: "seconds", predicted };
    const wanted = this.checks.passes > 0 ? 0 : Math.min(predicted, MOST_GROWTH * replications);
    const next = Math.ceil(Math.max(this.checks.length, wanted));
    this.extent = { ...this.extent, replications: Math.min(most.replications, next) };
    return null;
  }

  /** As many replications as the budget of messages pays for, and as can be kept. */
  private affordable(runs: PointRun[]): { replications: number; because: "messages" | "replications" } {
    const { run, points } = this.asked;
    const paid = Math.floor(run.budget.messages / Math.max(...runs.map(messagesOf)));
    const kept = Math.floor(MEMORY / points / Math.max(...runs.map(({ observations }) => bytesOf(observations[0]))));
    const held = Math.min(MOST_REPLICATIONS, kept);
    return paid <= held ? { replications: paid, because: "messages" } : { replications: held, because: "replications" };
  }
}

/** Messages published in one replication, on average; at least one. */
function messagesOf({ plan, layout, observations }: PointRun): number {
  const sample = new Sample(layout, observations);
  const published = plan.point.model.producers.map(({ name }) => total(sample.of(name, "published")));
  return Math.max(1, published.reduce((sum, count) => sum + count, 0) / observations.length);
}

function bytesOf({ batches }: Observation): number {
  return batches.reduce((sum, { sums, peaks, ages, histograms }) => {
    const bins = histograms.reduce((bytes, { rest }) => bytes + 8 * rest.counts.length, 0);
    return sum + sums.byteLength + peaks.byteLength + ages.byteLength + bins;
  }, 0);
}
