import type { PrecisionTarget, Run } from "../spec.ts";
import { percentileOf } from "../theory/predictions.ts";
import { judgedMean, judgedPercentile } from "./judge.ts";
import type { Measure } from "./measure.ts";
import { measuresOf } from "./measures.ts";
import type { PointRun } from "./point-run.ts";
import { Sample } from "./sample.ts";
import { settledSample } from "./settled.ts";

/** Whether a point is precise enough, and about how many times as long its run would have to be. */
export interface Assessment {
  passes: boolean;
  lengthFactor: number;
}

export function assess({ plan, layout, observations }: PointRun, targets: PrecisionTarget[], run: Run): Assessment {
  const { model } = plan.point;
  const { sample } = settledSample(new Sample(layout, observations, 0), model, run);
  const measures = measuresOf(model, sample);
  let lengthFactor = 0;
  for (const target of targets) {
    for (const measure of measures.filter((one) => isMeant(one, target))) {
      lengthFactor = Math.max(lengthFactor, needed(measure, target, run.confidence));
    }
  }
  return { passes: lengthFactor <= 1, lengthFactor };
}

export function isMeant(measure: Measure, { where, metric }: PrecisionTarget): boolean {
  if (measure.metric !== metric || measure.class !== "*" || measure.statistic !== "mean") return false;
  return where === "*" ? measure.where.startsWith("consumers.") : measure.where === where;
}

/** Widths shrink like one over the square root of the length; an interval without an upper end never gets one. */
function needed(measure: Measure, { statistic, within }: PrecisionTarget, confidence: number): number {
  const p = percentileOf(statistic);
  const { value, low, high, quality } =
    p === null ? judgedMean(measure, confidence) : judgedPercentile(measure, p, confidence);
  if (value === 0) return 0;
  if (value === null || low === null) return UNKNOWN;
  if (high === null) return p === null ? Number.POSITIVE_INFINITY : UNKNOWN;
  const width = ((high - low) / 2 / Math.abs(value) / within) ** 2;
  return quality.includes("too-short") ? Math.max(UNKNOWN, width) : width;
}

/** Where the width cannot be said yet, or not be trusted, the run must grow by so much. */
const UNKNOWN = 4;
