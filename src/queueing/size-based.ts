import { mustBePositive } from "./domain.ts";
import { endOfTail } from "./numeric-law.ts";
import { cumulative, doublings, integral, pieces } from "./quadrature.ts";
import { type SteadyState, singleServerUtilization } from "./steady-state.ts";

/** A continuous law of sizes in seconds of work; laws with atoms, such as a constant, are none. */
export interface SizeLaw {
  mean: number;
  /** E[S²] [s²]. */
  second: number;
  density(x: number): number;
  /** P(S > x). */
  tail(x: number): number;
}

/**
 * M/G/1, shortest job first: at each completion the smallest message waiting is taken; no interruption.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param size law of the service time, known on arrival
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Phipps (1956), Operations Research 4(1), 76–85
 */
export function shortestJobFirst(lambda: number, size: SizeLaw): SteadyState {
  const { rho, ends, load } = prepare(lambda, size, (x) => x * size.density(x));
  const residual = (lambda * size.second) / 2;
  if (residual === Infinity) return state(lambda, rho, Infinity, size.mean);
  const waitingTime = integral((x) => (size.density(x) * residual) / (1 - lambda * load(x)) ** 2, ends);
  return state(lambda, rho, waitingTime, size.mean);
}

/**
 * M/G/1, shortest remaining processing time: always the message with the least work left, interrupting others.
 * `waitingTime` runs to the first start of service.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param size law of the service time, known on arrival
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Schrage & Miller (1966), Operations Research 14(4), 670–684
 */
export function shortestRemainingFirst(lambda: number, size: SizeLaw): SteadyState {
  const { rho, ends, load } = prepare(lambda, size, (x) => x * size.density(x));
  const squares = cumulative((x) => x * x * size.density(x), ends);
  const waitingTime = integral((x) => {
    const work = (lambda * (squares(x) + x * x * size.tail(x))) / 2;
    return (size.density(x) * work) / (1 - lambda * load(x)) ** 2;
  }, ends);
  const residence = integral((x) => size.tail(x) / (1 - lambda * load(x)), ends);
  return state(lambda, rho, waitingTime, residence);
}

/**
 * M/G/1, foreground–background: always the message that has received the least service so far, several at once sharing.
 * Needs no knowledge of sizes. `waitingTime` and `numberInQueue` are 0, as service begins on arrival.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param size law of the service time
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Kleinrock (1976), Queueing Systems, volume 2, §4.6
 */
export function foregroundBackground(lambda: number, size: SizeLaw): SteadyState {
  const { rho, ends, load } = prepare(lambda, size, (x) => size.tail(x));
  const squares = cumulative((x) => 2 * x * size.tail(x), ends);
  const sojournTime = integral((x) => {
    const idle = 1 - lambda * load(x);
    return size.density(x) * ((lambda * squares(x)) / (2 * idle ** 2) + x / idle);
  }, ends);
  return state(lambda, rho, 0, sojournTime);
}

/** ρ, pieces on which the law is smooth, and x ↦ ∫ `work` up to x. */
function prepare(lambda: number, size: SizeLaw, work: (x: number) => number) {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", size.mean);
  const rho = singleServerUtilization(lambda, size.mean);
  const edges = doublings(size.mean, endOfTail(size.mean, size.tail));
  const ends = pieces((x) => size.density(x) + size.tail(x) / size.mean, edges, 1e-13);
  return { rho, ends, load: cumulative(work, ends) };
}

function state(lambda: number, rho: number, waitingTime: number, residence: number): SteadyState {
  const sojournTime = waitingTime + residence;
  return {
    utilization: rho,
    numberInSystem: lambda * sojournTime,
    numberInQueue: lambda * waitingTime,
    sojournTime,
    waitingTime,
  };
}
