import { mustBePositive } from "./domain.ts";
import { mgInf } from "./mginf.ts";
import { mmc } from "./mmc.ts";
import type { SteadyState } from "./steady-state.ts";
import { type Routing, trafficRates } from "./traffic.ts";

/** One station of a network. */
export interface Station {
  /** Service rate of one server μ [1/s], > 0. */
  mu: number;
  /** Number of servers, an integer ≥ 1, or Infinity: nobody waits. */
  servers: number;
}

/** Averages of a network and of its stations. */
export interface NetworkState {
  /** Arrivals at each station [1/s]. */
  rates: number[];
  /** Per visit. */
  stations: SteadyState[];
  numberInSystem: number;
  /** From entering the network to leaving it [s]. */
  sojournTime: number;
}

/**
 * Open Jackson network: Poisson arrivals from outside, exponential servers, random routing. Each station behaves as if it
 * were M/M/c by itself.
 *
 * @param external arrivals from outside at each station [1/s], ≥ 0, not all 0
 * @param routing the chance of going from each station to the others; what a row lacks leaves
 * @param stations one for each row
 * @throws UnstableQueueError when some station cannot keep up
 * @see Jackson (1963), Management Science 10(1), 131–142
 */
export function openNetwork(external: number[], routing: Routing, stations: Station[]): NetworkState {
  const entering = external.reduce((sum, rate) => sum + rate, 0);
  mustBePositive("total arrival rate from outside", entering);
  const rates = trafficRates(external, routing);
  const states = stations.map(({ mu, servers }, i) => stationState(rates[i], mu, servers));
  const numberInSystem = states.reduce((sum, state) => sum + state.numberInSystem, 0);
  return { rates, stations: states, numberInSystem, sojournTime: numberInSystem / entering };
}

function stationState(lambda: number, mu: number, servers: number): SteadyState {
  mustBePositive("service rate μ", mu);
  if (lambda === 0) {
    return { utilization: 0, numberInSystem: 0, numberInQueue: 0, sojournTime: 1 / mu, waitingTime: 0 };
  }
  const { utilization, numberInSystem, numberInQueue, sojournTime, waitingTime } =
    servers === Infinity ? mgInf(lambda, 1 / mu) : mmc(lambda, mu, servers);
  return { utilization, numberInSystem, numberInQueue, sojournTime, waitingTime };
}
