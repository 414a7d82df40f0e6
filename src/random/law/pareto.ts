import { type Complex, complexExp, complexLog1p, over, scaled, times } from "../../special/complex.ts";
import { trapezoid } from "../../special/quadrature.ts";
import type { Law } from "./law.ts";

/** P(X > x) = (min/x)^alpha for x ≥ min. */
export function paretoLaw(min: number, alpha: number): Law {
  /** α ln(x/min), which is exponential with mean 1. */
  const exponent = (x: number) => (x > min ? alpha * Math.log1p((x - min) / min) : 0);
  return {
    moment: (k) => (k < alpha ? (alpha * min ** k) / (alpha - k) : Number.POSITIVE_INFINITY),
    variance: () => (alpha > 2 ? (alpha / (alpha - 2)) * (min / (alpha - 1)) ** 2 : Number.POSITIVE_INFINITY),
    cdf: (x) => -Math.expm1(-exponent(x)),
    survival: (x) => Math.exp(-exponent(x)),
    quantile: (p) => min * Math.exp(-Math.log1p(-p) / alpha),
    laplace: (s) => paretoTransform(s, min, alpha),
  };
}

/**
 * With z = s·min: e^(−z) (α/z) ∫ (1 + u/z)^(−α−1) e^(−u) du, which is E exp(−sX) along the ray X = min + u/s, on which
 * nothing oscillates. The integral runs over ln u.
 */
export function paretoTransform(s: Complex, min: number, alpha: number): Complex {
  const z = scaled(min, s);
  const size = Math.hypot(z[0], z[1]);
  if (size === 0) return [1, 0];
  const integrand = (w: number): Complex => {
    const u = Math.exp(w);
    const [re, im] = complexLog1p(over([u, 0], z));
    return complexExp([w - u - (alpha + 1) * re, -(alpha + 1) * im]);
  };
  const integral = trapezoid(integrand, Math.min(0, Math.log(size)) - 40, 4);
  return times(times(complexExp(scaled(-1, z)), over([alpha, 0], z)), integral);
}
