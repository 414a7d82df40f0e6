import { batchMeansInterval } from "../stats/batch-means.ts";
import type { Estimate } from "../stats/estimate.ts";
import { quantileInterval } from "../stats/quantile.ts";
import type { Measure } from "./measures.ts";
import type { Sample } from "./sample.ts";

/** A value with its interval, and why it is not to be trusted, if it is not. */
export interface Judged {
  value: number | null;
  low: number | null;
  high: number | null;
  quality: string[];
}

const NOTHING: Judged = { value: null, low: null, high: null, quality: ["nothing-observed"] };
/** A percentile needs so many observations beyond it. */
const BEYOND = 1000;

export function judgedMean(measure: Measure, _sample: Sample, confidence: number): Judged {
  if (measure.mean === null) return NOTHING;
  if (measure.kind === "share" && measure.mean.value === 0) return noneOf(measure);
  return judged(measure.mean, confidence, measure.kind === "observed" || measure.kind === "level");
}

export function judgedVariance(measure: Measure, confidence: number): Judged {
  return measure.variance === null ? NOTHING : judged(measure.variance, confidence, true);
}

/** Nothing was seen of what was counted: that bounds its share by 3/n with 95 % confidence, it does not make it 0. */
function noneOf(measure: Measure): Judged {
  return { value: 0, low: 0, high: Math.min(1, 3 / measure.count), quality: [] };
}

function judged(estimate: Estimate, confidence: number, positive: boolean): Judged {
  const cells = estimate.influence.length * estimate.influence[0].length;
  if (cells < 3) return { value: estimate.value, low: null, high: null, quality: ["too-short"] };
  const { value, low, high } = batchMeansInterval(estimate, confidence);
  return { value, low: positive ? Math.max(0, low) : low, high, quality: [] };
}

export function judgedPercentile(measure: Measure, p: number, confidence: number): Judged {
  if (measure.mean === null || measure.count === 0) return NOTHING;
  if (measure.tails === null) return { ...NOTHING, quality: ["not-kept"] };
  const tails = measure.tails();
  const few = tails.count * (1 - p) < BEYOND || tails.counts.length * tails.counts[0].length < 3;
  if (few) return { ...NOTHING, quality: ["few-beyond-quantile"] };
  const { value, low, high } = quantileInterval(tails, p, confidence);
  return { value, low, high, quality: low === null || high === null ? ["few-beyond-quantile"] : [] };
}
