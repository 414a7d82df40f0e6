import {
  add,
  identity,
  inverse,
  largest,
  type Matrix,
  multiply,
  rowSums,
  rowTimes,
  scale,
  solve,
  sum,
} from "./matrix.ts";
import { stationary } from "./stationary.ts";

/** Rates out of one level of a quasi-birth-and-death process: to the level above, within it, and to the level below. */
export interface Level {
  /** Phases of this level × phases of the next. */
  up: Matrix;
  /** Within the level; the diagonal makes every row of up + local + down sum to 0. */
  local: Matrix;
  /** Phases of this level × phases of the one below; not read at level 0. */
  down: Matrix;
}

/** Stationary law of a process whose levels repeat from level `first` on: π(n) = π(first) R^(n − first). */
export interface LevelLaw {
  first: number;
  /** π(0) … π(first). */
  levels: Float64Array[];
  r: Matrix;
  /** (I − R)⁻¹. */
  tailSum: Matrix;
}

/**
 * Solves a quasi-birth-and-death process: `boundary` levels 0 … b − 1 of any shape, then `repeating` for ever.
 *
 * @throws RangeError when the drift of the repeating levels is not downwards
 */
export function solveLevels(boundary: Level[], repeating: Level): LevelLaw {
  const r = rateMatrix(repeating);
  const first = boundary.length;
  // census upwards: π(k) = π(k − 1)·ratios[k], where ratios[k] looks at the levels from k on only
  const ratios: Matrix[] = [];
  let above = add(repeating.local, multiply(r, repeating.down));
  for (let k = first; k > 0; k--) {
    const ratio = multiply(boundary[k - 1].up, inverse(scale(-1, above)));
    ratios[k] = ratio;
    const down = k === first ? repeating.down : boundary[k].down;
    above = add(boundary[k - 1].local, multiply(ratio, down));
  }
  const levels = [stationary(above)];
  for (let k = 1; k <= first; k++) levels.push(rowTimes(levels[k - 1], ratios[k]));
  return normalized({ first, levels, r, tailSum: inverse(add(identity(r.rows), r, -1)) });
}

function normalized(law: LevelLaw): LevelLaw {
  const beyond = sum(rowTimes(law.levels[law.first], law.tailSum));
  const total = law.levels.slice(0, law.first).reduce((all, level) => all + sum(level), beyond);
  return { ...law, levels: law.levels.map((level) => level.map((value) => value / total)) };
}

/**
 * R of the repeating levels: expected time in level n + 1 per unit of time in level n before returning to it.
 *
 * By logarithmic reduction: each step halves the number of levels, so ρ = 0.9999 takes a few steps more than ρ = 0.5.
 *
 * @see Latouche & Ramaswami (1993), Journal of Applied Probability 30, 650–674
 */
function rateMatrix({ up, local, down }: Level): Matrix {
  const stay = scale(-1, local);
  let [high, low] = [solve(stay, up), solve(stay, down)];
  let first = low; // G, the phase in which the level below is first reached
  let climbed = high;
  const one = identity(local.rows);
  for (let step = 0, more = first; step < 60 && largest(more) > 1e-17; step++) {
    const rest = add(one, add(multiply(high, low), multiply(low, high)), -1);
    [high, low] = [solve(rest, multiply(high, high)), solve(rest, multiply(low, low))];
    more = multiply(climbed, low);
    first = add(first, more);
    climbed = multiply(climbed, high);
  }
  const sure = rowSums(first);
  if (sure.some((total) => total < 1 - 1e-7)) throw new RangeError("No steady state: the levels climb for ever.");
  // the level below is reached for sure, so what the rows lack is rounding
  const certain = { ...first, data: first.data.map((value, i) => value / sure[Math.floor(i / first.columns)]) };
  return multiply(up, inverse(scale(-1, add(local, multiply(up, certain)))));
}

/** P(level = n). */
export function levelProbability({ first, levels, r }: LevelLaw, n: number): number {
  if (!Number.isInteger(n) || n < 0) return 0;
  if (n <= first) return sum(levels[n]);
  let row = levels[first];
  let power = r;
  for (let exponent = n - first; exponent > 0; exponent >>= 1) {
    if (exponent % 2 === 1) row = rowTimes(row, power);
    power = multiply(power, power);
  }
  return sum(row);
}

/** E[level] and Var[level]. */
export function levelMoments({ first, levels, r, tailSum }: LevelLaw): { mean: number; variance: number } {
  let [mean, square] = [0, 0];
  for (let n = 0; n < first; n++) {
    mean += n * sum(levels[n]);
    square += n * n * sum(levels[n]);
  }
  // Σ R^j, Σ jR^j, Σ j²R^j = R(I + R)(I − R)⁻³
  const zeroth = rowTimes(levels[first], tailSum);
  const firstMoment = rowTimes(rowTimes(zeroth, r), tailSum);
  const second = rowTimes(rowTimes(firstMoment, add(identity(r.rows), r)), tailSum);
  const [s0, s1, s2] = [sum(zeroth), sum(firstMoment), sum(second)];
  mean += first * s0 + s1;
  square += first * first * s0 + 2 * first * s1 + s2;
  return { mean, variance: square - mean ** 2 };
}

/** E[(level − from)⁺], without subtracting means, for `from` at most the first level that repeats. */
export function levelExcess({ first, levels, r, tailSum }: LevelLaw, from: number): number {
  const zeroth = rowTimes(levels[first], tailSum);
  let excess = (first - from) * sum(zeroth) + sum(rowTimes(rowTimes(zeroth, r), tailSum));
  for (let n = from + 1; n < first; n++) excess += (n - from) * sum(levels[n]);
  return excess;
}

/** P(phase) over all levels, where every level has the same phases. */
export function phaseProbabilities({ first, levels, tailSum }: LevelLaw): Float64Array {
  const phases = rowTimes(levels[first], tailSum);
  for (const level of levels.slice(0, first))
    level.forEach((probability, phase) => {
      phases[phase] += probability;
    });
  return phases;
}
