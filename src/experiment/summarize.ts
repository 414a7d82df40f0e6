import type { Caveat, Curve, Ledger, Made, Result, ResultPoint, Row } from "../result.ts";
import { RESULT_VERSION } from "../result.ts";
import type { Statistic, Study } from "../spec.ts";
import { total } from "../stats/series.ts";
import { percentileOf } from "../theory/predictions.ts";
import { agreementOf, disagreements } from "./agreement.ts";
import { besideTheory } from "./beside-theory.ts";
import { caveatsOf } from "./caveats.ts";
import { comparisonsOf } from "./compare.ts";
import { curvesOf } from "./curves.ts";
import { type Judged, judgedMean, judgedPercentile, judgedVariance } from "./judge.ts";
import { ledgerOf } from "./ledger.ts";
import type { Measure } from "./measure.ts";
import { attachMeasured } from "./measured.ts";
import { verdictsOf } from "./objectives.ts";
import type { PointRun } from "./point-run.ts";
import { PERCENTILES, type PointSummary, pointSummary, unitOf } from "./point-summary.ts";
import { windowRows } from "./windows.ts";

/** What is said of a group of points. What was observed, megabytes for each point, need not be kept any longer. */
export interface GroupSummary {
  points: PointReport[];
  /** Differences between them. */
  comparisons: Row[];
}

/** What is said of one point; its number is that in the study. */
interface PointReport {
  number: number;
  point: ResultPoint;
  rows: Row[];
  curves: Curve[];
  caveats: Caveat[];
  ledger: Ledger;
}

/** Summarizes points with the same swept values, which are compared with each other. */
export function summarizeGroup(study: Study, runs: PointRun[]): GroupSummary {
  const points = runs.map((run) => pointSummary(study, run, run.plan.index));
  return {
    points: points.map((one) => reportOf(one, study)),
    comparisons: comparisonsOf(points, study.run.confidence),
  };
}

function reportOf(summary: PointSummary, study: Study): PointReport {
  const { point, run, settled } = summary;
  const rows = rowsOf(summary, study);
  return {
    number: point,
    point: resultPoint(summary),
    rows,
    curves: curvesOf(summary, study),
    caveats: caveatsOf(summary, rows, study.run),
    ledger: ledgerOf(point, run.plan.point.model, settled.sample),
  };
}

/** Puts a result together; points of groups that are not there are missing. */
export function resultOf(study: Study, groups: GroupSummary[], made: Made): Result {
  const points = groups.flatMap((group) => group.points).sort((a, b) => a.number - b.number);
  const rows = [...points.flatMap((one) => one.rows), ...groups.flatMap((group) => group.comparisons)];
  attachMeasured(rows, study);
  renumber(points, rows);
  const agreement = agreementOf(rows);
  return {
    version: RESULT_VERSION,
    name: study.name,
    title: study.title,
    question: study.question,
    made: { ...made, missing: study.points.length - points.length },
    points: points.map(({ point }) => point),
    rows,
    curves: points.flatMap(({ curves }) => curves),
    verdicts: verdictsOf(study, rows),
    ...(agreement === null ? {} : { agreement }),
    caveats: [...disagreements(rows), ...points.flatMap(({ caveats }) => caveats)],
    ledgers: points.map(({ ledger }) => ledger),
    plots: study.plots,
  };
}

/** Results count the points that are there. */
function renumber(points: PointReport[], rows: Row[]): void {
  const places = new Map(points.map(({ number }, place) => [number, place]));
  const place = (number: number) => places.get(number)!;
  for (const row of rows) {
    row.point = place(row.point);
    if (row.versus !== null) row.versus = place(row.versus);
  }
  for (const { curves, caveats, ledger } of points) {
    for (const one of [...curves, ...caveats, ledger]) if (one.point !== null) one.point = place(one.point);
  }
}

function resultPoint({ run, settled }: PointSummary): ResultPoint {
  const { point } = run.plan;
  const { sample } = settled;
  const published = point.model.producers.map((producer) => total(sample.of(producer.name, "published")));
  return {
    scenario: point.scenario,
    at: point.at,
    seconds: run.observations[0].until,
    warmup: sample.warmup,
    messages: published.reduce((sum, count) => sum + count, 0),
    ...(run.observations.length === run.plan.jobs.length ? {} : { replications: run.observations.length }),
    places: [...point.model.producers, ...point.model.queues, ...point.model.pools].map((part) => part.name),
  };
}

function rowsOf(summary: PointSummary, study: Study): Row[] {
  const { confidence, mode } = study.run;
  if (mode === "transient") return windowRows(summary, study.run);
  return summary.measures.flatMap((measure) => steadyRows(summary, measure, confidence));
}

function steadyRows(summary: PointSummary, measure: Measure, confidence: number): Row[] {
  const flags = summary.settled.quality;
  const row = (statistic: Statistic, { value, low, high, quality: own }: Judged): Row => {
    const quality = [...new Set([...flags, ...own])];
    const theory = summary.predictions.of(measure, statistic);
    return {
      point: summary.point,
      where: measure.where,
      class: measure.class,
      metric: measure.metric,
      statistic,
      window: null,
      versus: null,
      value,
      low,
      high,
      quality,
      confidence,
      count: measure.count,
      unit: unitOf(measure, statistic),
      theory: theory !== null && quality.length === 0 ? besideTheory(measure, statistic, theory) : theory,
      measured: null,
    };
  };
  const rows = [row(measure.statistic, judgedMean(measure, confidence))];
  if (measure.variance !== null) rows.push(row("variance", judgedVariance(measure, confidence)));
  if (measure.kind === "observed" && measure.mean !== null && measure.metric !== "serviceTime") {
    for (const statistic of PERCENTILES) {
      rows.push(row(statistic, judgedPercentile(measure, percentileOf(statistic)!, confidence)));
    }
  }
  if (measure.largest !== null) {
    rows.push(row("max", { value: measure.largest, low: null, high: null, quality: [] }));
  }
  return rows;
}
