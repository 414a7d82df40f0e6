import { mustBeWhole, mustNotBeNegative } from "./domain.ts";

/** Stations of a closed network with several classes; every class has its own demands. */
export interface ClassNetwork {
  /** Messages of each class, whole numbers ≥ 0, not all 0. */
  populations: number[];
  /** Mean time each class spends outside between cycles [s], ≥ 0. */
  think: number[];
  /** `demands[i][r]`: visits times mean service of class r at station i [s], ≥ 0. */
  demands: number[][];
  /** Which stations are delays, where nobody waits; all others are single servers. */
  delays?: boolean[];
}

/** Averages of a closed network by class. */
export interface ClassState {
  /** Cycles of each class [1/s]. */
  throughputs: number[];
  /** Mean time of a cycle of each class, thinking excluded [s]. */
  cycleTimes: number[];
  /** `numbers[i][r]`: mean number of class r at station i. */
  numbers: number[][];
  /** `sojourns[i][r]`: mean time of class r at station i in one cycle [s]. */
  sojourns: number[][];
  /** Of each station: share of time a server is busy; of a delay, mean number there. */
  utilizations: number[];
}

const MOST_STATES = 5_000_000;

/**
 * Mean value analysis, exact, for any number of classes: a message finds a station as it would be without that message
 * (arrival theorem), so the populations are gone through one by one.
 *
 * @throws RangeError when the product of (population + 1) is beyond five million
 * @see Reiser & Lavenberg (1980), Journal of the ACM 27(2), 313–322
 */
export function exactMva(network: ClassNetwork): ClassState {
  const { populations, demands } = network;
  check(network);
  const size = populations.reduce((product, n) => product * (n + 1), 1);
  if (size > MOST_STATES) throw new RangeError(`${size} populations are too many: use linearizer, which approximates.`);
  const strides = populations.map((_, r) => populations.slice(0, r).reduce((product, n) => product * (n + 1), 1));
  // mean number at each station, for every smaller population
  const present = demands.map(() => new Float64Array(size));
  const current = populations.map(() => 0);
  let state = step(network, current, () => 0);
  for (let at = 1; at < size; at++) {
    increment(current, populations);
    state = step(network, current, (i, r) => present[i][at - strides[r]]);
    for (let i = 0; i < demands.length; i++) present[i][at] = state.numbers[i].reduce((sum, n) => sum + n, 0);
  }
  return state;
}

function increment(current: number[], populations: number[]): void {
  let r = 0;
  while (current[r] === populations[r]) current[r++] = 0;
  current[r]++;
}

/** Averages for `population`, when class r finds `found(i, r)` messages at station i. */
export function step(
  { think, demands, delays }: ClassNetwork,
  population: number[],
  found: (station: number, r: number) => number,
): ClassState {
  const sojourns = demands.map((demand, i) =>
    demand.map((time, r) => (delays?.[i] || population[r] === 0 ? time : time * (1 + found(i, r)))),
  );
  const cycleTimes = population.map((_, r) => sojourns.reduce((sum, times) => sum + times[r], 0));
  const throughputs = population.map((n, r) => (n === 0 ? 0 : n / (think[r] + cycleTimes[r])));
  return {
    throughputs,
    cycleTimes,
    sojourns,
    numbers: sojourns.map((times) => times.map((time, r) => time * throughputs[r])),
    utilizations: demands.map((demand) => demand.reduce((sum, time, r) => sum + time * throughputs[r], 0)),
  };
}

/** Refuses shapes that do not fit, and cycles that take no time. */
export function check({ populations, think, demands }: ClassNetwork): void {
  for (const population of populations) mustBeWhole("population of a class", population, 0);
  for (const time of [...think, ...demands.flat()]) mustNotBeNegative("demand or think time", time);
  if (populations.every((n) => n === 0)) throw new RangeError("A closed network needs at least one message.");
  if (think.length !== populations.length || demands.some((row) => row.length !== populations.length)) {
    throw new RangeError(`Think times and demands must be given for each of the ${populations.length} classes.`);
  }
  populations.forEach((_, r) => {
    const cycle = demands.reduce((sum, row) => sum + row[r], think[r]);
    if (!(cycle > 0)) throw new RangeError(`Class ${r + 1} demands nothing anywhere, so its cycles take no time.`);
  });
}
