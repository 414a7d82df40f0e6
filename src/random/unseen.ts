import type { Distribution } from "./distribution.ts";
import type { Law } from "./law/law.ts";
import { lawOf } from "./law.ts";

/** Of the logarithm of x. No jump of the law costs more accuracy than this. */
const STEP = 0.01;
/** e⁻⁸ = 0.0003 of E X² may lie below where the integral begins. */
const DEPTH = 4;

/**
 * What n draws miss of a second moment, as a rule: the share of E X² that comes of values so large that fewer than one
 * of n is expected. Within 0.01; 1 where E X² is infinite, 0 where X is always 0.
 *
 * What is seen, below the x with P(X > x) = 1/n, is ∫ 2t·P(X > t) dt from 0 to x, less x²·P(X > x). Over t = x·e⁻ʸ the
 * first is 2x² ∫ e⁻²ʸ P(X > x·e⁻ʸ) dy, of which at most n·e⁻²ʸ·E X² lies beyond y, because x² ≤ n·E X².
 *
 * @param n draws, > 1
 */
export function unseenSquares(d: Distribution, n: number): number {
  const law = lawOf(d);
  const second = law.moment(2);
  if (second === Number.POSITIVE_INFINITY) return 1;
  if (second === 0 || mostBeyond(law, n) < STEP) return 0;
  const x = law.quantile(1 - 1 / n);
  const steps = Math.ceil((Math.log(n) / 2 + DEPTH) / STEP);
  let integral = 0;
  for (let i = 0; i < steps; i++) {
    const y = (i + 0.5) * STEP;
    integral += Math.exp(-2 * y) * law.survival(x * Math.exp(-y)) * STEP;
  }
  const seen = x ** 2 * (2 * integral - law.survival(x));
  return Math.min(1, Math.max(0, 1 - seen / second));
}

/** By Cauchy and Schwarz E(X²; X > x) is at most √(E X⁴ · P(X > x)); this spares the integral where tails are light. */
function mostBeyond(law: Law, n: number): number {
  return Math.sqrt(law.moment(4) / n) / law.moment(2);
}
