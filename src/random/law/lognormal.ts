import { type Complex, complexExp } from "../../special/complex.ts";
import { normalCdf, normalQuantile } from "../../special/normal.ts";
import { trapezoid } from "../../special/quadrature.ts";
import type { Law } from "./law.ts";

/** exp of a normal variable with mean `mu` and standard deviation `sigma`. */
export function lognormalLaw(mu: number, sigma: number): Law {
  const standard = (x: number) => (x > 0 ? (Math.log(x) - mu) / sigma : Number.NEGATIVE_INFINITY);
  return {
    moment: (k) => Math.exp(k * mu + (k * sigma) ** 2 / 2),
    variance: () => Math.exp(2 * mu + sigma * sigma) * Math.expm1(sigma * sigma),
    cdf: (x) => normalCdf(standard(x)),
    survival: (x) => normalCdf(-standard(x)),
    quantile: (p) => Math.exp(mu + sigma * normalQuantile(p)),
    laplace: (s) => transform(s, mu, sigma),
  };
}

/**
 * ∫ φ(z) exp(−s e^(μ + σz)) dz along a parallel to the real axis. Moving the path by iτ turns s e^(μ + σz) towards the
 * positive axis, where its exponential decays instead of oscillating, and makes φ larger by e^(τ²/2); so far it may go.
 */
function transform([re, im]: Complex, mu: number, sigma: number): Complex {
  const size = Math.hypot(re, im);
  if (size === 0) return [1, 0];
  const angle = Math.atan2(im, re);
  const turn = -Math.sign(angle) * Math.min(Math.abs(angle), 2.5 * sigma);
  const tau = turn / sigma;
  const logarithm = Math.log(size) + mu;
  const integrand = (z: number): Complex => {
    const y = Math.exp(logarithm + sigma * z);
    return complexExp([(tau * tau - z * z) / 2 - y * Math.cos(angle + turn), -tau * z - y * Math.sin(angle + turn)]);
  };
  const [x, y] = trapezoid(integrand, -9, 9, 1e-17);
  return [x / Math.sqrt(2 * Math.PI), y / Math.sqrt(2 * Math.PI)];
}
