import { mustBePositive, mustBeWhole, mustNotBeNegative } from "./domain.ts";

/** One station of a closed network with one class. */
export interface ClosedStation {
  /** Mean visits per cycle, > 0. */
  visits: number;
  /** Mean service time of a visit [s], > 0. */
  service: number;
  /** Servers: an integer ≥ 1, Infinity for a delay, or the speed with n present as a multiple of one server's. */
  servers: number | ((n: number) => number);
}

/** Averages of a closed network. */
export interface ClosedState {
  /** Cycles completed [1/s]. */
  throughput: number;
  /** Mean time of a cycle, thinking excluded [s]. */
  cycleTime: number;
  stations: {
    throughput: number;
    /** Share of time a server is busy; 0 for a delay, and the share of time anyone is there for a variable speed. */
    utilization: number;
    numberInSystem: number;
    /** Per visit [s]. */
    sojournTime: number;
    /** P(n are at the station), n = 0 … N. */
    probabilities: number[];
  }[];
}

/**
 * Closed network with product form (Gordon–Newell): `population` messages circulate; single, multiple, infinite and
 * variable-speed servers. By convolution, which adds and multiplies positive numbers only; weights are tilted to the
 * throughput the bounds suggest, so that neither ten thousand messages nor long delays overflow.
 *
 * @param population N, an integer ≥ 1
 * @param stations at least one
 * @param think mean time spent outside between cycles, of any law [s], ≥ 0
 * @see Buzen (1973), Communications of the ACM 16(9), 527–531
 */
export function closedNetwork(population: number, stations: ClosedStation[], think = 0): ClosedState {
  mustBeWhole("population N", population, 1);
  mustNotBeNegative("mean think time", think);
  for (const { visits, service } of stations) {
    mustBePositive("number of visits", visits);
    mustBePositive("mean service time", service);
  }
  const x = tilt(population, stations, think);
  const delays = think > 0 ? [weights(population, x * think, (n) => n)] : [];
  const all = [...stations.map((station) => weights(population, x * demand(station), speedOf(station))), ...delays];
  const without = complements(all);
  const everything = convolve(without[0], all[0]);
  const throughput = (x * everything[population - 1]) / everything[population];
  const figuresOf = (station: ClosedStation, i: number) => {
    const joint = all[i].map((weight, n) => weight * without[i][population - n]);
    const total = joint.reduce((sum, weight) => sum + weight, 0);
    return figures(
      station,
      throughput * station.visits,
      joint.map((weight) => weight / total),
    );
  };
  const states = stations.map(figuresOf);
  // Little's law; population/throughput − think would cancel where thinking takes long
  const cycleTime = states.reduce((sum, { numberInSystem }) => sum + numberInSystem, 0) / throughput;
  return { throughput, cycleTime, stations: states };
}

function demand({ visits, service }: ClosedStation): number {
  return visits * service;
}

/** Speed with n ≥ 1 present, as a multiple of one server's. */
function speedOf({ servers }: ClosedStation): (n: number) => number {
  return typeof servers === "function" ? servers : (n) => Math.min(n, servers);
}

/** Throughput that no bottleneck and no round trip forbids. */
function tilt(population: number, stations: ClosedStation[], think: number): number {
  const roundTrip = stations.reduce((sum, station) => sum + demand(station), think);
  const limits = stations.map((station) => speedOf(station)(population) / demand(station));
  return Math.min(population / roundTrip, ...limits);
}

/** Weights Π load/speed(k), k = 1 … n, of n = 0 … N at one station, the largest being 1. */
function weights(population: number, load: number, speed: (n: number) => number): number[] {
  const logs = [0];
  for (let n = 1; n <= population; n++) logs.push(logs[n - 1] + Math.log(load / speed(n)));
  const most = logs.reduce((a, b) => Math.max(a, b));
  return logs.map((log) => Math.exp(log - most));
}

function convolve(a: number[], b: number[]): number[] {
  const result = new Array<number>(a.length).fill(0);
  for (let i = 0; i < a.length; i++) {
    if (a[i] === 0) continue;
    for (let j = 0; i + j < a.length; j++) result[i + j] += a[i] * b[j];
  }
  return result;
}

/** For each station the convolution of all others, from those before it and those after it. */
function complements(all: number[][]): number[][] {
  const none: number[] = all[0].map((_, n) => (n === 0 ? 1 : 0));
  const before = [none];
  for (const weight of all) before.push(convolve(before[before.length - 1], weight));
  const without: number[][] = [];
  let after = none;
  for (let i = all.length - 1; i >= 0; i--) {
    without[i] = convolve(before[i], after);
    after = convolve(after, all[i]);
  }
  return without;
}

function figures(station: ClosedStation, throughput: number, probabilities: number[]) {
  const numberInSystem = probabilities.reduce((sum, p, n) => sum + n * p, 0);
  const busy = throughput * station.service; // servers, where they are countable
  const utilization = typeof station.servers === "function" ? 1 - probabilities[0] : busy / station.servers;
  return { throughput, utilization, numberInSystem, sojournTime: numberInSystem / throughput, probabilities };
}
