import { type Bins, binTotal, lowerEdge, upperEdge } from "./histogram.ts";

/**
 * The part of the sum of all observations that the largest of them carry; `share` of them in (0, 1). The largest one
 * in a thousand carry 0.8 % of the sum under an exponential law.
 *
 * @throws RangeError when the histogram is empty
 */
export function topShare(bins: Bins, share: number): number {
  const total = binTotal(bins);
  if (total === 0) throw new RangeError("an empty histogram has no largest observations");
  let wanted = share * total;
  let top = 0;
  let all = 0;
  for (let i = bins.counts.length - 1; i >= 0; i--) {
    const count = bins.counts[i];
    const value = middle(bins.first + i);
    top += Math.min(count, wanted) * value;
    wanted -= Math.min(count, wanted);
    all += count * value;
  }
  return all === 0 ? 0 : top / all;
}

/**
 * Hill's estimate of the index α of a tail P(X > x) ~ x^(−α), from about the largest `share` of the observations: the
 * reciprocal of the mean of ln(X/x₀) of those above x₀. At α ≤ 2 there is no variance, at α ≤ 1 no mean. A light tail
 * has a large index that grows as the share becomes smaller; Infinity when all that are counted stand in one bin.
 *
 * @throws RangeError when the histogram is empty
 */
export function tailIndex(bins: Bins, share: number): number {
  const total = binTotal(bins);
  if (total === 0) throw new RangeError("an empty histogram has no tail");
  let least = bins.counts.length;
  let count = 0;
  while (count < share * total) count += bins.counts[--least];
  const threshold = middle(bins.first + least);
  if (threshold === 0) return Number.POSITIVE_INFINITY;
  let logarithms = 0;
  for (let i = least; i < bins.counts.length; i++) {
    if (bins.counts[i] > 0) logarithms += bins.counts[i] * Math.log(middle(bins.first + i) / threshold);
  }
  return count / logarithms;
}

function middle(bin: number): number {
  if (bin === 0) return 0;
  const lower = lowerEdge(bin);
  return Number.isFinite(upperEdge(bin)) ? (lower + upperEdge(bin)) / 2 : lower;
}
