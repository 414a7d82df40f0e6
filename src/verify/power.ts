import type { Metric, Model } from "../spec.ts";
import { Predictions, type Question } from "../theory/predictions.ts";
import { FALSE_ALARMS, threshold } from "./checks/comparisons.ts";
import { POWER_QUANTILE } from "./checks/power.ts";
import type { Comparison } from "./evidence.ts";

/** Half-width of a 95 % interval in standard errors, about. */
const REACH = 1.96;
/** Relative change of the service times by which slopes are measured. */
const STEP = 1e-4;

const TIMES: readonly Metric[] = ["waitingTime", "sojournTime", "latency", "serviceTime"];
const RATES: readonly Metric[] = ["throughput", "arrivalRate"];

/**
 * By how much a mean changes if all service times are longer by a share, per share. Longer services and the same
 * arrivals are a higher load seen by a slower clock, so the formulas answer this by themselves.
 *
 * @param modelAt the model as a function of its load
 * @returns null where theory does not know the mean
 */
export function slope(modelAt: (load: number) => Model, load: number, question: Question): number | null {
  const [here, there] = [load, load * (1 + STEP)].map((at) => new Predictions(modelAt(at)).of(question, "mean"));
  if (here === null || there === null) return null;
  const clock = TIMES.includes(question.metric) ? 1 + STEP : RATES.includes(question.metric) ? 1 / (1 + STEP) : 1;
  return (there.value * clock - here.value) / STEP;
}

/** How large the error of one mean must be to be found with a probability of 0.9: relative, the smallest first. */
export function visibleErrors(comparisons: readonly Comparison[]): number[] {
  const cases = comparisons.filter(({ from }) => from === "cases");
  const limit = limitOf(cases.length, FALSE_ALARMS.cases);
  return cases
    .filter(({ mean, exact, low, high }) => mean && exact !== 0 && high > low)
    .map((one) => (limit * standardError(one)) / Math.abs(one.exact))
    .sort((a, b) => a - b);
}

/** By which share all service times must be wrong to be found with a probability of 0.9, and where it is seen first. */
export function visibleServiceError(comparisons: readonly Comparison[]): { share: number; model: string } | null {
  const grid = comparisons.filter(({ from }) => from === "grid");
  const limit = limitOf(grid.length, FALSE_ALARMS.grid);
  const errors = grid
    .filter(({ slope, low, high }) => slope !== undefined && slope !== 0 && high > low)
    .map((one) => ({ share: (limit * standardError(one)) / Math.abs(one.slope!), model: one.model }));
  return errors.reduce<(typeof errors)[number] | null>((a, b) => (a === null || b.share < a.share ? b : a), null);
}

function limitOf(compared: number, rate: number): number {
  return threshold(compared, rate) + POWER_QUANTILE;
}

function standardError({ low, high }: Comparison): number {
  return (high - low) / 2 / REACH;
}
