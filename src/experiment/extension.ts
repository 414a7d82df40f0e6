import type { Model, Run } from "../spec.ts";
import { afterCheck, firstCheck, type Prolongation } from "../stats/run-length.ts";
import { overloads } from "../traffic/load.ts";
import { type Assessment, assess } from "./assess.ts";
import type { Course, Extent } from "./course.ts";
import type { Group } from "./plan.ts";
import type { Ending, PointRun } from "./point-run.ts";

/** Messages of a point in its first, exploring run. */
const PILOT_MESSAGES = 100_000;
/** A prediction from a short run may be far off: it is followed by so much at once. */
const MOST_GROWTH = 8;

/** How long the runs of a group are, and when they are long enough. */
export class Extension implements Course {
  /** s of simulated time for each replication. */
  private until = 0;
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

  get extent(): Extent {
    return { until: this.until, replications: this.run.replications };
  }

  /** How the run ends, or null when it is to be extended to the new `until`. */
  judge(runs: PointRun[]): Ending | null {
    const { precision, mode } = this.run;
    if (precision === null || mode === "transient") return { how: "fixed" };
    const settling = runs.filter((run) => !cannotSettle(run.plan.point.model));
    if (settling.length === 0) return { how: "overload" };
    const assessments = settling.map((run) => assess(run, precision, this.run));
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

/** Whether a longer run would only grow longer queues. */
function cannotSettle(model: Model): boolean {
  return overloads(model)?.length !== 0;
}
