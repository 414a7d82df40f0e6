import { mustBePositive } from "./domain.ts";
import { sum } from "./matrix.ts";
import { budget, type CourseMoment, mtMc, type NumberNow, type VaryingQueue } from "./mt-mc.ts";
import { utilizationOf } from "./steady-state.ts";

/** How far the law at the end of a period may be from the one at its beginning, in the end. */
const SETTLED = 1e-6;
const NEGLIGIBLE = 1e-14;

/**
 * An M_t/M/c/K queue whose rate repeats itself, after so many periods that it does so too: what it is at the given times
 * of a period, with totals since the start of the period. Begins with the law that the mean rate would have, and goes on
 * until what the changes from period to period would still add up to is negligible.
 *
 * @param period [s], > 0; `queue.corners` lie within it
 * @param meanRate over a period [1/s], > 0
 * @param times ascending, 0 … period [s]
 * @throws UnstableQueueError when more comes in a period than can be served
 * @throws RangeError when it would take minutes
 */
export function mtMcPeriodic(
  queue: VaryingQueue,
  { period, meanRate }: { period: number; meanRate: number },
  times: number[],
): CourseMoment[] {
  mustBePositive("period", period);
  mustBePositive("mean arrival rate", meanRate);
  if (queue.capacity === Infinity) utilizationOf(meanRate, queue.mu, queue.c);
  const work = budget();
  let law = stationaryLaw(queue, meanRate);
  let before = Infinity; // the last change
  for (;;) {
    const [end] = mtMc(queue, [period], law, work);
    const change = distance(law, end);
    const factor = Math.min(change / before, 1);
    law = end;
    if (change === 0 || (before < Infinity && (change * factor) / (1 - factor) < SETTLED)) break;
    before = change;
  }
  return mtMc(queue, times, law);
}

/** Of M/M/c/K, as far as it matters: the start that is nearest where the rate swings fast. */
function stationaryLaw({ mu, c, capacity }: VaryingQueue, lambda: number): NumberNow {
  const logs = [0]; // of weights, which may overflow
  let [most, last] = [0, 0];
  for (let n = 1; n <= capacity; n++) {
    last += Math.log(lambda / (mu * Math.min(n, c)));
    if (n > c && last < most + Math.log(NEGLIGIBLE)) break;
    logs.push(last);
    most = Math.max(most, last);
  }
  const weights = Float64Array.from(logs, (log) => Math.exp(log - most));
  const total = sum(weights);
  return { lowest: 0, probabilities: weights.map((weight) => weight / total) };
}

function distance(a: NumberNow, b: NumberNow): number {
  const at = ({ lowest, probabilities }: NumberNow, n: number) => probabilities[n - lowest] ?? 0;
  const end = Math.max(a.lowest + a.probabilities.length, b.lowest + b.probabilities.length);
  let total = 0;
  for (let n = Math.min(a.lowest, b.lowest); n < end; n++) total += Math.abs(at(a, n) - at(b, n));
  return total;
}
