import type { Caveat, Made, Result, ResultPoint, Row } from "../result.ts";
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
import { attachMeasured } from "./measured.ts";
import type { Measure } from "./measures.ts";
import { verdictsOf } from "./objectives.ts";
import type { PointRun } from "./point-run.ts";
import { PERCENTILES, type PointSummary, pointSummary, unitOf } from "./point-summary.ts";
import { windowRows } from "./windows.ts";

/** Turns observations into a result. */
export function summarize(study: Study, runs: PointRun[], made: Made): Result {
  const points = runs.map((run, point) => pointSummary(study, run, point));
  const rows = points.flatMap((one) => rowsOf(one, study));
  rows.push(...comparisonsOf(points, study.run.confidence));
  attachMeasured(rows, points, study);
  const agreement = agreementOf(rows);
  return {
    version: RESULT_VERSION,
    name: study.name,
    title: study.title,
    question: study.question,
    made: { ...made, missing: study.points.length - runs.length },
    points: points.map(resultPoint),
    rows,
    curves: points.flatMap((one) => curvesOf(one, study)),
    verdicts: verdictsOf(study, rows),
    ...(agreement === null ? {} : { agreement }),
    caveats: [...disagreements(rows), ...points.flatMap((one): Caveat[] => caveatsOf(one, rows, study.run))],
    ledgers: points.map((one) => ledgerOf(one.point, one.run.plan.point.model, one.settled.sample)),
    plots: study.plots,
  };
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
