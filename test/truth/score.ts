import { normalQuantile } from "../../src/special/normal.ts";
import { studentCdf, studentQuantile } from "../../src/special/student.ts";

/** An estimate with its 95 % interval beside the exact value. */
export interface Score {
  id: string;
  variant: string;
  metric: string;
  exact: number;
  value: number;
  low: number;
  high: number;
  /** Error in standard errors: if the interval is right, a standard normal variable. 0 if there is no error at all. */
  z: number;
}

/** Intervals are made of about 20 batch means. */
const DEGREES = 19;
const T = studentQuantile(0.975, DEGREES);

/**
 * The error of an estimate in units of the half-width of its interval on the side of the exact value, as a quantile of
 * Student's t, taken to that of a normal variable: so intervals that are bent for skewness and those of percentiles are
 * judged alike, and the heavy tails of t do not look like errors.
 */
export function zOf({ exact, value, low, high }: Omit<Score, "z" | "id" | "variant" | "metric">): number {
  if (Math.abs(value - exact) <= 1e-9 * Math.abs(exact)) return 0;
  const side = value > exact ? value - low : high - value;
  const t = (T * Math.abs(value - exact)) / side;
  // by the lower tail, which keeps its digits
  const z = -normalQuantile(Math.max(studentCdf(-t, DEGREES), 1e-300));
  return value > exact ? z : -z;
}

export function covers({ exact, low, high }: Score): boolean {
  const slack = 1e-9 * Math.abs(exact);
  return low - slack <= exact && exact <= high + slack;
}
