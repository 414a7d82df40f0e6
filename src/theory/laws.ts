import type { Intervals } from "../queueing/gmc.ts";
import { numericLaw } from "../queueing/numeric-law.ts";
import { erlangPhases, exponentialPhases, hyperexponentialPhases, type PhaseType } from "../queueing/phase-type.ts";
import type { SizeLaw } from "../queueing/size-based.ts";
import {
  constantLaw,
  erlangLaw,
  exponentialLaw,
  hyperexponentialLaw,
  type Moments,
  type TimeLaw,
} from "../queueing/time-law.ts";
import { survival } from "../random/cdf.ts";
import type { Distribution } from "../random/distribution.ts";
import { rawMoment } from "../random/moments.ts";

/** A distribution as the formulas of queueing theory take it. */
export function lawOf(d: Distribution): TimeLaw {
  switch (d.dist) {
    case "constant":
      return constantLaw(d.value);
    case "exponential":
      return exponentialLaw(d.mean);
    case "erlang":
      return erlangLaw(d.stages, d.mean);
    case "hyperexponential":
      return hyperexponentialLaw(
        d.branches.map((branch) => branch.probability),
        d.branches.map((branch) => branch.mean),
      );
    default:
      return numericLaw(momentsOf([{ share: 1, law: d }]), (t) => survival(d, t));
  }
}

/** Moments of a mixture of distributions. */
export function momentsOf(mixture: { share: number; law: Distribution }[]): Moments {
  const moment = (k: 1 | 2 | 3) =>
    mixture.reduce((sum, { share, law }) => sum + (share === 0 ? 0 : share * rawMoment(law, k)), 0);
  return { mean: moment(1), second: moment(2), third: moment(3) };
}

/** A law of intervals between arrivals, for G/M/c. */
export function intervalsOf(d: Distribution): Intervals {
  const law = lawOf(d);
  return { mean: law.mean, transform: (s) => law.transform(s, 0)[0] };
}

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
    case "phase-type":
      return { initial: d.initial, generator: d.generator };
    default:
      return null;
  }
}

const MOST_STAGES = 20;

/** A law of sizes with a density; null for laws that have none. */
export function sizeLawOf(d: Distribution): SizeLaw | null {
  if (d.dist !== "exponential") return null;
  const { mean } = d;
  return {
    mean,
    second: 2 * mean ** 2,
    density: (x) => Math.exp(-x / mean) / mean,
    tail: (x) => Math.exp(-x / mean),
  };
}
