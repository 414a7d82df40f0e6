import type { Curve } from "../result.ts";
import type { Study } from "../spec.ts";
import { batchMeansInterval } from "../stats/batch-means.ts";
import { binTail, upperEdge } from "../stats/histogram.ts";
import type { Measure } from "./measures.ts";
import type { PointSummary } from "./point-summary.ts";

/** Shares above which a complementary cdf is read, from all down to one in ten thousand, evenly on a log scale. */
const SHARES = Array.from({ length: 49 }, (_, i) => 10 ** (-i / 12));
/** Messages that must lie beyond a point of a tail. */
const LEAST_BEYOND = 100;
/** Levels of a queue that are drawn one by one at most. */
const MOST_LEVELS = 200;

export function curvesOf(summary: PointSummary, study: Study): Curve[] {
  return summary.measures.flatMap((measure): Curve[] => {
    if (measure.tails === null || measure.mean === null || measure.class !== "*") return [];
    if (measure.metric === "latency" || measure.metric === "waitingTime") return tail(summary, measure, study);
    return measure.metric === "numberInSystem" ? distribution(summary, measure) : [];
  });
}

function tail(summary: PointSummary, measure: Measure, study: Study): Curve[] {
  const tails = measure.tails!();
  const shares = SHARES.filter((share) => tails.count * share >= LEAST_BEYOND);
  const x = [...new Set(shares.map((share) => tails.quantile(1 - share)))];
  const points = x.map((at) => batchMeansInterval(tails.shareAbove(at), study.run.confidence));
  const law = summary.predictions.law(measure);
  return [
    {
      point: summary.point,
      where: measure.where,
      class: measure.class,
      metric: measure.metric,
      kind: "ccdf",
      x,
      y: points.map((point) => point.value),
      low: points.map((point) => Math.max(0, point.low)),
      high: points.map((point) => Math.min(1, point.high)),
      theory: law === null ? null : { y: x.map((at) => law.at(at)), model: law.model, exact: law.exact },
      measured: null,
    },
  ];
}

/** Share of time at each number in the system; long queues beyond the drawn levels are left out. */
function distribution(summary: PointSummary, measure: Measure): Curve[] {
  const { pooled } = measure.tails!();
  const largest = Math.min(MOST_LEVELS, Math.floor(upperEdge(pooled.first + pooled.counts.length - 1)));
  const x = Array.from({ length: largest + 1 }, (_, n) => n);
  // Bins include their lower edge, so P(N ≥ n) is the tail at n.
  const atLeast = (n: number) => (n === 0 ? 1 : binTail(pooled, n));
  const law = summary.predictions.law(measure);
  return [
    {
      point: summary.point,
      where: measure.where,
      class: measure.class,
      metric: measure.metric,
      kind: "distribution",
      x,
      y: x.map((n) => atLeast(n) - atLeast(n + 1)),
      low: null,
      high: null,
      theory: law === null ? null : { y: x.map((n) => law.at(n)), model: law.model, exact: law.exact },
      measured: null,
    },
  ];
}
