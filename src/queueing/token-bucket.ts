import { mustBePositive } from "./domain.ts";
import { mdc } from "./mdc.ts";
import { gauss } from "./quadrature.ts";

/** What a token bucket does to Poisson messages. */
export interface TokenBucketState {
  /** Share of messages that have to wait for a token. */
  delayProbability: number;
  /** Mean delay, zeros included [s]. */
  meanDelay: number;
  /** P(delay > t). */
  delayTail(t: number): number;
}

/**
 * Poisson messages each take a token from a bucket that is refilled steadily and holds `burst` of them; who finds less
 * than one waits in turn. What is missing from the bucket is the work in an M/D/1 queue of service 1/`refill`.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param refill tokens per second [1/s], > 0
 * @param burst capacity of the bucket, a number ≥ 1
 * @throws UnstableQueueError when λ reaches the refill rate
 */
export function tokenBucket(lambda: number, refill: number, burst: number): TokenBucketState {
  mustBePositive("refill rate", refill);
  if (!(burst >= 1 && burst < Infinity)) throw new RangeError(`The bucket must hold at least one token, not ${burst}.`);
  const { waitingTail, waitingQuantile } = mdc(lambda, 1 / refill, 1);
  const spare = (burst - 1) / refill;
  const delayTail = (t: number) => (t < 0 ? 1 : waitingTail(spare + t));
  const end = waitingQuantile(1 - 1e-15);
  let meanDelay = 0;
  // the tail has kinks at multiples of a token's time
  for (let k = Math.floor(spare * refill); k / refill < end; k++) {
    meanDelay += gauss(waitingTail, Math.max(spare, k / refill), (k + 1) / refill);
  }
  return { delayProbability: delayTail(0), meanDelay, delayTail };
}
