import { scaled } from "./complex.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import { erlangC, mmc } from "./mmc.ts";
import { nonPreemptive } from "./priority.ts";
import { waitOf } from "./priority-law.ts";
import { type SojournLaw, type Spread, type SteadyState, utilizationOf, type WaitingLaw } from "./steady-state.ts";
import { exponentialLaw } from "./time-law.ts";
import { waitThenService } from "./wait-then-service.ts";

/**
 * M/M/c with head-of-line priorities, all classes served at the same rate and never interrupted. While all servers are
 * busy they are one server c times as fast, so class k waits as in M/M/1, only as often as Erlang's C says.
 *
 * @param lambdas arrival rates of the classes [1/s], > 0, most urgent first
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @returns the figures of each class; `utilization` is the share of all servers spent on that class
 * @throws UnstableQueueError when Σλ ≥ cμ
 * @see Kella & Yechiali (1985), Management Science 31(11)
 */
export function mmcNonPreemptive(
  lambdas: number[],
  mu: number,
  c: number,
): (SteadyState & Spread & WaitingLaw & SojournLaw)[] {
  const rho = totalLoad(lambdas, mu, c);
  const seldom = erlangC(rho * c, c) / rho; // how much rarer a wait is than with one fast server
  const classes = lambdas.map((lambda) => ({ lambda, service: exponentialLaw(1 / (c * mu)) }));
  return nonPreemptive(classes).map((fast, k) => {
    const waitingTime = seldom * fast.waitingTime;
    const waitingVariance = seldom * (fast.waitingVariance + fast.waitingTime ** 2) - waitingTime ** 2;
    const { probability, transform } = waitOf(classes, k);
    const wait = {
      probability: seldom * probability,
      transform: (re: number, im: number) => scaled(seldom, transform(re, im)),
    };
    return {
      utilization: lambdas[k] / (c * mu),
      numberInQueue: lambdas[k] * waitingTime,
      numberInSystem: lambdas[k] * (waitingTime + 1 / mu),
      waitingTime,
      sojournTime: waitingTime + 1 / mu,
      waitingVariance,
      sojournVariance: waitingVariance + 1 / mu ** 2,
      ...waitThenService(wait, exponentialLaw(1 / mu)),
    };
  });
}

/**
 * M/M/c with preemptive priorities, all classes served at the same rate; an interrupted message goes on later. The k
 * most urgent classes together are M/M/c by themselves, and class k is what it adds to them. When service first starts
 * is not known in closed form, hence no waiting time.
 *
 * @param lambdas arrival rates of the classes [1/s], > 0, most urgent first
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @throws UnstableQueueError when Σλ ≥ cμ
 */
export function mmcPreemptive(
  lambdas: number[],
  mu: number,
  c: number,
): Pick<SteadyState, "utilization" | "numberInSystem" | "sojournTime">[] {
  totalLoad(lambdas, mu, c);
  let [urgent, present] = [0, 0];
  return lambdas.map((lambda) => {
    urgent += lambda;
    const upTo = mmc(urgent, mu, c).numberInSystem;
    const numberInSystem = upTo - present;
    present = upTo;
    return { utilization: lambda / (c * mu), numberInSystem, sojournTime: numberInSystem / lambda };
  });
}

function totalLoad(lambdas: number[], mu: number, c: number): number {
  for (const lambda of lambdas) mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  return utilizationOf(
    lambdas.reduce((sum, lambda) => sum + lambda, 0),
    mu,
    c,
  );
}
