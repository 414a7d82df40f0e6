import { allenCunneen, kraemerLangenbachBelz } from "./approximate-wait.ts";
import { mustBePositive, mustBeWhole, mustNotBeNegative } from "./domain.ts";
import { fromRows, solve } from "./matrix.ts";
import type { SteadyState } from "./steady-state.ts";
import { trafficRates } from "./traffic.ts";

/** One station of a network known by two moments. */
export interface TwoMomentStation {
  /** Service rate of one server μ [1/s], > 0. */
  mu: number;
  /** Squared coefficient of variation of the service times, ≥ 0. */
  variation: number;
  /** Number of servers, an integer ≥ 1. */
  servers: number;
}

/** Averages of a network, approximately. */
export interface TwoMomentState {
  /** Arrivals at each station [1/s]. */
  rates: number[];
  /** Squared coefficient of variation of the intervals between them. */
  arrivalVariations: number[];
  /** Per visit. */
  stations: SteadyState[];
  numberInSystem: number;
  sojournTime: number;
  exact: false;
}

/**
 * Approximation of an open network by two moments: each station is GI/G/c by itself, and the variation of its arrivals
 * follows, linearly, from superposing and splitting the departures of the others. Exact for Jackson networks.
 *
 * @param external rate [1/s] and squared variation of the arrivals from outside at each station; rate 0 for none
 * @param routing `routing[i][j]`, the chance of going from i to j; what a row lacks leaves
 * @param stations one for each row
 * @throws UnstableQueueError when some station cannot keep up
 * @see Whitt (1983), The Queueing Network Analyzer, Bell System Technical Journal 62(9), 2779–2815, §4.6 and §5
 */
export function networkAnalyzer(
  external: { rate: number; variation: number }[],
  routing: number[][],
  stations: TwoMomentStation[],
): TwoMomentState {
  for (const { rate, variation } of external) {
    mustNotBeNegative("external arrival rate", rate);
    mustNotBeNegative("squared variation of external arrivals", variation);
  }
  for (const { mu, servers } of stations) {
    mustBePositive("service rate μ", mu);
    mustBeWhole("number of servers", servers, 1);
  }
  const entering = external.reduce((sum, { rate }) => sum + rate, 0);
  mustBePositive("total arrival rate from outside", entering);
  const rates = trafficRates(
    external.map(({ rate }) => rate),
    routing,
  );
  const variations = arrivalVariations({ external, routing, stations, rates });
  const states = stations.map((station, i) => stationState(station, rates[i], variations[i]));
  const numberInSystem = states.reduce((sum, state) => sum + state.numberInSystem, 0);
  return {
    rates,
    arrivalVariations: variations,
    stations: states,
    numberInSystem,
    sojournTime: numberInSystem / entering,
    exact: false,
  };
}

function stationState({ mu, variation, servers }: TwoMomentStation, lambda: number, arrivalVariation: number) {
  const queue = { lambda, arrivalVariation, mu, serviceVariation: variation, c: servers };
  if (lambda === 0) return { utilization: 0, numberInSystem: 0, numberInQueue: 0, sojournTime: 1 / mu, waitingTime: 0 };
  // the correction of Krämer & Langenbach-Belz is used for regular arrivals at one server only
  const { exact: _, ...state } =
    servers === 1 && arrivalVariation < 1 ? kraemerLangenbachBelz(queue) : allenCunneen(queue);
  return state;
}

interface Flow {
  external: { rate: number; variation: number }[];
  routing: number[][];
  stations: TwoMomentStation[];
  rates: number[];
}

/** Solves c²ⱼ = aⱼ + Σ c²ᵢ bᵢⱼ. */
function arrivalVariations(flow: Flow): number[] {
  const n = flow.rates.length;
  const columns = flow.rates.map((_, j) => equationOf(flow, j));
  const matrix = fromRows(columns.map(({ b }, j) => b.map((value, i) => (i === j ? 1 : 0) - value)));
  const constants = { rows: n, columns: 1, data: Float64Array.from(columns, ({ a }) => a) };
  return Array.from(solve(matrix, constants).data, (value) => Math.max(0, value));
}

function equationOf({ external, routing, stations, rates }: Flow, j: number): { a: number; b: number[] } {
  if (rates[j] === 0) return { a: 1, b: rates.map(() => 0) };
  const shares = rates.map((rate, i) => (rate * routing[i][j]) / rates[j]);
  const fromOutside = external[j].rate / rates[j];
  const streams = 1 / (fromOutside ** 2 + shares.reduce((sum, share) => sum + share ** 2, 0));
  const load = (i: number) => rates[i] / (stations[i].servers * stations[i].mu);
  const weight = 1 / (1 + 4 * (1 - load(j)) ** 2 * (streams - 1));
  let a = fromOutside * external[j].variation - 1;
  const b = shares.map((share, i) => {
    const chance = routing[i][j];
    const smoothing = 1 + (Math.max(stations[i].variation, 0.2) - 1) / Math.sqrt(stations[i].servers);
    a += share * (1 - chance + chance * load(i) ** 2 * smoothing);
    return weight * share * chance * (1 - load(i) ** 2);
  });
  return { a: 1 + weight * a, b };
}
