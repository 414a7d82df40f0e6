import { firstReached } from "../../special/first-reached.ts";
import { logGamma } from "../../special/log-gamma.ts";
import type { Distribution } from "../distribution.ts";
import { weibullSquaredCv } from "../law/weibull.ts";
import { asNumber, type Refusal, refuse } from "../refusal.ts";
import type { Form, Percentile } from "./form.ts";
import { fromMeanAndPercentile, type SpreadFamily } from "./least-spread.ts";
import { notAbove } from "./lognormal.ts";

export const weibull: Form[] = [
  { keys: ["shape", "scale"], make: ({ shape, scale }) => ({ dist: "weibull", shape, scale }) },
  { keys: ["mean", "cv"], make: ({ mean, cv }) => fromCv(mean, cv) },
  { keys: ["mean"], percentiles: ["p99"], make: ({ mean }, [one]) => fromMeanAndPercentile(family, mean, one) },
  { keys: [], percentiles: ["p50", "p95"], make: (_, [lower, upper]) => fromPercentiles(lower, upper) },
];

/** Its spread is 1/shape. */
const family: SpreadFamily = {
  name: "weibull",
  most: 5, // a cv of 16
  logRatio: (spread, level) => spread * Math.log(-Math.log1p(-level)) - logGamma(1 + spread),
  law: (mean, spread) => ({ dist: "weibull", shape: 1 / spread, scale: mean / Math.exp(logGamma(1 + spread)) }),
};

const LEAST_SHAPE = 0.1;
const GREATEST_SHAPE = 1e4;

function fromCv(mean: number, cv: number): Distribution | Refusal {
  const [most, least] = [LEAST_SHAPE, GREATEST_SHAPE].map((shape) => Math.sqrt(weibullSquaredCv(shape)));
  if (!(cv >= least && cv <= most)) {
    return refuse(
      `A weibull law can have a cv from ${asNumber(least)} to ${asNumber(most)} here, not ${asNumber(cv)}.`,
    );
  }
  const reached = (spread: number) => weibullSquaredCv(1 / spread) >= cv * cv;
  return family.law(mean, firstReached(reached, 1 / GREATEST_SHAPE, 1 / LEAST_SHAPE));
}

function fromPercentiles(lower: Percentile, upper: Percentile): Distribution | Refusal {
  if (!(lower.value < upper.value)) return refuse(notAbove(lower, upper));
  const [hazard, last] = [lower, upper].map(({ level }) => Math.log(-Math.log1p(-level)));
  const spread = Math.log(upper.value / lower.value) / (last - hazard);
  return { dist: "weibull", shape: 1 / spread, scale: lower.value * Math.exp(-hazard * spread) };
}
