import { departure } from "../experiment/beside-theory.ts";
import { type Judged, judgedMean, judgedPercentile, judgedVariance } from "../experiment/judge.ts";
import type { Measure } from "../experiment/measure.ts";
import { measuresOf } from "../experiment/measures.ts";
import { runPoints } from "../experiment/run-study.ts";
import { Sample } from "../experiment/sample.ts";
import { settledSample } from "../experiment/settled.ts";
import { batchMeansInterval } from "../stats/batch-means.ts";
import { isSame, meanDeparture } from "../stats/departure.ts";
import { type Bench, namedApart, seedOf } from "./bench.ts";
import { exactValue } from "./cases.ts";
import type { Comparison, Evidence, Skipped } from "./evidence.ts";
import { identitiesOf } from "./identities.ts";
import { nameOf, type Reading, readingOf, type Simulated, statisticOf } from "./simulated.ts";
import { studyOf } from "./study.ts";

const MESSAGES = 300_000;
const RUNS = 4;
const CONFIDENCE = 0.95;

/** What a case costs for a length of 1: its messages, once for each queue. */
export const caseMessages = ({ messages = MESSAGES, model }: Simulated): number => messages * model.queues.length;

/** Runs a case by the path that `queuelab run` takes and holds each metric against its exact value. */
export async function simulate(simulated: Simulated, { pool, length, seed }: Bench): Promise<Partial<Evidence>> {
  const { id, model, messages = MESSAGES, metrics, read = {} } = simulated;
  const name = nameOf(simulated);
  const until = { messages: (length * messages) / RUNS };
  const study = studyOf(id, model, { until, seed: seedOf(name, seed), replications: RUNS });
  const options = { pool: namedApart(pool, `${name}/${seed}`), clock: () => 0 };
  const [{ layout, observations }] = await runPoints(study, options);
  const whole = new Sample(layout, observations);
  const { sample } = settledSample(whole, model, study.run);
  const measures = new Map(measuresOf(model, sample).map((one) => [keyOf(one), one]));
  const compared = metrics.map((metric) =>
    compare({ name, metric, exact: exactValue(id, metric) }, measures, read[metric] ?? readingOf(metric)),
  );
  return {
    comparisons: compared.filter((one): one is Comparison => "exact" in one),
    skipped: compared.filter((one): one is Skipped => "why" in one),
    identities: identitiesOf(name, model, sample),
  };
}

function keyOf({ where, class: cls, metric }: Pick<Measure, "where" | "class" | "metric">): string {
  return `${metric} of ${cls} at ${where}`;
}

type Asked = { name: string; metric: string; exact: number };

function compare(asked: Asked, measures: Map<string, Measure>, reading: Reading): Comparison | Skipped {
  const { name, metric, exact } = asked;
  const measure = measures.get(keyOf(reading));
  if (measure === undefined) throw new Error(`${keyOf(reading)} is not measured`);
  const { value, low, high, quality } = estimated(measure, reading.statistic);
  const known = value !== null && low !== null && high !== null;
  if (!known || (quality.includes("too-short") && !isSame(value, exact))) {
    return { what: `${metric} of ${name}`, why: "the run is too short to judge it" };
  }
  const z = apart(measure, reading.statistic, exact);
  if (z === null && (value === 0 || value === 1)) {
    return { what: `${metric} of ${name}`, why: "what is rarer than the run is long was never seen" };
  }
  return { from: "cases", model: name, metric, exact, value, low, high, z, mean: reading.statistic === "mean" };
}

function estimated(measure: Measure, statistic: Reading["statistic"]): Judged {
  if (statistic === "mean") return judgedMean(measure, CONFIDENCE);
  if (statistic === "variance") return judgedVariance(measure, CONFIDENCE);
  if ("quantile" in statistic) return judgedPercentile(measure, statistic.quantile, CONFIDENCE);
  return { ...batchMeansInterval(shareAbove(measure, statistic.shareAbove), CONFIDENCE), quality: [] };
}

function apart(measure: Measure, statistic: Reading["statistic"], exact: number): number | null {
  if (typeof statistic === "object" && "shareAbove" in statistic) {
    return meanDeparture(shareAbove(measure, statistic.shareAbove), exact);
  }
  return departure(measure, statisticOf(statistic), exact);
}

function shareAbove(measure: Measure, x: number) {
  if (measure.tails === null) throw new Error(`no histogram of ${keyOf(measure)}`);
  return measure.tails().shareAbove(x);
}
