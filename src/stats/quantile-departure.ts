import { shareInterval } from "./ccdf.ts";
import { isSame, normalScore } from "./departure.ts";
import { BIN_COUNT, type Bins, binOf, binQuantile, binTail, lowerEdge, quantileBin, upperEdge } from "./histogram.ts";
import { cells } from "./series.ts";
import type { Tails } from "./tails.ts";

/** A bin that holds so many times as much as the fuller of its neighbours has one value that many share. */
const CROWDED = 3;
const FEWEST_BATCHES = 3;

/**
 * How far the p-quantile of observations lies above the truth, in standard errors, by the same inversion as its
 * interval: if `truth` is the p-quantile, a share 1 − p of the observations lies above it, give or take the standard
 * error that the interval is made of. Where many observations have the very value `truth`, any share between those at
 * least and those more than it will do.
 *
 * @param p in (0, 1)
 * @returns null where the sample shows no scatter to measure the difference by
 * @throws RangeError when there are no observations
 */
export function quantileDeparture(tails: Tails, p: number, truth: number): number | null {
  const estimated = binQuantile(tails.pooled, p);
  if (isSame(estimated, truth)) return 0;
  if (cells(tails.counts) < FEWEST_BATCHES) return null;
  const [least, most] = sharesAbove(tails.pooled, truth);
  const wanted = 1 - p;
  const excess = wanted < least ? least - wanted : wanted > most ? most - wanted : 0;
  if (excess === 0) return 0;
  const bin = quantileBin(tails.pooled, p);
  const spreads = [lowerEdge(bin), upperEdge(bin)].map((x) => shareInterval(tails.shareAbove(x), 0.95));
  const { standardError, degreesOfFreedom } =
    spreads[0].standardError > spreads[1].standardError ? spreads[0] : spreads[1];
  return standardError === 0 ? null : normalScore(excess / standardError, degreesOfFreedom);
}

/** The shares of observations more than x, and of those at least x; the same one unless many are exactly x. */
function sharesAbove(pooled: Bins, x: number): [more: number, atLeast: number] {
  const bin = binOf(x);
  if (bin === 0) return [binTail(pooled, 0), 1];
  const above = binTail(pooled, x);
  if (bin >= BIN_COUNT - 2) return [above, above];
  const edges = [bin - 1, bin, bin + 1, bin + 2].map((each) => binTail(pooled, lowerEdge(each)));
  const [before, within, after] = [0, 1, 2].map((i) => edges[i] - edges[i + 1]);
  return within > CROWDED * Math.max(before, after) ? [edges[2], edges[1]] : [above, above];
}
