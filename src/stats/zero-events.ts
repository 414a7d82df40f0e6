/**
 * The largest probability that leaves n independent trials without a single event as often as 1 − confidence; close to
 * 3/n for 95 %. What is known of a loss that was never seen.
 *
 * @param trials n > 0, independent ones: for correlated observations the effective number
 * @param confidence in (0, 1)
 */
export function zeroEventBound(trials: number, confidence: number): number {
  return -Math.expm1(Math.log1p(-confidence) / trials);
}
