import { GROUP } from "../model/observation.ts";
import type { Row } from "../result.ts";
import type { Metric, Statistic } from "../spec.ts";
import { comparison } from "../stats/comparison.ts";
import type { Estimate } from "../stats/estimate.ts";
import { quantileEstimate } from "../stats/quantile.ts";
import { percentileOf } from "../theory/predictions.ts";
import type { Measure } from "./measure.ts";
import { measuresOf } from "./measures.ts";
import type { PointSummary } from "./point-summary.ts";
import type { Sample } from "./sample.ts";

/** What scenarios are compared by. */
const COMPARED: [Metric, Statistic][] = [
  ["latency", "mean"],
  ["latency", "p95"],
  ["latency", "p99"],
  ["waitingTime", "mean"],
  ["numberInSystem", "mean"],
  ["throughput", "mean"],
  ["utilization", "mean"],
  ["lossProbability", "mean"],
];
/** Up to so many scenarios, each is compared with each; more are compared with the first only. */
const ALL_PAIRS = 4;

/**
 * Differences between scenarios at the same swept values. Both saw the same arrivals, batch by batch of time, so the
 * difference is estimated batch by batch and what they have in common cancels.
 */
export function comparisonsOf(points: PointSummary[], confidence: number): Row[] {
  return groupsOf(points).flatMap((group) =>
    group.flatMap((one, i) => {
      const others = group.length <= ALL_PAIRS ? group.slice(0, i) : group.slice(0, Math.min(i, 1));
      return others.flatMap((other) => differences(one, other, confidence));
    }),
  );
}

function groupsOf(points: PointSummary[]): PointSummary[][] {
  const groups = new Map<string, PointSummary[]>();
  for (const point of points) {
    const key = JSON.stringify(point.run.plan.point.at);
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function differences(one: PointSummary, other: PointSummary, confidence: number): Row[] {
  if (lengthOf(one) !== lengthOf(other)) return []; // one of them had to be stopped
  const [mine, theirs] = alignedMeasures(one, other);
  const quality = [...new Set([...one.settled.quality, ...other.settled.quality])];
  return COMPARED.flatMap(([metric, statistic]) =>
    mine.flatMap((measure): Row[] => {
      if (measure.metric !== metric || measure.class !== "*" || measure.statistic !== "mean") return [];
      const same = theirs.find((candidate) => isSame(candidate, measure));
      if (same === undefined) return [];
      const [a, b] = [estimateOf(measure, statistic, confidence), estimateOf(same, statistic, confidence)];
      if (a === null || b === null) return [];
      const { value, low, high, varianceReduction } = comparison(a, b, confidence);
      return [
        {
          point: one.point,
          where: measure.where,
          class: "*",
          metric,
          statistic,
          window: null,
          versus: other.point,
          value,
          low,
          high,
          confidence,
          count: Math.min(measure.count, same.count),
          unit: measure.unit,
          quality,
          theory: null,
          measured: null,
          ...(Number.isFinite(varianceReduction) ? { varianceReduction } : {}),
        },
      ];
    }),
  );
}

function lengthOf({ run }: PointSummary): number {
  return run.observations[0].until;
}

function isSame(a: Measure, b: Measure): boolean {
  return a.where === b.where && a.class === b.class && a.metric === b.metric && a.statistic === b.statistic;
}

function estimateOf(measure: Measure, statistic: Statistic, confidence: number): Estimate | null {
  const p = percentileOf(statistic);
  if (p === null || measure.mean === null) return measure.mean;
  return measure.tails === null ? null : quantileEstimate(measure.tails(), p, confidence);
}

/** The measures of two points on one time grid and with one truncation. */
function alignedMeasures(one: PointSummary, other: PointSummary): [Measure[], Measure[]] {
  const samples = [one.settled.sample, other.settled.sample];
  const lengths = samples.map((sample) => sample.observations[0].batches[0].seconds);
  const longest = Math.max(...lengths);
  const coarse = samples.map((sample, i) => sample.coarsened(Math.round(longest / lengths[i])));
  const cut = GROUP * Math.ceil(Math.max(...coarse.map((sample) => sample.skipped)) / GROUP);
  const measures = (summary: PointSummary, sample: Sample) =>
    measuresOf(summary.run.plan.point.model, sample.from(cut));
  return [measures(one, coarse[0]), measures(other, coarse[1])];
}
