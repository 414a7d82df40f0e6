import { firstReached } from "../../special/first-reached.ts";
import type { Distribution } from "../distribution.ts";
import { asNumber, asTime, type Refusal, refuse } from "../refusal.ts";
import type { Percentile } from "./form.ts";

/**
 * A family of laws of given mean, from none to much spread. The logarithm of percentile over mean is 0 without spread
 * and, as the spread grows, rises to a highest value and falls: two laws may share a mean and a percentile.
 */
export interface SpreadFamily {
  name: string;
  /** Spread beyond which no one means what was asked. */
  most: number;
  /** ln(percentile/mean) at a spread > 0. */
  logRatio: (spread: number, level: number) => number;
  law: (mean: number, spread: number) => Distribution;
}

/** A spread so small that it counts as none. */
const LEAST = 1e-3;

/** The law of the family with this mean and percentile; of two such laws the one with less spread. */
export function fromMeanAndPercentile(
  family: SpreadFamily,
  mean: number,
  percentile: Percentile,
): Distribution | Refusal {
  const f = (spread: number) => family.logRatio(spread, percentile.level);
  const target = Math.log(percentile.value / mean);
  const peak = highest(f, family.most);
  const reached = (spread: number) => f(spread) >= target;
  if (target > Math.max(0, f(peak)))
    return refuse(tooHigh(family.name, mean, percentile, Math.exp(Math.max(0, f(peak)))));
  if (Math.abs(target) < Math.abs(f(LEAST))) return refuse(tooClose(mean, percentile));
  if (target > 0) return family.law(mean, firstReached(reached, LEAST, peak));
  if (!reached(family.most)) return family.law(mean, firstReached(reached, family.most, peak));
  return refuse(tooLow(family.name, mean, percentile, Math.min(1, Math.exp(f(family.most)))));
}

function tooHigh(name: string, mean: number, { key, value }: Percentile, most: number): string {
  return (
    `${key}/mean is ${asNumber(value / mean)}, but no ${name} law exceeds ${asNumber(most)}: ` +
    `with mean ${asTime(mean)} a ${key} up to ${asTime(most * mean)} is possible.`
  );
}

function tooClose(mean: number, { key, value }: Percentile): string {
  return `${key} ${asTime(value)} is so close to the mean ${asTime(mean)} that nothing varies: that is a constant.`;
}

function tooLow(name: string, mean: number, { key, value }: Percentile, least: number): string {
  return (
    `${key} ${asTime(value)} lies so far below the mean ${asTime(mean)} that no ${name} law of sensible spread ` +
    `has both; from ${asTime(least * mean)} on it is possible.`
  );
}

/** Where in [LEAST, most] the function is greatest, by golden section. */
function highest(f: (spread: number) => number, most: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [LEAST, most];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  while (high - low > 1e-9 * high) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = f(right);
    }
  }
  return (low + high) / 2;
}
