import { type Complex, complexExp, complexExpm1, over, scaled, times, weightedSum } from "../../special/complex.ts";
import type { Law } from "./law.ts";
import { symmetricSum } from "./uniform.ts";

/** Density rising from min to the mode and falling to max, both in a straight line. */
export function triangularLaw(min: number, mode: number, max: number): Law {
  const [width, left, right] = [max - min, mode - min, max - mode];
  /** Probability between min and x below the mode, and between x and max above it. */
  const rising = (x: number) => ((x - min) / width) * ((x - min) / left);
  const falling = (x: number) => ((max - x) / width) * ((max - x) / right);
  /** Probability between x and the mode, on either side of it. */
  const toMode = (x: number) => ((mode - x) / width) * (1 + (x - min) / left);
  const fromMode = (x: number) => ((x - mode) / width) * (1 + (max - x) / right);
  return {
    // The density is the linear B-spline with these three knots.
    moment: (k) => (2 * symmetricSum(k, [min, mode, max])) / ((k + 1) * (k + 2)),
    variance: () => (left * left + left * right + right * right) / 18,
    cdf: (x) => (x <= min ? 0 : x >= max ? 1 : x < mode ? rising(x) : left / width + fromMode(x)),
    survival: (x) => (x <= min ? 1 : x >= max ? 0 : x < mode ? right / width + toMode(x) : falling(x)),
    quantile: (p) => {
      if (p * width < left) return min + Math.sqrt(p * width * left);
      if (p > 0.5) return max - Math.sqrt((1 - p) * width * right);
      const beyond = (p * width - left) * right;
      return mode + beyond / (right + Math.sqrt(right * right - beyond));
    },
    laplace: (s) => {
      const before = times(complexExp(scaled(-min, s)), towards(scaled(left, s)));
      const after = times(complexExp(scaled(-mode, s)), away(scaled(right, s)));
      return weightedSum([left / width, right / width], [before, after]);
    },
  };
}

/** 2 ∫ (1 − t) e^(−zt) dt, 0 ≤ t ≤ 1. */
function away(z: Complex): Complex {
  const size = Math.hypot(z[0], z[1]);
  if (size < 0.5) return series(z);
  const [re, im] = complexExpm1(scaled(-1, z));
  return over(over([2 * (re + z[0]), 2 * (im + z[1])], z), z);
}

/** 2 ∫ t e^(−zt) dt, 0 ≤ t ≤ 1: the whole without the part above. */
function towards(z: Complex): Complex {
  const rest = away(z);
  if (z[0] === 0 && z[1] === 0) return rest;
  const whole = over(complexExpm1(scaled(-1, z)), scaled(-1, z));
  return [2 * whole[0] - rest[0], 2 * whole[1] - rest[1]];
}

/** Σ 2 (−z)ⁿ/(n + 2)! */
function series(z: Complex): Complex {
  let term: Complex = [1, 0];
  const sum: Complex = [1, 0];
  for (let n = 1; n < 16; n++) {
    term = times(term, scaled(-1 / (n + 2), z));
    sum[0] += term[0];
    sum[1] += term[1];
  }
  return sum;
}
