import type { Ending, PointRun } from "./point-run.ts";

/** How much of a point is run. */
export interface Extent {
  /** s of simulated time of each replication. */
  until: number;
  replications: number;
}

/** Decides, from what was seen, whether the runs of a group go on. */
export interface Course {
  /** What is to be run next. */
  readonly extent: Extent;
  /** How the runs end, or null when they go on to a new extent. */
  judge(runs: PointRun[]): Ending | null;
}
