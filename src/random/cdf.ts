import type { Distribution } from "./distribution.ts";
import { lawOf } from "./law.ts";

/** P(X ≤ x). For many points of one distribution take its law once: lawOf(d).cdf. */
export function cdf(d: Distribution, x: number): number {
  return lawOf(d).cdf(x);
}

/** P(X > x), with full relative accuracy where it is small. */
export function survival(d: Distribution, x: number): number {
  return lawOf(d).survival(x);
}
