/**
 * The largest length of which all others are multiples, to a billionth of the longest; null if it would be shorter than
 * `least`. Euclid's algorithm.
 *
 * @param lengths > 0; at least one
 * @param least > 0
 */
export function commonMeasure(lengths: readonly number[], least: number): number | null {
  const tolerance = 1e-9 * Math.max(...lengths);
  let measure = lengths[0];
  for (const length of lengths) {
    let [large, small] = [Math.max(measure, length), Math.min(measure, length)];
    while (small > tolerance) {
      if (small < least - tolerance) return null;
      const rest = large - small * Math.round(large / small);
      [large, small] = [small, Math.abs(rest)];
    }
    measure = large;
  }
  return measure < least - tolerance ? null : measure;
}
