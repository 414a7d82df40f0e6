import { studentQuantile } from "../special/student.ts";

/** The mean of independent replications and its interval. */
export interface ReplicationInterval {
  value: number;
  low: number;
  high: number;
  standardError: number;
}

/**
 * Student's interval for the mean of values from independent replications. For runs that are not stationary: there is
 * nothing to truncate and no correlation to allow for.
 *
 * @param confidence probability of covering the truth, in (0, 1)
 * @throws RangeError with fewer than two values
 */
export function replicationInterval(values: ArrayLike<number>, confidence: number): ReplicationInterval {
  const n = values.length;
  if (n < 2) throw new RangeError(`an interval needs at least two replications, not ${n}`);
  let mean = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i] - mean;
    mean += deviation / (i + 1);
    squares += deviation * (values[i] - mean);
  }
  const standardError = Math.sqrt(squares / (n - 1) / n);
  const reach = standardError * studentQuantile((1 + confidence) / 2, n - 1);
  return { value: mean, low: mean - reach, high: mean + reach, standardError };
}

/**
 * The interval at each time of a grid, from `paths[replication][time]`. Pointwise: each covers its own truth with the
 * confidence asked for. Simultaneous: all of them together do, by Bonferroni's inequality.
 *
 * @throws RangeError with fewer than two replications
 */
export function replicationBand(
  paths: readonly ArrayLike<number>[],
  confidence: number,
  cover: "pointwise" | "simultaneous" = "pointwise",
): ReplicationInterval[] {
  const times = paths[0]?.length ?? 0;
  const each = cover === "pointwise" ? confidence : 1 - (1 - confidence) / times;
  return Array.from({ length: times }, (_, t) =>
    replicationInterval(
      paths.map((path) => path[t]),
      each,
    ),
  );
}
