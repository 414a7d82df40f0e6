import { weightedSum } from "../../special/complex.ts";
import type { Law } from "./law.ts";
import { paretoTransform } from "./pareto.ts";

/** A Pareto law conditioned to lie below `max`. */
export function boundedParetoLaw(min: number, max: number, alpha: number): Law {
  const span = Math.log(max / min);
  const beyond = Math.exp(-alpha * span); // the Pareto law's own probability of lying above max
  const within = -Math.expm1(-alpha * span);
  const clamped = (x: number) => Math.min(max, Math.max(min, x));
  const moment = (k: number) => (alpha * min ** k * span * growth((k - alpha) * span)) / within;
  return {
    moment,
    variance: () => moment(2) - moment(1) ** 2,
    cdf: (x) => (x >= max ? 1 : -Math.expm1(-alpha * logRatio(clamped(x), min)) / within),
    survival: (x) => (x <= min ? 1 : (beyond * Math.expm1(alpha * logRatio(max, clamped(x)))) / within),
    quantile: (p) => {
      if (p <= 0.5) return min * Math.exp(-Math.log1p(-p * within) / alpha);
      return max * Math.exp(-Math.log1p(((1 - p) * within) / beyond) / alpha);
    },
    laplace: (s) => {
      const parts = [paretoTransform(s, min, alpha), paretoTransform(s, max, alpha)];
      return weightedSum([1 / within, -beyond / within], parts);
    },
  };
}

/** (eˣ − 1)/x */
function growth(x: number): number {
  return x === 0 ? 1 : Math.expm1(x) / x;
}

/** ln(a/b), accurate also where a is close to b. */
function logRatio(a: number, b: number): number {
  return Math.log1p((a - b) / b);
}
