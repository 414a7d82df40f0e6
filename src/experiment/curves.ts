import type { Curve } from "../result.ts";
import type { Name, Study } from "../spec.ts";
import { ccdf } from "../stats/ccdf.ts";
import { binQuantile, binTail, upperEdge } from "../stats/histogram.ts";
import { replicationBand } from "../stats/replications.ts";
import { cells } from "../stats/series.ts";
import type { Measure } from "./measure.ts";
import type { PointSummary } from "./point-summary.ts";

/** Shares above which a complementary cdf is read, from all down to one in ten thousand, evenly on a log scale. */
const SHARES = [0.9999, 0.99, 0.95, 0.9, ...Array.from({ length: 48 }, (_, i) => 10 ** (-(i + 1) / 12))];
/** Messages that must lie beyond a point of a tail. */
const LEAST_BEYOND = 100;
/** Batches without which a band cannot be told. */
const FEWEST_BATCHES = 3;
/** Levels of a queue that are drawn one by one at most. */
const MOST_LEVELS = 200;

export function curvesOf(summary: PointSummary, study: Study): Curve[] {
  if (study.run.mode === "transient")
    return summary.run.plan.point.model.queues.map((queue) => overTime(summary, queue.name, study));
  return summary.measures.flatMap((measure): Curve[] => {
    if (measure.tails === null || measure.mean === null || measure.class !== "*") return [];
    if (measure.metric === "latency" || measure.metric === "waitingTime") return tail(summary, measure, study);
    return measure.metric === "numberInSystem" ? distribution(summary, measure) : [];
  });
}

function tail(summary: PointSummary, measure: Measure, study: Study): Curve[] {
  const tails = measure.tails!();
  if (cells(tails.counts) < FEWEST_BATCHES) return [];
  const shares = SHARES.filter((share) => tails.count * share >= LEAST_BEYOND);
  const x = [...new Set(shares.map((share) => binQuantile(tails.pooled, 1 - share)))];
  const points = ccdf(tails, x, study.run.confidence);
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
      low: points.map((point) => point.low),
      high: points.map((point) => point.high),
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

/** The mean number in a queue over time, batch by batch, with a band from how replications differ. */
function overTime(summary: PointSummary, queue: Name, study: Study): Curve {
  const sample = summary.settled.sample.from(0);
  const { seconds } = sample;
  const levels = sample.of(queue, "numberInSystem").map((run, r) => run.map((area, b) => area / seconds[r][b]));
  const band = levels.length < 2 ? null : replicationBand(levels, study.run.confidence);
  return {
    point: summary.point,
    where: queue,
    class: "*",
    metric: "numberInSystem",
    kind: "over-time",
    x: sample.middles(),
    y: band === null ? [...levels[0]] : band.map((point) => point.value),
    low: band === null ? null : band.map((point) => Math.max(0, point.low)),
    high: band === null ? null : band.map((point) => point.high),
    theory: courseTheory(summary, queue),
    measured: null,
  };
}

/** What theory says of the averages over the same batches; null where it cannot follow the queue. */
function courseTheory({ course, settled: { sample } }: PointSummary, queue: Name): Curve["theory"] {
  const edges = sample.from(0).edges();
  const about = { where: queue, class: "*", metric: "numberInSystem" } as const;
  const found = edges.slice(1).map((to, i) => course?.over(about, [edges[i], to]) ?? null);
  const known = found.filter((theory) => theory !== null);
  if (known.length < found.length || known.length === 0) return null;
  return { y: known.map(({ value }) => value), model: known[0].model, exact: known[0].exact };
}
