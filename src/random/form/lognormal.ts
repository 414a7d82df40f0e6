import { normalQuantile } from "../../special/normal.ts";
import type { Distribution } from "../distribution.ts";
import { asTime, type Refusal, refuse } from "../refusal.ts";
import type { Form, Percentile } from "./form.ts";
import { fromMeanAndPercentile, type SpreadFamily } from "./least-spread.ts";

export const lognormal: Form[] = [
  { keys: ["mean", "cv"], make: ({ mean, cv }) => family.law(mean, Math.sqrt(Math.log1p(cv * cv))) },
  { keys: ["mean"], percentiles: ["p99"], make: ({ mean }, [one]) => fromMeanAndPercentile(family, mean, one) },
  { keys: [], percentiles: ["median", "p99"], make: (_, [lower, upper]) => fromPercentiles(lower, upper) },
  { keys: ["mu", "sigma"], make: ({ mu, sigma }) => ({ dist: "lognormal", mu, sigma }) },
];

const family: SpreadFamily = {
  name: "lognormal",
  most: 3, // a cv of 90
  logRatio: (sigma, level) => normalQuantile(level) * sigma - (sigma * sigma) / 2,
  law: (mean, sigma) => ({ dist: "lognormal", mu: Math.log(mean) - (sigma * sigma) / 2, sigma }),
};

function fromPercentiles(lower: Percentile, upper: Percentile): Distribution | Refusal {
  if (!(lower.value < upper.value)) return refuse(notAbove(lower, upper));
  const [z, last] = [normalQuantile(lower.level), normalQuantile(upper.level)];
  const sigma = Math.log(upper.value / lower.value) / (last - z);
  return { dist: "lognormal", mu: Math.log(lower.value) - z * sigma, sigma };
}

/** The sentence about a higher percentile that is no greater. */
export function notAbove(lower: Percentile, upper: Percentile): string {
  return `${upper.key} ${asTime(upper.value)} must be above ${lower.key} ${asTime(lower.value)}.`;
}
