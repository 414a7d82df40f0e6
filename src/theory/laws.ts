import type { Intervals } from "../queueing/gmc.ts";
import { numericLaw } from "../queueing/numeric-law.ts";
import {
  constantLaw,
  erlangLaw,
  exponentialLaw,
  hyperexponentialLaw,
  type Moments,
  type TimeLaw,
} from "../queueing/time-law.ts";
import { survival } from "../random/cdf.ts";
import type { Distribution } from "../random/distribution.ts";
import { lawOf as mathematicsOf } from "../random/law.ts";
import { rawMoment } from "../random/moments.ts";
import { commonLaw, meanService, presentOf, type Station, serviceVariation } from "./station.ts";

/** A distribution as the formulas of queueing theory take it. */
export function lawOf(d: Distribution): TimeLaw {
  switch (d.dist) {
    case "constant":
      return constantLaw(d.value);
    case "exponential":
      return exponentialLaw(d.mean);
    case "erlang":
      return erlangLaw(d.stages, d.mean);
    case "hyperexponential":
      return hyperexponentialLaw(
        d.branches.map((branch) => branch.probability),
        d.branches.map((branch) => branch.mean),
      );
    case "gamma":
    case "hypoexponential":
    case "coxian":
    case "phase-type":
    case "uniform":
    case "empirical":
      return closedLaw(d);
    default:
      return numericLaw(momentsOf(d), (t) => survival(d, t));
  }
}

/** A law whose transform is known in closed form. */
function closedLaw(d: Distribution): TimeLaw {
  const law = mathematicsOf(d);
  return { ...momentsOf(d), tail: (t) => law.survival(t), transform: (re, im) => law.laplace([re, im]) };
}

function momentsOf(d: Distribution): Moments {
  return { mean: rawMoment(d, 1), second: rawMoment(d, 2), third: rawMoment(d, 3) };
}

/** Two moments of the service of a message of any class; the third is not known. */
export function momentsOfService(s: Station): Moments {
  const mean = meanService(s);
  return { mean, second: mean ** 2 * (1 + serviceVariation(s)), third: Number.NaN };
}

/** The law of service of a message of any class; null where one is not known. */
export function mixtureOf(s: Station): Distribution | null {
  const common = commonLaw(s);
  if (common !== null) return common;
  const of = presentOf(s.classes).flatMap(({ share, law }) => (law === null ? [] : [{ weight: share, law }]));
  return of.length < presentOf(s.classes).length ? null : { dist: "mixture", of };
}

/** Whether a law has no jumps and three moments, so that the laws of busy periods can be inverted. */
export function isSmooth(d: Distribution): boolean {
  if (d.dist === "mixture") return d.of.every(({ law }) => isSmooth(law));
  if (d.dist === "shifted" || d.dist === "scaled") return isSmooth(d.law);
  return d.dist !== "constant" && d.dist !== "empirical" && Number.isFinite(rawMoment(d, 3));
}

/** Whether the laws of times behind this law of service can be had within a few tenths of a second. */
export function isTractable(d: Distribution): boolean {
  if (!Number.isFinite(rawMoment(d, 3))) return false;
  return d.dist !== "empirical" || d.values.length <= MOST_VALUES;
}

const MOST_VALUES = 100;

/** A law of intervals between arrivals, for G/M/c. */
export function intervalsOf(d: Distribution): Intervals {
  const law = lawOf(d);
  return { mean: law.mean, transform: (s) => law.transform(s, 0)[0] };
}
