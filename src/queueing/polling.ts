import { mustBePositive, mustNotBeNegative } from "./domain.ts";
import { short, UnstableQueueError } from "./steady-state.ts";
import type { Moments } from "./time-law.ts";

/** One of the queues that a server visits in turn. */
export interface PolledQueue {
  /** Arrival rate λ [1/s], > 0. */
  lambda: number;
  /** Raw moments of the service time. */
  service: Pick<Moments, "mean" | "second">;
  /** How long the server takes from here to the next queue: mean [s] and second moment [s²], ≥ 0. */
  walk: { mean: number; second: number };
  /** What is served in a visit: all until none is left, those present when it begins, or one at most. */
  visit: "exhaustive" | "gated" | "one";
}

/** What is known of a server that goes round. */
export interface PollingState {
  /** ρ: share of time the server works. */
  utilization: number;
  /** Mean time of a round [s]. */
  cycleTime: number;
  /** Σ wᵢE[Wqᵢ], exactly [s]; wᵢ is the load ρᵢ, or ρᵢ(1 − λᵢs/(1 − ρ)) of a queue served one at a time. */
  weightedWait: number;
  /** The weights wᵢ. */
  weights: number[];
  /** Bounds of the mean wait in each queue [s]; they coincide for one queue, and for queues that are all alike. */
  waits: { low: number; high: number }[];
}

/**
 * Polling: one server visits queues of Poisson arrivals in turn, and walks from each to the next also if it is empty. A
 * weighted sum of the mean waits is known exactly (pseudo-conservation). Each is bounded from below by what the queue
 * would wait with the server to itself and by half a round, hence from above by what that leaves of the sum.
 *
 * @param queues in the order in which they are visited, at least one; walks are independent of each other
 * @throws UnstableQueueError when the server cannot keep up, walks included
 * @see Boxma & Groenendijk (1987), Journal of Applied Probability 24(4), 949–964
 */
export function polling(queues: PolledQueue[]): PollingState {
  queues.forEach(check);
  const loads = queues.map(({ lambda, service }) => lambda * service.mean);
  const rho = sum(loads);
  const walk = sum(queues.map((queue) => queue.walk.mean));
  mustKeepUp(queues, rho, walk);
  const cycleTime = walk / (1 - rho);
  const weights = queues.map(({ lambda, visit }, i) => loads[i] * (visit === "one" ? 1 - lambda * cycleTime : 1));
  const weightedWait = conserved(queues, loads, rho);
  const least = queues.map((queue, i) => leastWait(queue, loads[i], cycleTime));
  const known = sum(least.map((wait, i) => weights[i] * wait));
  const alike = queues.every((queue) => JSON.stringify(queue) === JSON.stringify(queues[0]));
  const common = weightedWait / sum(weights);
  const waits = least.map((low, i) =>
    alike ? { low: common, high: common } : { low, high: low + (weightedWait - known) / weights[i] },
  );
  return { utilization: rho, cycleTime, weightedWait, weights, waits };
}

/**
 * Work found on arrival, by two routes: as in M/G/1, and what was left behind when the server walked. The first is
 * ρΣλE[S²]/2(1 − ρ); the rest is what comes during walks, and during visits elsewhere, and what gates shut out.
 */
function conserved(queues: PolledQueue[], loads: number[], rho: number): number {
  const walk = sum(queues.map((queue) => queue.walk.mean));
  const variance = sum(queues.map((queue) => queue.walk.second - queue.walk.mean ** 2));
  const residualWalk = walk === 0 ? 0 : (variance / walk + walk) / 2;
  const residualWork = sum(queues.map(({ lambda, service }) => (lambda * service.second) / 2));
  const crossed = rho ** 2 - sum(loads.map((load) => load ** 2));
  const shutOut = sum(loads.map((load, i) => (queues[i].visit === "exhaustive" ? 0 : load ** 2)));
  return (rho * residualWork) / (1 - rho) + rho * residualWalk + (walk / (1 - rho)) * (crossed / 2 + shutOut);
}

/** What no queue can do without: its own work ahead, and the rest of a round (at least half of a steady one). */
function leastWait({ lambda, service, visit }: PolledQueue, load: number, cycleTime: number): number {
  const alone = (lambda * service.second) / (2 * (1 - load));
  if (visit === "exhaustive") return alone + ((1 - load) * cycleTime) / 2; // half the time between visits
  return visit === "gated" ? Math.max(alone, ((1 + load) * cycleTime) / 2) : alone;
}

function check({ lambda, service, walk }: PolledQueue): void {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", service.mean);
  mustBePositive("second moment of the service time", service.second);
  mustNotBeNegative("mean walk", walk.mean);
  mustNotBeNegative("second moment of the walk", walk.second);
}

function mustKeepUp(queues: PolledQueue[], rho: number, walk: number): void {
  if (rho >= 1) throw new UnstableQueueError("Σ λE[S]", rho, "Take work away from any queue until the sum is below 1.");
  queues.forEach(({ lambda, visit }, i) => {
    const load = rho + lambda * walk;
    if (visit !== "one" || load < 1) return;
    const remedy = `Queue ${i + 1} needs visits that serve more than one, or fewer than ${short((1 - rho) / walk)} arrivals/s.`;
    throw new UnstableQueueError(`Σ λE[S] + λ·walks = ${short(rho)} + ${short(lambda)} × ${short(walk)}`, load, remedy);
  });
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
