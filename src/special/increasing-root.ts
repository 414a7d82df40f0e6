/** Where to look for a root. */
export interface Search {
  start: number;
  /** Bounds known beforehand. */
  low?: number;
  high?: number;
  /** An absolute error that does not matter; the relative one is a few units in the last place. */
  resolution?: number;
}

/**
 * The zero of an increasing function, by Newton's steps, and by halving or doubling where those leave the bracket.
 *
 * @param f the function's value and slope at x
 */
export function increasingRoot(f: (x: number) => { value: number; slope: number }, search: Search): number {
  let { start: x, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = search;
  const { resolution = 0 } = search;
  for (let step = 0; step < 400; step++) {
    const { value, slope } = f(x);
    if (value === 0) return x;
    if (value > 0) high = x;
    else low = x;
    const newton = x - value / slope;
    const next = newton > low && newton < high ? newton : between(low, high);
    if (Math.abs(next - x) <= 2 ** -52 * Math.abs(x) + resolution || next === low || next === high) return next;
    x = next;
  }
  return x;
}

/** The middle; of a half-open range a point twice as far out. */
function between(low: number, high: number): number {
  if (low === Number.NEGATIVE_INFINITY) return high - Math.max(1, Math.abs(high));
  if (high === Number.POSITIVE_INFINITY) return low + Math.max(1, Math.abs(low));
  return low + (high - low) / 2;
}
