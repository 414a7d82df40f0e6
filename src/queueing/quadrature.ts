/** Abscissas (positive half) and weights of 16-point Gauss–Legendre quadrature on [−1, 1]. */
const ABSCISSAS = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.1826034150449236, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];

/** The 16 points and weights of Gauss–Legendre quadrature on [a, b]. */
export function gaussPoints(a: number, b: number): { at: number; weight: number }[] {
  const [middle, half] = [(a + b) / 2, (b - a) / 2];
  return ABSCISSAS.flatMap((x, i) => [
    { at: middle - half * x, weight: half * WEIGHTS[i] },
    { at: middle + half * x, weight: half * WEIGHTS[i] },
  ]);
}

/** ∫ f over [a, b] by one rule of 16 points: exact for polynomials up to degree 31. */
export function gauss(f: (x: number) => number, a: number, b: number): number {
  return gaussPoints(a, b).reduce((sum, { at, weight }) => sum + weight * f(at), 0);
}

/**
 * Cuts between the given ends until 16 points a piece integrate `f` to within `tolerance` (absolute) on each, and
 * returns all ends. Kinks and jumps are cut down to pieces too small to matter; what is narrower than a sixteenth of
 * the first pieces may be missed.
 */
export function pieces(f: (x: number) => number, ends: number[], tolerance: number): number[] {
  const all = [ends[0]];
  for (let i = 1; i < ends.length; i++) {
    cut(f, [ends[i - 1], ends[i], gauss(f, ends[i - 1], ends[i])], tolerance, all);
  }
  return all;
}

function cut(f: (x: number) => number, piece: [number, number, number], tolerance: number, ends: number[]): void {
  const [a, b, whole] = piece;
  const middle = (a + b) / 2;
  const [left, right] = [gauss(f, a, middle), gauss(f, middle, b)];
  if (Math.abs(left + right - whole) <= tolerance || middle - a < 1e-13 * Math.abs(b)) {
    ends.push(b);
    return;
  }
  cut(f, [a, middle, left], tolerance, ends);
  cut(f, [middle, b, right], tolerance, ends);
}

/** 0, then powers of two times `scale` from far below it up to `end`, `end` included: first pieces for a law. */
export function doublings(scale: number, end: number): number[] {
  const ends = [0];
  for (let x = scale * 2 ** -20; x < end; x *= 2) ends.push(x);
  return [...ends, end];
}

/** x ↦ ∫ f from ends[0] to x, for x within the ends; `f` must be smooth within each piece. */
export function cumulative(f: (x: number) => number, ends: number[]): (x: number) => number {
  const upTo = new Float64Array(ends.length);
  for (let i = 1; i < ends.length; i++) upTo[i] = upTo[i - 1] + gauss(f, ends[i - 1], ends[i]);
  return (x) => {
    let [low, high] = [0, ends.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (ends[middle] <= x) low = middle;
      else high = middle;
    }
    return upTo[low] + gauss(f, ends[low], x);
  };
}

/**
 * ∫ f between the first and last of the ends, cut further until each piece is right to within `tolerance` (absolute);
 * by default twelve digits of what the ends as given say, which must then be fine enough to see the bulk of `f` ≥ 0.
 */
export function integral(f: (x: number) => number, ends: number[], tolerance = 1e-13 * sum(f, ends)): number {
  return sum(f, pieces(f, ends, tolerance));
}

function sum(f: (x: number) => number, ends: number[]): number {
  let total = 0;
  for (let i = 1; i < ends.length; i++) total += gauss(f, ends[i - 1], ends[i]);
  return total;
}
