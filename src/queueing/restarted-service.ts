import { mustBePositive } from "./domain.ts";
import { doublings, integral, pieces } from "./quadrature.ts";
import type { Moments } from "./time-law.ts";

/**
 * Moments of a service that is killed after `timeout` and started afresh, as often as it takes: what M/G/1 then sees as
 * service time.
 *
 * @param service mean [s] and tail of one undisturbed attempt
 * @param timeout when an attempt is killed [s], > 0
 * @returns the moments, the chance that an attempt is killed, and the mean number of attempts
 * @throws RangeError when no attempt ever ends in time
 */
export function restartedService(
  service: { mean: number; tail: (t: number) => number },
  timeout: number,
): Moments & { killed: number; meanAttempts: number } {
  mustBePositive("timeout", timeout);
  const { tail } = service;
  const killed = tail(timeout);
  if (killed >= 1) throw new RangeError(`No attempt ends within ${timeout} s, so none ever will.`);
  const ends = pieces(tail, doublings(Math.min(service.mean, timeout), timeout), 1e-14 * timeout);
  // E[Sⁿ; S ≤ timeout] = ∫ n tⁿ⁻¹ (tail(t) − tail(timeout)) dt
  const within = (n: number) => integral((t) => n * t ** (n - 1) * Math.max(0, tail(t) - killed), ends);
  // S* = S if in time, else timeout + another S*: its moments one after the other
  const done = 1 - killed;
  const mean = (within(1) + killed * timeout) / done;
  const second = (within(2) + killed * (timeout ** 2 + 2 * timeout * mean)) / done;
  const third = (within(3) + killed * (timeout ** 3 + 3 * timeout ** 2 * mean + 3 * timeout * second)) / done;
  return { mean, second, third, killed, meanAttempts: 1 / done };
}
