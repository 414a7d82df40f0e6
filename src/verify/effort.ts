/** How much is done. */
export interface Effort {
  name: "quick" | "thorough";
  /** Runs beside theory are so many times as long as those of a quick verification. */
  length: number;
  /** The same of runs on both engines, where a longer run finds nothing that many short ones would not. */
  engineLength: number;
  /** Independent runs of each model whose intervals are counted. */
  coverageRuns: number;
  /** Cases over time have so many times as many replications. */
  overTime: number;
  /** Whether cases are run that need very many messages. */
  longOnes: boolean;
}

/** A minute of processor time: less than a minute on two cores. */
export const QUICK: Effort = {
  name: "quick",
  length: 1,
  engineLength: 1,
  coverageRuns: 100,
  overTime: 1,
  longOnes: false,
};

/**
 * Some four hours of processor time, a night for a small machine: errors a thirtieth as large are seen. Nearly all of
 * it goes into runs beside theory, which alone find more the longer they are.
 */
export const THOROUGH: Effort = {
  name: "thorough",
  length: 1000,
  engineLength: 50,
  coverageRuns: 2000,
  overTime: 100,
  longOnes: true,
};
