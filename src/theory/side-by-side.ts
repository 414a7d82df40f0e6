import type { Prediction } from "../queueing/steady-state.ts";
import type { Model } from "../spec.ts";
import { mixed } from "./answer.ts";
import type { ModelTheory } from "./model-theory.ts";

/** More laws would have to be looked up for each point of a chart than is worth while. */
const MOST_QUEUES = 100;

/**
 * The law of the time in a system in which each copy passes one queue: that of each queue, as often as it is passed.
 * Nothing where copies go on to another queue, or where not all laws are known.
 */
export function sideBySideLaw(model: Model, { queues }: ModelTheory): Partial<Prediction> {
  if (queues.size > MOST_QUEUES || model.pools.some(({ then }) => then.some(({ to }) => to.length > 0))) return {};
  const total = [...queues.values()].reduce((sum, { station }) => sum + (station?.rate ?? Number.NaN), 0);
  const parts = [...queues.values()].map(({ station, answer }) => ({
    share: (station?.rate ?? Number.NaN) / total,
    law: answer?.all ?? {},
  }));
  const average = (of: (law: Partial<Prediction>) => number | undefined) =>
    parts.reduce((sum, { share, law }) => sum + share * (of(law) ?? Number.NaN), 0);
  const mean = average((law) => law.sojournTime);
  const sojourn = mixed(parts, "sojournTail", mean);
  if (sojourn === null || Number.isNaN(mean)) return {};
  const variance = average((law) => law.sojournVariance) + average((law) => law.sojournTime! ** 2) - mean ** 2;
  return { sojournVariance: variance, sojournTail: sojourn.tail, sojournQuantile: sojourn.quantile };
}
