import { type Complex, complexExp, scaled } from "../../special/complex.ts";
import { increasingRoot } from "../../special/increasing-root.ts";
import { tanhSinh } from "../../special/quadrature.ts";
import type { Law } from "./law.ts";

/**
 * A normal law conditioned to lie in [min, max].
 *
 * Everything is an integral over the density relative to its highest point in the interval, which neither cancels nor
 * underflows however far out in the tail the interval lies.
 */
export function truncatedNormalLaw(d: { mu: number; sigma: number; min: number; max: number }): Law {
  const { mu, sigma, min, max } = d;
  const nearest = (from: number, to: number) => Math.min(to, Math.max(from, mu));
  const peak = nearest(min, max);
  const density = (x: number) => Math.exp((-(x - peak) * (x + peak - 2 * mu)) / (2 * sigma * sigma));
  /** ∫ f·density over the part of [from, to] that matters. */
  const integral = (f: (x: number) => Complex, from: number, to: number): Complex => {
    if (!(from < to)) return [0, 0];
    const top = nearest(from, to);
    const reach = reachOf(d, top, 45); // rounding hides the rest
    const integrand = ({ x }: { x: number }): Complex => scaled(density(x), f(x));
    return tanhSinh(integrand, Math.max(from, top - reach), Math.min(to, top + reach));
  };
  const mass = integral(() => [1, 0], min, max)[0];
  const average = (f: (x: number) => number) => integral((x) => [f(x), 0], min, max)[0] / mass;
  const cdf = (x: number) => integral(() => [1, 0], min, Math.min(x, max))[0] / mass;
  const survival = (x: number) => integral(() => [1, 0], Math.max(x, min), max)[0] / mass;
  const quantile = (p: number) => {
    // Both tails are log-concave: Newton's steps in the logarithm of the smaller one close in from one side.
    const f = (x: number) => {
      const tail = p > 0.5 ? survival(x) : cdf(x);
      return { value: p > 0.5 ? Math.log((1 - p) / tail) : Math.log(tail / p), slope: density(x) / mass / tail };
    };
    const typical = reachOf(d, peak, 1);
    const start = (Math.max(min, peak - typical) + Math.min(max, peak + typical)) / 2;
    return increasingRoot(f, { start, low: min, high: max });
  };
  return {
    moment: (k) => average((x) => x ** k),
    variance: () => {
      const mean = average((x) => x);
      return average((x) => (x - mean) ** 2);
    },
    cdf,
    survival,
    quantile: (p) => (p === 0 ? min : p === 1 ? max : quantile(p)),
    laplace: (s) =>
      scaled(
        1 / mass,
        integral((x) => complexExp(scaled(-x, s)), min, max),
      ),
  };
}

/** How far from `top` the density has fallen to e^(−depth) of its value there. */
function reachOf({ mu, sigma }: { mu: number; sigma: number }, top: number, depth: number): number {
  const out = Math.abs(top - mu) / sigma;
  return (sigma * 2 * depth) / (out + Math.sqrt(out * out + 2 * depth));
}
