/** How a rate varies with time, as a function that can be integrated and inverted. */
export interface RateCurve {
  /** Largest factor there is. */
  readonly maximum: number;
  /** Average factor in the long run. */
  readonly mean: number;
  /** From here on the factor is 0 for ever [s]; Infinity when it is not. */
  readonly end: number;
  /** The factor at time t [s], ≥ 0. */
  factor(t: number): number;
  /** ∫ factor from 0 to t [s]. */
  cumulative(t: number): number;
  /** The earliest time [s] by which the integral has reached `area` [s]; Infinity when it never does. */
  inverse(area: number): number;
}
