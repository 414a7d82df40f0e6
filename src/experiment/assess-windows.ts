import type { PrecisionTarget, Run } from "../spec.ts";
import { percentileOf } from "../theory/predictions.ts";
import { isMeant } from "./assess.ts";
import type { Measure } from "./measure.ts";
import { measuresOf } from "./measures.ts";
import type { PointRun } from "./point-run.ts";
import { Sample } from "./sample.ts";
import { areSame, overRuns, partOf, percentile, windowsOf } from "./windows.ts";

/**
 * How many times as many replications are needed for every target to be narrow enough in every window; ≤ 1 when there
 * are enough.
 */
export function replicationsFactor({ plan, layout, observations }: PointRun, run: Run): number {
  const whole = new Sample(layout, observations);
  const factors = windowsOf(whole, run).flatMap((window) => {
    const part = partOf(whole, window);
    const measures = part === null ? [] : measuresOf(plan.point.model, part);
    return (run.precision ?? []).flatMap((target) =>
      measures.filter((one) => isMeant(one, target)).map((one) => needed(one, target, run.confidence)),
    );
  });
  return Math.max(0, ...factors);
}

/** Widths shrink like one over the square root of the number. */
function needed(measure: Measure, { statistic, within }: PrecisionTarget, confidence: number): number {
  const { mean, tails } = measure;
  if (mean === null || (mean.influence.length > 1 && areSame(mean))) return 0; // more of them would say no more
  const p = percentileOf(statistic);
  if (p !== null && tails === null) return 0; // not kept; a caveat says so
  const { value, high } = p === null ? overRuns(mean, confidence) : percentile(tails!(), p, confidence);
  if (value === null || high === null) return UNKNOWN;
  return value === 0 ? 0 : ((high - value) / value / within) ** 2;
}

/** Where the width cannot be said yet there must be so many times as many. */
const UNKNOWN = 4;
