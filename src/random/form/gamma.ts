import { gammaPInverse } from "../../special/gamma-quantile.ts";
import type { Form } from "./form.ts";
import { fromMeanAndPercentile, type SpreadFamily } from "./least-spread.ts";

export const gamma: Form[] = [
  { keys: ["mean", "cv"], make: ({ mean, cv }) => family.law(mean, cv) },
  { keys: ["shape", "scale"], make: ({ shape, scale }) => ({ dist: "gamma", shape, scale }) },
  { keys: ["mean"], percentiles: ["p99"], make: ({ mean }, [one]) => fromMeanAndPercentile(family, mean, one) },
];

const family: SpreadFamily = {
  name: "gamma",
  most: 10,
  logRatio: (cv, level) => Math.log(gammaPInverse(1 / (cv * cv), level) * cv * cv),
  law: (mean, cv) => ({ dist: "gamma", shape: 1 / (cv * cv), scale: mean * cv * cv }),
};
