/** How much is done. */
export interface Effort {
  name: "quick" | "thorough";
  /** Runs beside theory are so many times as long as those of a quick verification. */
  length: number;
  /** The same of runs on both engines; the other one is slow. */
  engineLength: number;
  /** Independent runs of each model whose intervals are counted. */
  coverageRuns: number;
  /** Whether cases are run that need very many messages. */
  longOnes: boolean;
}

/** Less than a minute on two cores. */
export const QUICK: Effort = { name: "quick", length: 1, engineLength: 1, coverageRuns: 100, longOnes: false };

/** About forty minutes of processor time, by what a quick one takes: errors a tenth as large are seen. */
export const THOROUGH: Effort = { name: "thorough", length: 100, engineLength: 50, coverageRuns: 2000, longOnes: true };
