import type { Layout } from "../model/layout.ts";
import type { Observation } from "../model/observation.ts";
import type { PointPlan } from "./plan.ts";

/** One point as it was run. */
export interface PointRun {
  plan: PointPlan;
  layout: Layout;
  observations: Observation[];
  /** How the run came to its end. */
  ended: Ending;
}

export type Ending =
  /** As long as was asked for. */
  | { how: "fixed" }
  /** All watched statistics were narrow enough on two consecutive checks. */
  | { how: "precise"; predicted: number }
  /** The budget ended first, or what can be kept of so many replications. `predicted`: how much would be needed. */
  | { how: "budget"; of: "messages" | "seconds" | "replications"; predicted: number }
  /** More work arrives than can be done: a longer run would only grow longer queues. */
  | { how: "overload" }
  /** Stopped early: messages multiplied faster than they left, until there were too many. */
  | { how: "multiplied" };
