import { asNumber, asTime, refuse } from "../refusal.ts";
import type { Form } from "./form.ts";
import { fromMeanAndPercentile, type SpreadFamily } from "./least-spread.ts";

export const pareto: Form[] = [
  { keys: ["min", "alpha"], make: ({ min, alpha }) => ({ dist: "pareto", min, alpha }) },
  {
    keys: ["mean", "alpha"],
    make: ({ mean, alpha }) =>
      alpha > 1
        ? family.law(mean, 1 / alpha)
        : refuse(`A pareto law with alpha ${asNumber(alpha)} has no finite mean; above 1 it has.`),
  },
  {
    keys: ["min", "mean"],
    make: ({ min, mean }) =>
      mean > min
        ? { dist: "pareto", min, alpha: mean / (mean - min) }
        : refuse(`The mean ${asTime(mean)} must be above min ${asTime(min)}.`),
  },
  { keys: ["mean"], percentiles: ["p99"], make: ({ mean }, [one]) => fromMeanAndPercentile(family, mean, one) },
];

/** Its spread is 1/alpha. */
const family: SpreadFamily = {
  name: "pareto",
  most: 0.99,
  logRatio: (spread, level) => Math.log1p(-spread) - spread * Math.log1p(-level),
  law: (mean, spread) => ({ dist: "pareto", min: mean * (1 - spread), alpha: 1 / spread }),
};
