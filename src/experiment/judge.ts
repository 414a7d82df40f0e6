import { correlationTimes, effectiveObservations } from "../stats/autocorrelation.ts";
import { batchMeansInterval } from "../stats/batch-means.ts";
import type { Estimate } from "../stats/estimate.ts";
import { isAutocorrelated, isFewBeyond, isHeavyTailed, isTooShort, isUnseen } from "../stats/quality.ts";
import { quantileInterval } from "../stats/quantile.ts";
import { cells } from "../stats/series.ts";
import { zeroEventBound } from "../stats/zero-events.ts";
import type { Measure } from "./measure.ts";

/** A value with its interval, and why it is not to be trusted, if it is not. */
export interface Judged {
  value: number | null;
  low: number | null;
  high: number | null;
  quality: string[];
}

interface Interval {
  value: number;
  low: number;
  high: number;
}

const NOTHING: Judged = { value: null, low: null, high: null, quality: ["nothing-observed"] };
const FEWEST_BATCHES = 3;

export function judgedMean(measure: Measure, confidence: number): Judged {
  if (measure.mean === null) return NOTHING;
  if (cells(measure.mean.influence) < FEWEST_BATCHES) return unsure(measure.mean.value);
  if (measure.kind === "share" && measure.mean.value === 0) return noneOf(measure, confidence);
  const { value, low, high } = judged(measure.mean, confidence);
  return { value, low, high: withUnseen(high, measure.unseen), quality: doubts(measure) };
}

/**
 * The upper end of a mean's interval, raised by the share that hangs on what the run can hardly have seen: a run that was
 * spared knows only of the rest. Open where that may be all.
 */
function withUnseen(high: number, unseen: number): number | null {
  return unseen >= 1 ? null : high / (1 - unseen);
}

export function judgedVariance(measure: Measure, confidence: number): Judged {
  if (measure.variance === null) return NOTHING;
  if (cells(measure.variance.influence) < FEWEST_BATCHES) return unsure(measure.variance.value);
  return { ...judged(measure.variance, confidence), quality: doubts(measure) };
}

export function judgedPercentile(measure: Measure, p: number, confidence: number): Judged {
  if (measure.mean === null || measure.count === 0) return NOTHING;
  if (measure.tails === null) return { ...NOTHING, quality: ["not-kept"] };
  const tails = measure.tails();
  if (isFewBeyond(tails.count, p) || cells(tails.counts) < FEWEST_BATCHES) {
    return { ...NOTHING, quality: ["few-beyond-quantile"] };
  }
  const { value, low, high } = quantileInterval(tails, p, confidence);
  const open = low === null || high === null ? ["few-beyond-quantile"] : [];
  // Heavy tails endanger means; percentiles stand on what was seen.
  return { value, low, high, quality: [...open, ...doubts(measure).filter((code) => code === "too-short")] };
}

/** A value whose scatter cannot be seen. */
function unsure(value: number): Judged {
  return { value, low: null, high: null, quality: ["too-short"] };
}

/** Nothing was seen of what was counted: that bounds its share, it does not make it 0. */
function noneOf(measure: Measure, confidence: number): Judged {
  return { value: 0, low: 0, high: zeroEventBound(measure.count, confidence), quality: [] };
}

/** None of our quantities can be negative. */
function judged(estimate: Estimate, confidence: number): Interval {
  const { value, low, high } = batchMeansInterval(estimate, confidence);
  return { value, low: Math.max(0, low), high };
}

/** Why an average is not to be trusted. */
function doubts({ mean, variance, kind, tails, unseen }: Measure): string[] {
  const codes: string[] = [];
  if (mean === null) return codes;
  if (kind === "observed" && variance !== null && isTooShort(effectiveObservations(mean, variance.value))) {
    codes.push("too-short");
  }
  if (kind === "level" && isTooShort(correlationTimes(mean))) codes.push("too-short");
  if (isAutocorrelated(mean)) codes.push("autocorrelated");
  if (kind === "observed" && tails !== null && isHeavyTailed(tails().pooled)) codes.push("heavy-tail");
  if (isUnseen(unseen)) codes.push("unseen-tail");
  return codes;
}
