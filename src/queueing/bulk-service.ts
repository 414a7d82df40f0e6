import { mustBePositive, mustBeWhole } from "./domain.ts";
import { exponentialWait } from "./exponential-wait.ts";
import { root } from "./root.ts";
import {
  type SojournLaw,
  type Spread,
  type SteadyState,
  short,
  UnstableQueueError,
  type WaitingLaw,
} from "./steady-state.ts";

/**
 * M/M^[a,b]/1: an idle server starts as soon as `least` messages wait, takes up to `most` of them, and serves them
 * together in one exponential time, whatever their number. Those who come meanwhile wait for the next batch.
 * `utilization` is the share of time the server works.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu rate at which batches are served μ [1/s], > 0
 * @param least fewest messages to start with, an integer ≥ 1
 * @param most most messages in a batch, an integer ≥ `least`
 * @throws UnstableQueueError when λ ≥ μ·most
 */
export function bulkService(
  lambda: number,
  mu: number,
  least: number,
  most: number,
): SteadyState & { meanBatch: number; probabilityWaiting: (n: number) => number } {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ of a batch", mu);
  mustBeWhole("least batch", least, 1);
  mustBeWhole("largest batch", most, least);
  const rho = lambda / (most * mu);
  if (rho >= 1) {
    const remedy = `Batches of up to ${Math.floor(lambda / mu) + 1} would be enough.`;
    throw new UnstableQueueError(`λ/(bμ) = ${short(lambda)}/(${most} × ${short(mu)})`, rho, remedy);
  }
  // while busy the number waiting is geometric: λ = μ(r + r² + … + rᵇ) balances arrivals and batches
  const r = root((x) => mu * powers(x, most) - lambda, 0, 1);
  const busy = 1 / (1 - r); // in units of P(busy, none waiting)
  const busyWaiting = r / (1 - r) ** 2;
  let [idle, idleWaiting] = [0, 0]; // fewer than `least` wait
  for (let n = 0, upTo = 0; n < least; n++) {
    upTo += r ** n;
    idle += (mu / lambda) * upTo;
    idleWaiting += n * (mu / lambda) * upTo;
  }
  const utilization = busy / (busy + idle);
  const numberInQueue = (busyWaiting + idleWaiting) / (busy + idle);
  const waitingTime = numberInQueue / lambda;
  return {
    utilization,
    numberInQueue,
    numberInSystem: numberInQueue + lambda / mu,
    waitingTime,
    sojournTime: waitingTime + 1 / mu,
    meanBatch: lambda / (mu * utilization),
    /** P(n are waiting): while the server works, or too few to start with. */
    probabilityWaiting: (n) => {
      if (!Number.isInteger(n) || n < 0) return 0;
      const tooFew = n < least ? ((mu / lambda) * (1 - r ** (n + 1))) / (1 - r) : 0;
      return (r ** n + tooFew) / (busy + idle);
    },
  };
}

/**
 * `bulkService` that starts with any number, and its laws: who finds the server busy waits for a geometric number of
 * batches, hence for an exponential time.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu rate at which batches are served μ [1/s], > 0
 * @param most most messages in a batch, an integer ≥ 1
 * @throws UnstableQueueError when λ ≥ μ·most
 */
export function bulkServiceLaw(
  lambda: number,
  mu: number,
  most: number,
): ReturnType<typeof bulkService> & Spread & WaitingLaw & SojournLaw {
  const queue = bulkService(lambda, mu, 1, most);
  // those who find the server busy wait on average waitingTime/utilization, and exponentially
  return { ...queue, ...exponentialWait(queue.utilization, queue.utilization / queue.waitingTime, mu) };
}

/** x + x² + … + xⁿ. */
function powers(x: number, n: number): number {
  return x === 1 ? n : (x * (1 - x ** n)) / (1 - x);
}
