import { meanRate } from "../random/arrival-rate.ts";
import { discreteMean } from "../random/discrete.ts";
import { rateCurve } from "../random/profile.ts";
import type { Model } from "../spec.ts";

/**
 * Copies a second that all producers send together, one for each queue that a message goes to; NaN where only the model
 * itself can tell, as with clients.
 */
export function enteringRate(model: Model): number {
  return model.producers.reduce((sum, { arrivals, batch, count, profile, to }) => {
    const factor = profile === null ? 1 : rateCurve(profile).mean;
    const copies = to.reduce((each, way) => each + way.share * way.to.length, 0);
    return sum + (meanRate(arrivals) ?? Number.NaN) * count * discreteMean(batch) * factor * copies;
  }, 0);
}
