import type { Complex } from "./complex.ts";

/** Fewer points could agree by both missing what matters. */
const FEWEST = 256;

/**
 * ∫ f from low to high, for an analytic f that has died away at both ends: there the trapezoidal rule converges
 * exponentially. Steps are halved until the sum no longer changes by more than 10⁻¹⁴ of ∫|f|.
 *
 * @param resolution an absolute error that does not matter
 * @throws RangeError when a quarter of a million points do not suffice
 */
export function trapezoid(f: (x: number) => Complex, low: number, high: number, resolution = 0): Complex {
  let re = 0;
  let im = 0;
  let size = 0;
  const add = (x: number): void => {
    const value = f(x);
    re += value[0];
    im += value[1];
    size += Math.hypot(value[0], value[1]);
  };
  let [lastRe, lastIm] = [Number.NaN, Number.NaN];
  for (let points = 64; points <= 2 ** 18; points *= 2) {
    const step = (high - low) / points;
    // The even points have been counted, but for the first time.
    for (let i = points === 64 ? 0 : 1; i < points; i += points === 64 ? 1 : 2) add(low + i * step);
    const agrees = Math.hypot(re * step - lastRe, im * step - lastIm) <= 1e-14 * size * step + resolution;
    if (agrees && points >= FEWEST) return [re * step, im * step];
    [lastRe, lastIm] = [re * step, im * step];
  }
  throw new RangeError(`The integral from ${low} to ${high} does not converge.`);
}

/** A point of an interval and its distances from both ends, of which the smaller is exact. */
export interface Place {
  x: number;
  fromLow: number;
  fromHigh: number;
}

/**
 * ∫ f from low to high, for an f that is analytic between the ends and may have integrable singularities at them.
 *
 * @see Takahasi & Mori (1974), Double Exponential Formulas for Numerical Integration
 */
export function tanhSinh(f: (place: Place) => Complex, low: number, high: number): Complex {
  const range = high - low;
  const transformed = (t: number): Complex => {
    const odds = Math.exp(Math.PI * Math.sinh(t));
    const [fromLow, fromHigh] = [(range * odds) / (1 + odds), range / (1 + odds)];
    const speed = (Math.PI * Math.cosh(t) * fromLow * fromHigh) / range;
    if (speed === 0) return [0, 0];
    const value = f({ x: fromLow < fromHigh ? low + fromLow : high - fromHigh, fromLow, fromHigh });
    return [value[0] * speed, value[1] * speed];
  };
  return trapezoid(transformed, -6, 6);
}
