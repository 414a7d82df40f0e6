import { normalCdf } from "../special/normal.ts";
import type { Complex } from "./complex.ts";

/** A Laplace or Laplace–Stieltjes transform at s = re + i·im, re > 0 [1/s]. */
export type Transform = (re: number, im: number) => Complex;

/** Relative error of a quantile that does not show, when the tail comes from an inversion. */
export const QUANTILE_TOLERANCE = 1e-10;

const DISCRETIZATION = 23; // aliasing exp(−23) = 10⁻¹⁰, at the price of losing 5 of the 16 digits of the transform
const FIRST_TERMS = 54;
const MOST_TERMS = 20_000;
const AGREEMENT = 1e-8; // of the last two summations; the error of the last is about the square of that

/**
 * The function of t > 0 with the given Laplace transform, for functions between 0 and 1 such as tails; the error is
 * near 10⁻¹⁰ where the function is smooth within (0, 2t).
 *
 * Bromwich's integral by the trapezoidal rule (Abate & Whitt 1995), with the same points for all t of an octave, whose
 * values are kept with the transform. The series it gives turns fast where the function is smooth, and beats slowly
 * where a kink is close to t; its terms are faded out by a smooth window that covers a fixed part of them, so that N
 * terms see what is farther away than about 20·t/N, to all digits. Terms are added until two summations agree.
 *
 * @see Abate & Whitt (1995), ORSA Journal on Computing 7(1), 36–43
 */
export function invert(transform: Transform, t: number): number {
  const octave = 2 ** Math.ceil(Math.log2(t) + 0.2); // well above t, since rounding is amplified by exp(11.5 t/octave)
  const values = new Values(transform, octave);
  const scale = Math.exp((DISCRETIZATION * t) / (2 * octave)) / octave;
  const terms: number[] = [];
  let before = Infinity;
  for (let wanted = FIRST_TERMS; ; wanted *= 1.5) {
    values.turned((Math.PI * t) / octave, Math.floor(wanted), terms);
    const now = scale * faded(terms);
    if (Math.abs(now - before) < AGREEMENT || wanted >= MOST_TERMS) return now;
    before = now;
  }
}

/** Values of transforms at the points of an octave, real and imaginary parts in turn, as far as they were needed. */
const known = new WeakMap<Transform, Map<number, number[]>>();
/** More are computed again, lest memory fill up with them. */
const MOST_KNOWN = 256;

/** The values of a transform at re + ikπ/octave, k = 0, 1, …. */
class Values {
  private readonly transform: Transform;
  private readonly octave: number; // s
  private readonly kept: number[];

  constructor(transform: Transform, octave: number) {
    this.transform = transform;
    this.octave = octave;
    const octaves = known.get(transform) ?? new Map<number, number[]>();
    known.set(transform, octaves);
    this.kept = octaves.get(octave) ?? [];
    octaves.set(octave, this.kept);
  }

  /** Makes `terms` the real parts of the first values, the k-th turned by k·angle; the 0-th counts half. */
  turned(angle: number, wanted: number, terms: number[]): void {
    for (let k = terms.length; k < wanted; k++) {
      const [x, y] = this.at(k);
      terms.push(k === 0 ? x / 2 : x * Math.cos(k * angle) - y * Math.sin(k * angle));
    }
  }

  private at(k: number): Complex {
    const { kept, octave } = this;
    if (2 * k < kept.length) return [kept[2 * k], kept[2 * k + 1]];
    const value = this.transform(DISCRETIZATION / (2 * octave), (k * Math.PI) / octave);
    if (k < MOST_KNOWN) kept.push(value[0], value[1]); // they are asked for in order
    return value;
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
