import type { Distribution } from "../distribution.ts";
import type { Refusal } from "../refusal.ts";

/** One set of parameters from which a distribution can be made, such as a lognormal one from mean and p99. */
export interface Form {
  /** Names of the parameters, percentiles aside. */
  keys: string[];
  /** How many percentiles belong to it, and how documentation writes them. */
  percentiles?: string[];
  /** The values are finite, and positive where they have to be; percentiles come in ascending order. */
  make: (values: Record<string, number>, percentiles: Percentile[]) => Distribution | Refusal;
}

/** P(X ≤ value) = level. */
export interface Percentile {
  /** As written: "p99". */
  key: string;
  /** 0 < level < 1. */
  level: number;
  /** s */
  value: number;
}
