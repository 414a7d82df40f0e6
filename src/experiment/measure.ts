import type { Metric, Name } from "../spec.ts";
import type { Estimate } from "../stats/estimate.ts";
import type { Tails } from "../stats/tails.ts";

/** One metric at one place, for one class or all, as estimated from a sample. */
export interface Measure {
  where: Name | "system";
  /** Name of the class; "*" = all. */
  class: string;
  metric: Metric;
  /** "mean"; or another statistic, where a metric comes apart: "loss(refused)". */
  statistic: string;
  unit: "s" | "1/s" | "1";
  /** What kind of number it is: of observations, over time, a rate, a share of messages. */
  kind: "observed" | "level" | "rate" | "share";
  /** null when there was nothing to observe. */
  mean: Estimate | null;
  count: number;
  variance: Estimate | null;
  largest: number | null;
  /** Histograms of the batches, of observations or of seconds by level; null when not kept. */
  tails: (() => Tails) | null;
  /** Share of the mean that hangs on services so long that the run can hardly have seen one; see unseenIn. */
  unseen: number;
}
