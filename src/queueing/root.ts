/**
 * A point of [low, high] where `f`, of opposite signs at the ends, changes sign; to the last few bits.
 *
 * @throws RangeError when f has the same sign at both ends
 */
export function root(f: (x: number) => number, low: number, high: number): number {
  return crossing(f, [low, f(low)], [high, f(high)]);
}

/**
 * The same where the values at the ends are known: `low` and `high` are points (x, f(x)).
 *
 * The first step follows the chord. Then inverse quadratic steps where the three latest points allow them, bisection
 * where they do not: it needs no smoothness, and a jump is found like a root.
 *
 * @param tolerance relative error of x that does not matter; default the last bits
 * @throws RangeError when f has the same sign at both ends
 * @see Chandrupatla (1997), Advances in Engineering Software 28(3), 145–149
 */
export function crossing(f: (x: number) => number, low: Point, high: Point, tolerance = 2 ** -51): number {
  let [[b, fb], [a, fa], [c, fc]] = [low, high, high];
  if (Math.sign(fa) * Math.sign(fb) > 0)
    throw new RangeError(`No change of sign between ${b} (${fb}) and ${a} (${fa}).`);
  for (let t = fa / (fa - fb) || 0.5, steps = 0; steps < 200; steps++) {
    const x = a + t * (b - a);
    const fx = f(x);
    if (Math.sign(fx) === Math.sign(fa)) [c, fc] = [a, fa];
    else [c, b, fc, fb] = [b, a, fb, fa];
    [a, fa] = [x, fx];
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const share = (tolerance * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - c);
    if (share > 0.5 || fa === 0 || fb === 0) return best;
    t = Math.min(1 - share, Math.max(share, step([a, b, c], [fa, fb, fc])));
  }
  return a;
}

type Point = readonly [x: number, value: number];

/** Where between a (0) and b (1) to look next: the inverse quadratic through three points if it stays monotone. */
function step([a, b, c]: [number, number, number], [fa, fb, fc]: [number, number, number]): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  if (!(phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi)) return 0.5;
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
}
