import { mg1 } from "./mg1.ts";
import type { PriorityClass } from "./priority.ts";
import type { Spread, SteadyState } from "./steady-state.ts";
import type { Moments } from "./time-law.ts";

/**
 * M/G/1 with several classes in one queue, first come, first served: all wait alike, for a service that is a mixture, and
 * differ only in their own.
 *
 * @param classes at least one
 * @returns the figures of each class; `utilization` is the share of time spent on that class
 * @throws UnstableQueueError when the loads sum to 1 or more
 */
export function fcfsClasses(classes: PriorityClass[]): (SteadyState & Spread)[] {
  const total = classes.reduce((sum, { lambda }) => sum + lambda, 0);
  const { waitingTime, waitingVariance } = mg1(total, mixedService(classes));
  return classes.map(({ lambda, service }) => {
    const sojournTime = waitingTime + service.mean;
    return {
      utilization: lambda * service.mean,
      numberInSystem: lambda * sojournTime,
      numberInQueue: lambda * waitingTime,
      waitingTime,
      sojournTime,
      waitingVariance,
      sojournVariance: waitingVariance + service.second - service.mean ** 2,
    };
  });
}

/** Moments of the service of a message of any class. */
export function mixedService(classes: PriorityClass[]): Moments {
  const total = classes.reduce((sum, { lambda }) => sum + lambda, 0);
  const mixed = (moment: keyof Moments) =>
    classes.reduce((sum, { lambda, service }) => sum + (lambda / total) * service[moment], 0);
  return { mean: mixed("mean"), second: mixed("second"), third: mixed("third") };
}
