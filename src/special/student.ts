import { betaLogit } from "./beta-quantile.ts";
import { betaRegularized } from "./incomplete-beta.ts";
import { normalCdf, normalQuantile } from "./normal.ts";

/** Probability that Student's t with `degrees` > 0 of freedom is at most t; the upper tail is studentCdf(−t, …). */
export function studentCdf(t: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalCdf(t);
  if (t > 0) return 1 - studentCdf(-t, degrees);
  const square = t * t;
  const total = degrees + square;
  return betaRegularized(degrees / 2, 0.5, degrees / total, square / total) / 2;
}

/** The t with studentCdf(t, degrees) = p, 0 ≤ p ≤ 1. */
export function studentQuantile(p: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p > 0.5) return -studentQuantile(1 - p, degrees);
  if (p === 0.5) return 0;
  // degrees/(degrees + t²) is beta distributed, and its odds are degrees/t².
  const logOdds = betaLogit(degrees / 2, 0.5, 2 * p, 1 - 2 * p);
  return -Math.sqrt(degrees) * Math.exp(-logOdds / 2);
}
