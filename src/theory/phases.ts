import { erlangPhases, exponentialPhases, hyperexponentialPhases, type PhaseType } from "../queueing/phase-type.ts";
import type { Distribution } from "../random/distribution.ts";
import { rawMoment } from "../random/moments.ts";

const MOST_STAGES = 20;

/** A law as a Markov chain of phases, where it is one. */
export function phasesOf(d: Distribution): PhaseType | null {
  switch (d.dist) {
    case "exponential":
      return exponentialPhases(d.mean);
    case "erlang":
      return d.stages <= MOST_STAGES ? erlangPhases(d.stages, d.mean) : null;
    case "hyperexponential":
      return hyperexponentialPhases(
        d.branches.map((branch) => branch.probability),
        d.branches.map((branch) => branch.mean),
      );
    case "hypoexponential":
      return d.means.length <= MOST_STAGES ? stages(d.means, d.means.slice(1).fill(1)) : null;
    case "coxian":
      return d.means.length <= MOST_STAGES ? stages(d.means, d.onward) : null;
    case "phase-type":
      return { initial: d.initial, generator: d.generator };
    default:
      return null;
  }
}

/** Stages one after the other; after stage i the work goes on with probability `onward[i]`. */
function stages(means: number[], onward: number[]): PhaseType {
  const generator = means.map((mean, i) =>
    means.map((_, j) => (j === i ? -1 / mean : j === i + 1 ? onward[i] / mean : 0)),
  );
  return { initial: means.map((_, i) => (i === 0 ? 1 : 0)), generator };
}

/**
 * A chain of few phases with the mean and variance of a law, and where two branches can have it also its third moment:
 * hyperexponential above the variation of an exponential law, a mixture of two Erlang laws below. Null where it would
 * take more than ten stages.
 *
 * @see Tijms (2003), A First Course in Stochastic Models, appendix B, for the fits to two moments
 */
export function fittedPhases(mean: number, variation: number, third: number): PhaseType | null {
  if (!(mean > 0) || !Number.isFinite(variation)) return null;
  if (variation > 1 + 1e-9) return branches(mean, variation, third);
  if (variation > 1 - 1e-9) return exponentialPhases(mean);
  return mixedErlang(mean, variation);
}

const MOST_FITTED = 10;

/** Erlang with k − 1 stages with probability p, else with k stages, all of one rate, where 1/k ≤ c² ≤ 1/(k − 1). */
function mixedErlang(mean: number, c2: number): PhaseType | null {
  const k = Math.ceil(1 / c2 - 1e-9);
  if (k > MOST_FITTED || k < 2) return null;
  const p = (k * c2 - Math.sqrt(Math.max(0, k * (1 + c2) - k * k * c2))) / (1 + c2);
  const stage = mean / (k - p);
  return stages(
    new Array<number>(k).fill(stage),
    Array.from({ length: k - 1 }, (_, i) => (i === k - 2 ? 1 - p : 1)),
  );
}

/** Two branches with three moments where there are such (the third is large enough), else with balanced means. */
function branches(mean: number, c2: number, third: number): PhaseType {
  const [m1, m2, m3] = [mean, (c2 + 1) * mean ** 2, third];
  if (Number.isFinite(m3) && m1 * m3 > 1.5 * m2 ** 2 * (1 + 1e-9)) {
    // the means of the branches are the roots of x² − sx + q, from reduced moments mₖ/k!
    const [r2, r3] = [m2 / 2, m3 / 6];
    const spread = r2 - m1 ** 2;
    const s = (r3 - m1 * r2) / spread;
    const q = (m1 * r3 - r2 ** 2) / spread;
    const root = Math.sqrt(Math.max(0, s * s - 4 * q));
    const [low, high] = [(2 * q) / (s + root), (s + root) / 2];
    const often = (high - m1) / (high - low);
    return hyperexponentialPhases([often, 1 - often], [low, high]);
  }
  const often = (1 + Math.sqrt((c2 - 1) / (c2 + 1))) / 2;
  return hyperexponentialPhases([often, 1 - often], [mean / (2 * often), mean / (2 * (1 - often))]);
}

/** `fittedPhases` of a distribution. */
export function fitOf(d: Distribution): PhaseType | null {
  const mean = rawMoment(d, 1);
  return fittedPhases(mean, rawMoment(d, 2) / mean ** 2 - 1, rawMoment(d, 3));
}
