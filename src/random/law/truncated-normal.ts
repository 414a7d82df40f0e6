import { type Complex, complexExp } from "../../special/complex.ts";
import { increasingRoot } from "../../special/increasing-root.ts";
import { tanhSinh } from "../../special/quadrature.ts";
import type { Law } from "../law.ts";

/**
 * A normal law conditioned to lie in [min, max].
 *
 * Everything is an integral over the density relative to its highest point in the interval, which neither cancels nor
 * underflows however far out in the tail the interval lies.
 */
export function truncatedNormalLaw(d: { mu: number; sigma: number; min: number; max: number }): Law {
  const { mu, sigma } = d;
  const mode = Math.min(d.max, Math.max(d.min, mu));
  const reach = reachOf(d, mode);
  const [low, high] = [Math.max(d.min, mode - reach), Math.min(d.max, mode + reach)];
  const density = (x: number) => Math.exp((-(x - mode) * (x + mode - 2 * mu)) / (2 * sigma * sigma));
  const integral = (f: (x: number) => number, from: number, to: number) =>
    from < to ? tanhSinh(({ x }) => [f(x) * density(x), 0], from, to)[0] : 0;
  const mass = integral(() => 1, low, high);
  const average = (f: (x: number) => number) => integral(f, low, high) / mass;
  const cdf = (x: number) => integral(() => 1, low, Math.min(x, high)) / mass;
  const survival = (x: number) => integral(() => 1, Math.max(x, low), high) / mass;
  const quantile = (p: number) => {
    const f = (x: number) => ({ value: p > 0.5 ? 1 - p - survival(x) : cdf(x) - p, slope: density(x) / mass });
    return increasingRoot(f, { start: mode, low, high });
  };
  return {
    moment: (k) => average((x) => x ** k),
    variance: () => {
      const mean = average((x) => x);
      return average((x) => (x - mean) ** 2);
    },
    cdf,
    survival,
    quantile: (p) => (p === 0 ? d.min : p === 1 ? d.max : quantile(p)),
    laplace: ([re, im]) => {
      const integrand = ({ x }: { x: number }): Complex => {
        const [cos, sin] = complexExp([-re * x, -im * x]);
        return [cos * density(x), sin * density(x)];
      };
      const [x, y] = tanhSinh(integrand, low, high);
      return [x / mass, y / mass];
    },
  };
}

/** How far from the mode [s] the density has fallen to e⁻⁷⁰⁰ of its height. */
function reachOf({ mu, sigma }: { mu: number; sigma: number }, mode: number): number {
  const out = Math.abs(mode - mu) / sigma;
  return (sigma * 1400) / (out + Math.sqrt(out * out + 1400));
}
