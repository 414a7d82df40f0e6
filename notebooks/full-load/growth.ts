import { SERVICE_TIME, type Setting } from "./setting.ts";

/**
 * Number in the system that theory expects t ≥ 0 seconds after an empty start, at a load of 1 or more.
 *
 * Above 1, what cannot be served: a fluid limit. At 1, the mean of a Brownian motion that is reflected at zero and whose
 * variance grows by λ(1 + C²) a second: arrivals contribute λ, services λC². Both err by a few messages at most.
 *
 * @throws RangeError below a load of 1, where the number settles
 */
export function grownTo({ load, consumers, service }: Setting, t: number): number {
  const most = consumers / SERVICE_TIME; // services a second
  if (load < 1) throw new RangeError(`at a load of ${load} the queue settles`);
  if (load > 1) return (load - 1) * most * t;
  return Math.sqrt((2 * most * (1 + service.variability ** 2) * t) / Math.PI);
}
