import type { Theory } from "../result.ts";
import type { Statistic } from "../spec.ts";
import { meanDeparture } from "../stats/departure.ts";
import type { Estimate } from "../stats/estimate.ts";
import { quantileDeparture } from "../stats/quantile-departure.ts";
import { percentileOf } from "../theory/predictions.ts";
import type { Measure } from "./measure.ts";

/** Losses come in clumps: the scatter of fewer than so many says nothing of the error of their share. */
export const FEWEST_EVENTS = 200;

/** Theory with the simulation's distance from it, where it is exact and the distance can be told. */
export function besideTheory(measure: Measure, statistic: Statistic, theory: Theory): Theory {
  const z = theory.exact ? departure(measure, statistic, theory.value) : null;
  return z === null ? theory : { ...theory, z };
}

/** How far a statistic lies above the truth, in standard errors; null where that cannot be said. */
export function departure(measure: Measure, statistic: Statistic, truth: number): number | null {
  const { mean, variance, tails } = measure;
  if (mean === null) return null;
  const p = percentileOf(statistic);
  if (p !== null) return tails === null ? null : quantileDeparture(tails(), p, truth);
  if (statistic === "variance") return variance === null ? null : meanDeparture(variance, truth);
  if (measure.kind === "share" && mean.value * measure.count < FEWEST_EVENTS) return null;
  return departureOfSeen(mean, truth, measure.unseen);
}

/**
 * From below, an estimate is measured by the part of the truth that its run can have seen, which is where the upper end
 * of its interval is, too; see judgedMean. Between that part and all of it there is no difference to speak of.
 */
function departureOfSeen(mean: Estimate, truth: number, unseen: number): number | null {
  if (mean.value > truth) return meanDeparture(mean, truth);
  const seen = truth * (1 - unseen);
  return mean.value > seen ? 0 : meanDeparture(mean, seen);
}
