import { quantile } from "../queueing/quantile.ts";
import type { Prediction } from "../queueing/steady-state.ts";
import type { Model } from "../spec.ts";
import type { ModelTheory } from "./model-theory.ts";

/** More laws would have to be looked up for each point of a chart than is worth while. */
const MOST_QUEUES = 100;
/** Relative error of percentiles of several laws together: some of them keep no more digits. */
const CLOSE = 1e-9;

/**
 * The law of the time in a system in which each copy passes one queue: that of each queue, as often as it is passed.
 * Nothing where copies go on to another queue, or where not all laws are known.
 */
export function sideBySideLaw(model: Model, { queues }: ModelTheory): Partial<Prediction> {
  if (queues.size > MOST_QUEUES || model.pools.some(({ then }) => then.some(({ to }) => to.length > 0))) return {};
  const parts = [...queues.values()].flatMap(({ station, answer }) => {
    const law = answer?.all;
    return station === null || law?.sojournTail === undefined ? [] : [{ rate: station.rate, law }];
  });
  if (parts.length < queues.size) return {};
  const total = parts.reduce((sum, { rate }) => sum + rate, 0);
  const average = (of: (law: Partial<Prediction>) => number) =>
    parts.reduce((sum, { rate, law }) => sum + (rate / total) * of(law), 0);
  const mean = average((law) => law.sojournTime ?? Number.NaN);
  const square = average((law) => (law.sojournVariance ?? Number.NaN) + (law.sojournTime ?? Number.NaN) ** 2);
  const sojournTail = (t: number) => average((law) => law.sojournTail!(t));
  const sojournQuantile = (p: number) => quantile(sojournTail, p, mean, CLOSE);
  return { sojournVariance: square - mean ** 2, sojournTail, sojournQuantile };
}
