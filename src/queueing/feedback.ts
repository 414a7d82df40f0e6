import { mustBePositive, mustBeProbability, mustBeWhole, mustNotBeNegative } from "./domain.ts";
import { mmc } from "./mmc.ts";

/** What retries at the tail of the queue do to an M/M/c queue. */
export interface Feedback {
  /** ρ of the servers, all attempts counted. */
  utilization: number;
  /** Attempts per message, and per second [1/s]. */
  meanAttempts: number;
  attemptRate: number;
  /** Messages in the queue or in service, and in back-off. */
  numberInSystem: number;
  numberInBackoff: number;
  /** From the first arrival to success or surrender, back-offs included [s]. */
  sojournTime: number;
  /** Share of messages that fail at every attempt. */
  deadLetterProbability: number;
}

/**
 * M/M/c whose messages fail with probability `failure` at each attempt and then join the tail of the queue again with a
 * new service time, after a back-off of any law. The number in the queue has product form though the stream of all
 * attempts is not Poisson, so the means are exact.
 *
 * @param lambda rate of new messages λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @param retry chance of failure of each attempt, most attempts (≥ 1 or Infinity), mean back-off [s]
 * @throws UnstableQueueError when all attempts together are more than the servers can do
 * @see Jackson (1957), Operations Research 5(4), 518–521
 */
export function feedback(
  lambda: number,
  mu: number,
  c: number,
  retry: { failure: number; attempts: number; backoff: number },
): Feedback {
  mustBePositive("arrival rate λ", lambda);
  mustBeProbability("chance of failure", retry.failure);
  mustNotBeNegative("mean back-off", retry.backoff);
  if (retry.attempts !== Infinity) mustBeWhole("number of attempts", retry.attempts, 1);
  const { failure, attempts } = retry;
  const deadLetterProbability = failure ** attempts;
  const meanAttempts = failure === 1 ? attempts : (1 - deadLetterProbability) / (1 - failure);
  if (meanAttempts === Infinity) throw new RangeError("Messages that always fail and are always retried never leave.");
  const attemptRate = lambda * meanAttempts;
  const { utilization, numberInSystem } = mmc(attemptRate, mu, c);
  const numberInBackoff = lambda * (meanAttempts - 1) * retry.backoff;
  return {
    utilization,
    meanAttempts,
    attemptRate,
    numberInSystem,
    numberInBackoff,
    sojournTime: (numberInSystem + numberInBackoff) / lambda,
    deadLetterProbability,
  };
}
