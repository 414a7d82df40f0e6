import { meanRate } from "../random/arrival-rate.ts";
import { discreteMean } from "../random/discrete.ts";
import { rateCurve } from "../random/profile.ts";
import type { Model } from "../spec.ts";

/** Messages a second that all producers publish together; NaN where only the model itself can tell, as with clients. */
export function enteringRate(model: Model): number {
  return model.producers.reduce((sum, { arrivals, batch, count, profile }) => {
    const factor = profile === null ? 1 : rateCurve(profile).mean;
    return sum + (meanRate(arrivals) ?? Number.NaN) * count * discreteMean(batch) * factor;
  }, 0);
}
