import { add, fromRows, identity, type Matrix, multiply, rowTimes, scale, sum } from "./matrix.ts";
import type { PhaseType } from "./phase-type.ts";
import { poissonMixture } from "./poisson.ts";
import { quantile } from "./quantile.ts";
import { settling } from "./settling.ts";
import type { SojournLaw, Spread, WaitingLaw } from "./steady-state.ts";

/** What a message that finds all servers busy sees, in matrices over level phases and over server phases. */
export interface Queued {
  /** Σ over all levels with no free server of the probability of each phase, per arrival rate: row, level phases. */
  full: Float64Array;
  /** π(n + 1) = π(n)R. */
  r: Matrix;
  /** Arrival rates: level phases × server phases. */
  seen: Matrix;
  /** Service process of the busy servers: changes without a completion … */
  local: Matrix;
  /** … and with one, the server going on at once. */
  renew: Matrix;
}

/**
 * Laws of wait and sojourn in a queue with matrix-geometric levels, by uniformization of the servers.
 *
 * P(n messages ahead, and fewer than n + 1 completions) summed over n is full·Z(t)·1, where Z = Σ Rⁿ·seen·Uₙ(t) and
 * Uₙ(t) are the probabilities of n completions. So Z' = Z·local + R·Z·renew: no level needs to be cut off.
 */
export function stepwiseTimes(
  queued: Queued,
  service: PhaseType,
  scaleOfTime: number,
): Pick<Spread, "waitingVariance"> & WaitingLaw & SojournLaw {
  const stages = fromRows(service.generator);
  const rate = Math.max(fastest(queued.local), fastest(stages));
  const waiting = settling(stillWaiting(queued, rate));
  const present = settling(stillPresent(waiting.at, service.initial, add(identity(stages.rows), stages, 1 / rate)));
  const tail = (survival: (k: number) => number) => (t: number) =>
    t < 0 ? 1 : Math.min(1, poissonMixture(rate * t, survival));
  const [waitingTail, sojournTail] = [tail(waiting.at), tail(present.at)];
  const { zeroth, first } = waiting.sums();
  return {
    waitingVariance: (2 * first) / rate ** 2 - (zeroth / rate) ** 2,
    waitingTail,
    waitingQuantile: (p) => quantile(waitingTail, p, scaleOfTime),
    sojournTail,
    sojournQuantile: (p) => quantile(sojournTail, p, scaleOfTime),
  };
}

function fastest({ rows, data }: Matrix): number {
  let rate = 0;
  for (let i = 0; i < rows; i++) rate = Math.max(rate, -data[i * rows + i]);
  return rate;
}

/** P(waiting after k steps of the uniformized servers), k = 0, 1, …. */
function stillWaiting({ full, r, seen, local, renew }: Queued, rate: number): () => number {
  const [stay, advance] = [add(identity(local.rows), local, 1 / rate), scale(1 / rate, renew)];
  let z = seen;
  let started = false;
  return () => {
    if (started) z = add(multiply(z, stay), multiply(r, multiply(z, advance)));
    started = true;
    return sum(rowTimes(full, z));
  };
}

/** P(waiting or in service after k steps): who stops waiting at a step begins its own service there. */
export function stillPresent(waiting: (k: number) => number, initial: number[], step: Matrix): () => number {
  let inService = Float64Array.from(initial, (probability) => probability * (1 - waiting(0)));
  let k = 0;
  return () => {
    if (k > 0) {
      const begun = Math.max(0, waiting(k - 1) - waiting(k));
      inService = rowTimes(inService, step).map((value, phase) => value + begun * initial[phase]);
    }
    return waiting(k++) + sum(inService);
  };
}
