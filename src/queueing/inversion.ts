import { normalCdf } from "../special/normal.ts";
import type { Complex } from "./complex.ts";

/** A Laplace or Laplace–Stieltjes transform at s = re + i·im, re > 0 [1/s]. */
export type Transform = (re: number, im: number) => Complex;

/** Relative error of a quantile that does not show, when the tail comes from an inversion. */
export const QUANTILE_TOLERANCE = 1e-10;

const DISCRETIZATION = 23; // aliasing exp(−23) = 10⁻¹⁰, at the price of losing 5 of the 16 digits of the transform
const FIRST_TERMS = 36;
const MOST_TERMS = 8192;
const AGREEMENT = 1e-7; // of the last two summations; the error of the last is about the square of that

/**
 * The function of t > 0 with the given Laplace transform, for functions between 0 and 1 such as tails; the error is
 * near 10⁻¹⁰ where the function is smooth within (0, 2t).
 *
 * Bromwich's integral by the trapezoidal rule (Abate & Whitt 1995). The series it gives alternates where the function
 * is smooth, and beats slowly where a kink is close to t; its terms are faded out by a smooth window that covers a
 * fixed part of them, so that N terms see what is farther away than about 10·t/N, to all digits. Terms are added until two summations agree.
 *
 * @see Abate & Whitt (1995), ORSA Journal on Computing 7(1), 36–43
 */
export function invert(transform: Transform, t: number): number {
  const re = DISCRETIZATION / (2 * t);
  const scale = Math.exp(DISCRETIZATION / 2) / t;
  const terms = [transform(re, 0)[0] / 2];
  let before = Infinity;
  for (let wanted = FIRST_TERMS; ; wanted *= 1.5) {
    for (let k = terms.length; k < wanted; k++) {
      const term = transform(re, (k * Math.PI) / t)[0];
      terms.push(k % 2 === 0 ? term : -term);
    }
    const now = scale * faded(terms);
    if (Math.abs(now - before) < AGREEMENT || wanted >= MOST_TERMS) return now;
    before = now;
  }
}

/** Sum of the terms, the last of which are faded out. */
function faded(terms: number[]): number {
  const window = windowOf(terms.length);
  let sum = 0;
  for (let k = 0; k < terms.length; k++) sum += window[k] * terms[k];
  return sum;
}

const windows = new Map<number, Float64Array>();

/** Weights from 1 down to 0 along the integral of a normal curve: its transform falls faster than any power. */
function windowOf(n: number): Float64Array {
  let window = windows.get(n);
  if (window === undefined) {
    window = Float64Array.from({ length: n }, (_, k) => normalCdf(8 - (15 * k) / n));
    windows.set(n, window);
  }
  return window;
}
