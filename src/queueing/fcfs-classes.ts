import { mg1, transformOfDelay } from "./mg1.ts";
import type { PriorityClass } from "./priority.ts";
import type { SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";
import type { Moments, TimeLaw } from "./time-law.ts";
import { waitThenService } from "./wait-then-service.ts";

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

/**
 * The same with the laws of the times of each class, by numerical inversion: a wait like everybody's and a service of
 * its own. Accuracy as for mg1Law.
 *
 * @param classes at least one
 * @param service law of the service time of a message of any class
 * @throws UnstableQueueError when the loads sum to 1 or more
 */
export function fcfsClassesLaw(
  classes: { lambda: number; service: TimeLaw }[],
  service: TimeLaw,
): (SteadyState & Spread & WaitingLaw & SojournLaw)[] {
  const averages = fcfsClasses(classes);
  const load = averages.reduce((sum, { utilization }) => sum + utilization, 0);
  const wait = { probability: load, transform: transformOfDelay(load, service) };
  return averages.map((average, i) => ({ ...average, ...waitThenService(wait, classes[i].service) }));
}

/** Moments of the service of a message of any class. */
export function mixedService(classes: PriorityClass[]): Moments {
  const total = classes.reduce((sum, { lambda }) => sum + lambda, 0);
  const mixed = (moment: keyof Moments) =>
    classes.reduce((sum, { lambda, service }) => sum + (lambda / total) * service[moment], 0);
  return { mean: mixed("mean"), second: mixed("second"), third: mixed("third") };
}
