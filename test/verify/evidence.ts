import type { Comparison } from "../../src/verify/evidence.ts";

/** A comparison in which nothing is wrong, but for what is said. */
export function comparisonOf(changes: Partial<Comparison>): Comparison {
  return {
    from: "cases",
    model: "MM1-r80",
    metric: "W",
    exact: 5,
    value: 5.01,
    low: 4.9,
    high: 5.1,
    z: 0.2,
    mean: true,
    ...changes,
  };
}
