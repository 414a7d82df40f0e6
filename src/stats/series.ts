/**
 * One number for each batch of simulated time and each run: `series[run][batch]`. The grid of batches is the same for
 * all runs and all quantities, so that series can be divided by one another, subtracted and truncated together.
 */
export type Series = readonly Float64Array[];

/** The series without its first `batches` batches: what is left when the warm-up is over. Shares memory. */
export function truncated(series: Series, batches: number): Series {
  return series.map((run) => run.subarray(batches));
}

/** The sum over all runs and batches. */
export function total(series: Series): number {
  let sum = 0;
  for (const run of series) for (const x of run) sum += x;
  return sum;
}

/** Runs × batches. */
export function cells(series: Series): number {
  return series.reduce((sum, run) => sum + run.length, 0);
}

/** Adjacent batches of each run added up to `groups` longer ones, whose lengths differ by at most one batch. */
export function regrouped(series: Series, groups: number): Series {
  return series.map((run) => {
    const sums = new Float64Array(groups);
    for (let batch = 0; batch < run.length; batch++) sums[Math.floor((batch * groups) / run.length)] += run[batch];
    return sums;
  });
}
