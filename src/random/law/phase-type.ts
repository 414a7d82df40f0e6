import type { Complex } from "../../special/complex.ts";
import { increasingRoot } from "../../special/increasing-root.ts";
import { solve } from "../../special/linear.ts";
import { absorption } from "./absorption.ts";
import type { Law } from "./law.ts";

/** Time to absorption of a Markov chain that starts in phase i with probability `initial[i]`. */
export function phaseTypeLaw(initial: number[], generator: number[][]): Law {
  const inward = generator.map((row) => row.map((rate) => -rate));
  const moment = (k: number): number => {
    let times = initial.map(() => 1); // E Xᵏ for each first phase
    for (let i = 1; i <= k; i++) {
      times = solve(
        inward,
        times.map((time) => i * time),
      );
    }
    return initial.reduce((sum, probability, i) => sum + probability * times[i], 0);
  };
  const at = absorption(initial, generator);
  return {
    moment,
    variance: () => moment(2) - moment(1) ** 2,
    cdf: (x) => (x > 0 ? at(x).before : 0),
    survival: (x) => (x > 0 ? at(x).after : 1),
    quantile: (p) => quantile(p, at, moment(1)),
    laplace: (s) => transform(s, initial, generator),
  };
}

/** Solved in the logarithm of whichever tail is smaller. */
function quantile(p: number, at: ReturnType<typeof absorption>, mean: number): number {
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const f = (x: number) => {
    const { before, after, density } = at(x);
    if (p > 0.5) return { value: Math.log((1 - p) / after), slope: density / after };
    return { value: Math.log(before / p), slope: density / before };
  };
  return increasingRoot(f, { start: -mean * Math.log1p(-p), low: 0 });
}

/** initial · (sI − T)⁻¹ · exit, the real and imaginary part of the system side by side. */
function transform([re, im]: Complex, initial: number[], generator: number[][]): Complex {
  const n = generator.length;
  const exit = generator.map((row) => -row.reduce((sum, rate) => sum + rate, 0));
  const turn = (row: number, column: number, by: number) => (row === column ? by : 0);
  const real = generator.map((row, i) => [
    ...row.map((rate, j) => turn(i, j, re) - rate),
    ...row.map((_, j) => turn(i, j, -im)),
  ]);
  const imaginary = generator.map((row, i) => [
    ...row.map((_, j) => turn(i, j, im)),
    ...row.map((rate, j) => turn(i, j, re) - rate),
  ]);
  const x = solve([...real, ...imaginary], [...exit, ...exit.map(() => 0)]);
  const dot = (part: number[]) => initial.reduce((sum, probability, i) => sum + probability * part[i], 0);
  return [dot(x.slice(0, n)), dot(x.slice(n))];
}
