import { type Complex, complexExp } from "../../special/complex.ts";
import { logGamma, logGammaOnePlus } from "../../special/log-gamma.ts";
import { trapezoid } from "../../special/quadrature.ts";
import type { Law } from "./law.ts";

/** (X/scale)^shape is exponential with mean 1. */
export function weibullLaw(shape: number, scale: number): Law {
  const hazard = (x: number) => (x > 0 ? (x / scale) ** shape : 0);
  return {
    moment: (k) => scale ** k * Math.exp(logFactorial(k / shape)),
    variance: () => scale * scale * Math.exp(2 * logFactorial(1 / shape)) * weibullSquaredCv(shape),
    cdf: (x) => -Math.expm1(-hazard(x)),
    survival: (x) => Math.exp(-hazard(x)),
    quantile: (p) => scale * (-Math.log1p(-p)) ** (1 / shape),
    laplace: (s) => transform(s, shape, scale),
  };
}

/** Variance over squared mean, which depends on the shape alone. */
export function weibullSquaredCv(shape: number): number {
  return Math.expm1(logFactorial(2 / shape) - 2 * logFactorial(1 / shape));
}

/** ln Γ(1 + x), x > 0. */
function logFactorial(x: number): number {
  return x <= 0.5 ? logGammaOnePlus(x) : logGamma(1 + x);
}

/**
 * ∫ exp(−v − s·scale·v^(1/shape)) dv along a ray v = exp(w + iτ), chosen so that both exponents turn by equal angles:
 * the first away from the positive axis, the second towards it, and both decay.
 */
function transform([re, im]: Complex, shape: number, scale: number): Complex {
  const size = Math.hypot(re, im) * scale;
  if (size === 0) return [1, 0];
  const angle = Math.atan2(im, re);
  const left = angle / (shape + 1); // the angle of v^(1/shape) is −left
  const integrand = (w: number): Complex => {
    const v = Math.exp(w);
    const x = size * Math.exp(w / shape);
    const exponent: Complex = [
      w - v * Math.cos(shape * left) - x * Math.cos(angle - left),
      -shape * left + v * Math.sin(shape * left) - x * Math.sin(angle - left),
    ];
    return complexExp(exponent);
  };
  return trapezoid(integrand, -40, Math.log(40 / Math.cos(shape * left)), 1e-17);
}
