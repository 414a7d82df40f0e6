/**
 * Log-linear bins: each octave from 2⁻⁴⁰ to 2⁴⁰ (in seconds, a picosecond to 35,000 years) is cut into 128 equal
 * parts, so a bin is at most 1/128 as wide as the values in it. The number of a bin stands in the exponent and the
 * first seven bits of the fraction of a double; no logarithm is taken.
 *
 * Bin 0 holds 0 and everything below 2⁻⁴⁰ and counts as exactly 0: a message that does not wait, an empty queue. The
 * last bin holds everything from 2⁴⁰ on. Whole numbers below 256 have bins of their own.
 */

const PER_OCTAVE = 128;
const LOWEST_EXPONENT = -40;
const HIGHEST_EXPONENT = 40;

/** Bins of a full-range histogram. */
export const BIN_COUNT = (HIGHEST_EXPONENT - LOWEST_EXPONENT) * PER_OCTAVE + 2;

/** Counts, or weights such as seconds, by bin: `counts[i]` belongs to bin `first + i`. */
export interface Bins {
  first: number;
  counts: Uint32Array | Float64Array;
}

const LAST = BIN_COUNT - 1;
const SHIFT = 13; // the high word of a double holds 20 bits of the fraction; 7 of them are kept
const BELOW = (1023 + LOWEST_EXPONENT) * PER_OCTAVE - 1; // so that 2⁻⁴⁰ begins bin 1
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const HIGH = new Uint8Array(Float64Array.of(1).buffer)[7] === 0x3f ? 1 : 0; // little-endian, or not

/** The bin of x ≥ 0. Negative numbers, which only rounding can produce, go to bin 0. Hot path. */
export function binOf(x: number): number {
  double[0] = x;
  const bin = (words[HIGH] >> SHIFT) - BELOW;
  return bin <= 0 ? 0 : bin >= LAST ? LAST : bin;
}

/** The smallest number in a bin, 0 … BIN_COUNT − 1. */
export function lowerEdge(bin: number): number {
  if (bin === 0) return 0;
  words[1 - HIGH] = 0;
  words[HIGH] = (bin + BELOW) << SHIFT;
  return double[0];
}

/** Where the next bin begins; Infinity for the last. */
export function upperEdge(bin: number): number {
  return bin === LAST ? Infinity : lowerEdge(bin + 1);
}

/** The sum of histograms of one kind. */
export function pooledBins(histograms: readonly Bins[]): Bins {
  const used = histograms.filter((bins) => bins.counts.length > 0);
  if (used.length === 0) return { first: 0, counts: new Float64Array(0) };
  const first = Math.min(...used.map((bins) => bins.first));
  const end = Math.max(...used.map((bins) => bins.first + bins.counts.length));
  const counts = new Float64Array(end - first);
  for (const bins of used)
    for (let i = 0; i < bins.counts.length; i++) counts[bins.first - first + i] += bins.counts[i];
  return { first, counts };
}

/** All counts, or weights, together. */
export function binTotal(bins: Bins): number {
  let total = 0;
  for (const count of bins.counts) total += count;
  return total;
}

/**
 * The smallest x that at least a share p of the observations do not exceed, p in [0, 1]. Read on a straight line
 * inside the bin, but never so near an edge that the relative error could exceed 0.5 %, whatever stands in the bin.
 * Exactly 0 while p is within the share of zeros; 2⁴⁰ for whatever lies beyond.
 *
 * @throws RangeError when the histogram is empty
 */
export function binQuantile(bins: Bins, p: number): number {
  const { bin, within } = locate(bins, p);
  if (bin === 0 || bin === LAST) return lowerEdge(bin);
  const lower = lowerEdge(bin);
  const upper = upperEdge(bin);
  const read = lower + within * (upper - lower);
  return Math.min(Math.max(read, upper / 1.005), lower * 1.005);
}

/**
 * The same for whole numbers, such as the number in a queue: exact below 256, and beyond it within 0.5 % and half.
 *
 * @throws RangeError when the histogram is empty
 */
export function levelQuantile(bins: Bins, p: number): number {
  const { bin } = locate(bins, p);
  const oneNumber = upperEdge(bin) - lowerEdge(bin) <= 1;
  return oneNumber ? Math.ceil(lowerEdge(bin)) : Math.round(binQuantile(bins, p));
}

/**
 * The share of observations above x ≥ 0, read on a straight line inside the bin of x. For whole numbers, the share
 * above n is the share from n + 1 on, `binTail(bins, n + 1)`, because bins include their lower edge.
 *
 * @throws RangeError when the histogram is empty
 */
export function binTail(bins: Bins, x: number): number {
  const total = binTotal(bins);
  if (total === 0) throw new RangeError("an empty histogram has no tail");
  const at = binOf(x) - bins.first;
  let above = 0;
  for (let i = Math.max(0, at + 1); i < bins.counts.length; i++) above += bins.counts[i];
  if (at >= 0 && at < bins.counts.length) above += bins.counts[at] * partAbove(x);
  return above / total;
}

/** How much of the bin of x lies above x ≥ 0: nothing of the zeros, all of the bin without an upper edge. */
export function partAbove(x: number): number {
  const bin = binOf(x);
  if (bin === 0) return 0;
  return bin === LAST ? 1 : (upperEdge(bin) - x) / (upperEdge(bin) - lowerEdge(bin));
}

/**
 * The bin in which a share p of the observations is reached, p in [0, 1].
 *
 * @throws RangeError when the histogram is empty
 */
export function quantileBin(bins: Bins, p: number): number {
  return locate(bins, p).bin;
}

/** The bin in which a share p of all is reached, and how much of that bin it takes. */
function locate(bins: Bins, p: number): { bin: number; within: number } {
  const total = binTotal(bins);
  if (total === 0) throw new RangeError("an empty histogram has no quantiles");
  const wanted = p * total;
  let below = 0;
  let last = 0;
  for (let i = 0; i < bins.counts.length; i++) {
    const count = bins.counts[i];
    if (count === 0) continue;
    if (below + count >= wanted) return { bin: bins.first + i, within: (wanted - below) / count };
    below += count;
    last = i;
  }
  return { bin: bins.first + last, within: 1 }; // only rounding leads here
}
