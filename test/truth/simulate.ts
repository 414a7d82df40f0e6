import { judgedMean, judgedPercentile, judgedVariance } from "../../src/experiment/judge.ts";
import { type Measure, measuresOf } from "../../src/experiment/measures.ts";
import { LocalObserver } from "../../src/experiment/observer.ts";
import type { PointRun } from "../../src/experiment/point-run.ts";
import { runPoints } from "../../src/experiment/run-study.ts";
import { Sample } from "../../src/experiment/sample.ts";
import { settledSample } from "../../src/experiment/settled.ts";
import { murmur3 } from "../../src/random/murmur3.ts";
import type { Study } from "../../src/spec.ts";
import { batchMeansInterval } from "../../src/stats/batch-means.ts";
import { studyOf } from "../acceptance/study.ts";
import { exactValue } from "./cases.ts";
import { type Score, zOf } from "./score.ts";
import { type Reading, readingOf, type Simulated } from "./simulated.ts";

const MESSAGES = 300_000;
const RUNS = 4;

/** How much of it and with which random numbers. */
export interface Effort {
  /** Runs are so many times as long. */
  length: number;
  seed: number;
}

/** Runs a case by the path that `queuelab run` takes and holds each metric against its exact value. */
export async function simulate(simulated: Simulated, { length, seed }: Effort): Promise<Score[]> {
  const { id, variant = "", model, messages = MESSAGES, metrics, read = {} } = simulated;
  const until = { messages: (length * messages) / RUNS };
  const study = studyOf(id, model, { until, seed: seedOf(`${id}/${variant}`, seed), replications: RUNS });
  const [run] = await runPoints(study, { pool: new LocalObserver(), clock: () => 0 });
  const measures = measured(study, run);
  return metrics.map((metric): Score => {
    const exact = exactValue(id, metric);
    const { value, low, high } = estimated(measures, read[metric] ?? readingOf(metric));
    if (value === null || low === null || high === null) throw new Error(`${metric} of ${id} has no interval`);
    return { id, variant, metric, exact, value, low, high, z: zOf({ exact, value, low, high }) };
  });
}

/** Every case has random numbers of its own, else their errors would be one error. */
export function seedOf(name: string, seed: number): number {
  return murmur3(new TextEncoder().encode(name), seed)[0] >>> 0;
}

function measured({ run: asked, points: [{ model }] }: Study, run: PointRun): Map<string, Measure> {
  const { sample } = settledSample(new Sample(run.layout, run.observations), model, asked);
  return new Map(measuresOf(model, sample).map((one) => [keyOf(one), one]));
}

function keyOf({ where, class: cls, metric }: Pick<Measure, "where" | "class" | "metric">): string {
  return `${metric} of ${cls} at ${where}`;
}

type Interval = Record<"value" | "low" | "high", number | null>;

function estimated(measures: Map<string, Measure>, reading: Reading): Interval {
  const measure = measures.get(keyOf(reading));
  if (measure === undefined) throw new Error(`${keyOf(reading)} is not measured`);
  const { statistic } = reading;
  if (statistic === "mean") return judgedMean(measure, 0.95);
  if (statistic === "variance") return judgedVariance(measure, 0.95);
  if ("quantile" in statistic) return judgedPercentile(measure, statistic.quantile, 0.95);
  if (measure.tails === null) throw new Error(`no histogram of ${keyOf(reading)}`);
  return batchMeansInterval(measure.tails().shareAbove(statistic.shareAbove), 0.95);
}
