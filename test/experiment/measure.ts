import type { Measure } from "../../src/experiment/measure.ts";

/** The mean of a wait, 10 s, in four runs of eight batches. */
export const MEAN = {
  value: 10,
  influence: Array.from({ length: 4 }, (_, run) => Float64Array.from({ length: 8 }, (_, i) => ((run + 3 * i) % 7) - 3)),
};

/** That wait, of which a share is unseen. */
export const wait = (unseen: number): Measure => ({
  where: "queues.a",
  class: "*",
  metric: "waitingTime",
  statistic: "mean",
  unit: "s",
  kind: "observed",
  mean: MEAN,
  count: 1e5,
  variance: null,
  largest: null,
  tails: null,
  unseen,
});
