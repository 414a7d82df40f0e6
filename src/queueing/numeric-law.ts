import { minus, ONE, times } from "./complex.ts";
import type { Transform } from "./inversion.ts";
import { gaussPoints, pieces } from "./quadrature.ts";
import type { Moments, TimeLaw } from "./time-law.ts";

const DAMPED = 40; // exp(−40) is below the last digit
const HALF_WAVES = 2; // half-waves of the transform's kernel that 16 points resolve to the last digit

/**
 * A law known by its tail and moments, such as a lognormal or a Pareto one: the transform is integrated numerically,
 * with about 13 digits.
 *
 * @param moments raw moments of the law
 * @param tail P(S > t), t ≥ 0 in s
 */
export function numericLaw(moments: Moments, tail: (t: number) => number): TimeLaw {
  const residual = transformOfResidual(moments.mean, tail);
  return {
    ...moments,
    tail,
    residual,
    transform: (re, im) =>
      re === 0 && im === 0 ? ONE : minus(ONE, times([re * moments.mean, im * moments.mean], residual(re, im))),
  };
}

/** ∫ exp(−st) tail(t) dt / mean. An inversion asks many `im` at one `re`, so the points are kept between calls. */
function transformOfResidual(mean: number, tail: (t: number) => number): Transform {
  let kept = points(mean, tail, 1 / mean, 0);
  return (re, im) => {
    if (re !== kept.re || Math.abs(im) > kept.im) kept = points(mean, tail, re, 2 * Math.abs(im));
    let [real, imaginary] = [0, 0];
    for (let i = 0; i < kept.at.length; i++) {
      const angle = im * kept.at[i];
      real += kept.weight[i] * Math.cos(angle);
      imaginary -= kept.weight[i] * Math.sin(angle);
    }
    return [real / mean, imaginary / mean];
  };
}

/** Where to sample the tail for real parts `re` and imaginary parts up to `im`; weights hold exp(−re·t)·tail(t). */
function points(mean: number, tail: (t: number) => number, re: number, im: number) {
  const reach = Math.min(DAMPED / re, end(mean, tail));
  const damped = (t: number) => Math.exp(-re * t) * tail(t);
  const longest = im === 0 ? Infinity : (HALF_WAVES * Math.PI) / im;
  const [at, weight]: [number[], number[]] = [[], []];
  const ends = pieces(damped, 0, reach, 4e-15 * Math.min(mean, reach));
  for (let i = 1; i < ends.length; i++) {
    const length = ends[i] - ends[i - 1];
    const parts = Math.ceil(length / longest) || 1;
    for (let part = 0; part < parts; part++) {
      const from = ends[i - 1] + (length * part) / parts;
      for (const point of gaussPoints(from, from + length / parts)) {
        at.push(point.at);
        weight.push(point.weight * damped(point.at));
      }
    }
  }
  return { re, im, at: Float64Array.from(at), weight: Float64Array.from(weight) };
}

/** A time beyond which the tail does not matter; Infinity for a heavy one. */
function end(mean: number, tail: (t: number) => number): number {
  let t = mean;
  while (tail(t) > 1e-18 && t < 1e60 * mean) t *= 2;
  return t;
}
