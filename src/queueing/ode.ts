/** dy/dt at time `t`, written into `out`, which comes filled with zeros. */
export type Derivative = (t: number, y: Float64Array, out: Float64Array) => void;

// Dormand & Prince (1980): nodes, and the seven stages; the last row gives the 5th-order solution
const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const STAGES = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
// 5th-order solution less the embedded 4th-order one
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * Values of y at the given ascending times, from y(0) = `start`, by the adaptive Runge–Kutta method of Dormand and
 * Prince; local error per step at most `tolerance` in the largest component.
 *
 * @param times ascending, ≥ 0
 * @see Dormand & Prince (1980), Journal of Computational and Applied Mathematics 6(1), 19–26
 */
export function integrate(
  derivative: Derivative,
  start: Float64Array,
  times: number[],
  tolerance = 1e-10,
): Float64Array[] {
  let t = 0;
  let y = start;
  let step = times[times.length - 1] / 1000;
  return times.map((until) => {
    while (t < until) {
      const size = Math.min(step, until - t);
      const { next, error } = attempt(derivative, t, y, size);
      if (error <= tolerance || size < 1e-14 * until) [t, y] = [size === until - t ? until : t + size, next];
      const wanted = size * Math.min(4, Math.max(0.2, 0.9 * (tolerance / (error || Number.MIN_VALUE)) ** 0.2));
      step = size < step && wanted > size ? Math.max(step, wanted) : wanted; // a step cut by `until` says little
    }
    return y;
  });
}

function attempt(derivative: Derivative, t: number, y: Float64Array, size: number) {
  const slopes: Float64Array[] = [];
  let point = y;
  STAGES.forEach((weights, stage) => {
    point = y.slice();
    weights.forEach((weight, k) => {
      if (weight !== 0) for (let i = 0; i < y.length; i++) point[i] += size * weight * slopes[k][i];
    });
    const slope = new Float64Array(y.length);
    derivative(t + NODES[stage] * size, point, slope);
    slopes.push(slope);
  });
  let error = 0;
  for (let i = 0; i < y.length; i++) {
    let difference = 0;
    for (let k = 0; k < ERROR.length; k++) difference += ERROR[k] * slopes[k][i];
    error = Math.max(error, Math.abs(size * difference));
  }
  return { next: point, error };
}
