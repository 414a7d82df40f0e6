/** Rates of a birth–death chain cut to the states `lowest`, `lowest` + 1, …, which it cannot leave. */
export interface CutChain {
  lowest: number;
  /** Births at time t [1/s], the same in all states but the highest, from which there are none. */
  up: (t: number) => number;
  /** Deaths in state n [1/s]; what it says of the lowest state, from which there are none, is not used. */
  down: (n: number) => number;
}

// SDIRK4: all stages share the diagonal 1/4, so a step is five tridiagonal systems; the last row is the solution
const DIAGONAL = 1 / 4;
const BEFORE_END = 1 - 1e-9; // a rate that jumps where the step ends has not yet done so
const NODES = [1 / 4, 3 / 4, 11 / 20, 1 / 2, BEFORE_END];
const STAGES = [
  [],
  [1 / 2],
  [17 / 50, -1 / 25],
  [371 / 1360, -137 / 2720, 15 / 544],
  [25 / 24, -49 / 48, 125 / 16, -85 / 12],
];
/** Weights of the stages in an integral over the step, likewise of fourth order. */
export const WEIGHTS = [25 / 24, -49 / 48, 125 / 16, -85 / 12, 1 / 4];
// 4th-order solution less the embedded 3rd-order one
const ERROR = [-3 / 16, -27 / 32, 25 / 32, 0, 1 / 4];

/** What a step leads to. */
export interface ForwardStep {
  /** Times of the stages [s], and the law at each; the last one is the end of the step. */
  times: number[];
  stages: Float64Array[];
  /** Estimated error of the law at the end, summed over all states. */
  error: number;
}

/**
 * One step of the forward equations of a birth–death chain with a varying birth rate, by a singly diagonally implicit
 * Runge–Kutta method of order 4. Implicit and L-stable: the step follows how fast the law changes, not how many events
 * there are in it; and what is put into one state is taken from another, so the law keeps its sum.
 *
 * @param law probabilities of the states at time t, two or more
 * @param h length of the step [s], > 0
 * @see Hairer & Wanner (1996), Solving Ordinary Differential Equations II, §IV.6
 */
export function forwardStep(chain: CutChain, law: Float64Array, t: number, h: number): ForwardStep {
  const down = Float64Array.from(law, (_, i) => chain.down(chain.lowest + i));
  const times = NODES.map((node) => t + node * h);
  const slopes: Float64Array[] = [];
  const stages = times.map((at, s) => {
    const known = law.slice();
    STAGES[s].forEach((weight, k) => {
      addTo(known, h * weight, slopes[k]);
    });
    const stage = solved(known, DIAGONAL * h, chain.up(at), down);
    slopes.push(slopeOf(stage, known, DIAGONAL * h));
    return stage;
  });
  const difference = new Float64Array(law.length);
  ERROR.forEach((weight, s) => {
    addTo(difference, h * weight, slopes[s]);
  });
  // what the implicit step damps away is no error of it
  const error = size(solved(difference, DIAGONAL * h, chain.up(times[4]), down));
  return { times, stages, error };
}

function addTo(sum: Float64Array, weight: number, x: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += weight * x[i];
}

function slopeOf(stage: Float64Array, known: Float64Array, a: number): Float64Array {
  const slope = new Float64Array(stage.length);
  for (let i = 0; i < slope.length; i++) slope[i] = (stage[i] - known[i]) / a;
  return slope;
}

function size(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += Math.abs(x[i]);
  return sum;
}

/** x with (1 − aQ)x = r, for the tridiagonal generator Q, by elimination: its columns are diagonally dominant. */
function solved(r: Float64Array, a: number, up: number, down: Float64Array): Float64Array {
  const n = r.length;
  const x = new Float64Array(n);
  const ahead = new Float64Array(n); // what is left of the superdiagonal
  const rise = a * up;
  let inverse = 1 / (1 + rise); // of the pivot
  x[0] = r[0] * inverse;
  for (let i = 1; i < n; i++) {
    const fall = a * down[i];
    ahead[i] = -fall * inverse;
    inverse = 1 / (1 + (i < n - 1 ? rise : 0) + fall + rise * ahead[i]);
    x[i] = (r[i] + rise * x[i - 1]) * inverse;
  }
  for (let i = n - 2; i >= 0; i--) x[i] -= ahead[i + 1] * x[i + 1];
  return x;
}
