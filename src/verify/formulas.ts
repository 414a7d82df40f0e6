import { Predictions } from "../theory/predictions.ts";
import { exactValue } from "./cases.ts";
import type { Formula } from "./evidence.ts";
import { nameOf, readingOf, type Simulated, statisticOf } from "./simulated.ts";

/** Cases are known to a millionth; quantiles that were found by inverting a transform, to two parts in ten thousand. */
const ACCURACY = 1e-6;
const ACCURACY_OF_QUANTILES = 2e-4;

/** Relative difference; absolute where the exact value is 0. */
export function gapOf({ value, exact }: Pick<Formula, "value" | "exact">): number {
  return exact === 0 ? Math.abs(value) : Math.abs(value / exact - 1);
}

/** What our formulas say of a case, where they recognise it as something they know exactly. */
export function formulasOf(simulated: Simulated): Formula[] {
  const { id, model, metrics, read = {} } = simulated;
  const predictions = new Predictions(model);
  return metrics.flatMap((metric): Formula[] => {
    const { statistic, ...question } = read[metric] ?? readingOf(metric);
    if (typeof statistic === "object" && "shareAbove" in statistic) return [];
    const theory = predictions.of(question, statisticOf(statistic));
    if (theory === null || !theory.exact) return [];
    const within = typeof statistic === "object" ? ACCURACY_OF_QUANTILES : ACCURACY;
    return [{ model: nameOf(simulated), metric, exact: exactValue(id, metric), value: theory.value, within }];
  });
}
