import type { Distribution } from "./distribution.ts";
import { lawOf } from "./law.ts";

/** E X. */
export function mean(d: Distribution): number {
  return lawOf(d).moment(1);
}

/** Var X; Infinity where it is infinite. */
export function variance(d: Distribution): number {
  return lawOf(d).variance();
}

/** E Xᵏ, k = 1 … 4; Infinity where it is infinite. */
export function rawMoment(d: Distribution, k: 1 | 2 | 3 | 4): number {
  return lawOf(d).moment(k);
}

/** Var X/(E X)², 1 for the exponential law; Infinity where the variance is infinite. */
export function squaredCv(d: Distribution): number {
  const law = lawOf(d);
  const variance = law.variance();
  return variance === Number.POSITIVE_INFINITY ? variance : variance / law.moment(1) ** 2;
}
