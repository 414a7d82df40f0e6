import type { Complex } from "../../special/complex.ts";

/** A distribution as mathematics: what can be computed about a random X ≥ 0 without drawing it. */
export interface Law {
  /** E Xᵏ, k = 1 … 4; Infinity where it is infinite. */
  moment(k: number): number;
  /** Var X, without the cancellation of E X² − (E X)²; Infinity where it is infinite. */
  variance(): number;
  /** P(X ≤ x). */
  cdf(x: number): number;
  /** P(X > x), with full relative accuracy where it is small. */
  survival(x: number): number;
  /** The least x with P(X ≤ x) ≥ p, 0 ≤ p ≤ 1; Infinity at p = 1 where X has no bound. */
  quantile(p: number): number;
  /** E exp(−sX), Re s ≥ 0. */
  laplace(s: Complex): Complex;
}
