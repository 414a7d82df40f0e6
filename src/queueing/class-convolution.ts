import { schweitzer } from "./approximate-mva.ts";
import { type ClassNetwork, type ClassState, check } from "./mva.ts";

/** A closed network whose stations work faster the more messages are there. */
export interface SpeedNetwork extends Omit<ClassNetwork, "delays"> {
  /** Of each station: servers, an integer ≥ 1 or Infinity, or the speed with n present as a multiple of one server's. */
  servers: (number | ((n: number) => number))[];
}

const MOST_STATES = 3000;

/**
 * Closed network of several classes with product form and stations of any speed, exactly: shared servers, or first come,
 * first served with one exponential service for all classes. By convolution over the populations of all classes, which
 * adds and multiplies positive numbers only, where mean value analysis would subtract.
 *
 * @throws RangeError when the product of (population + 1) is beyond 3000
 * @see Reiser & Kobayashi (1975), IBM Journal of Research and Development 19(3), 283–294
 */
export function speedClasses(network: SpeedNetwork): ClassState {
  const { populations, think, demands, servers } = network;
  check(network);
  if (servers.length !== demands.length) {
    throw new RangeError(`Servers must be given for each of the ${demands.length} stations, not ${servers.length}.`);
  }
  const states = populations.reduce((product, n) => product * (n + 1), 1);
  if (states > MOST_STATES) throw new RangeError(`${states} populations are too many to be convolved.`);
  const lattice = latticeOf(populations);
  const speeds = servers.map((servers) =>
    typeof servers === "function" ? servers : (n: number) => Math.min(n, servers),
  );
  const tilt = throughputsNear(network, speeds);
  const weigh = (row: number[], speed: (n: number) => number) =>
    weights(
      lattice,
      row.map((demand, r) => demand * tilt[r]),
      speed,
    );
  const all = [...demands.map((row, i) => weigh(row, speeds[i])), weigh(think, (n) => n)];
  const without = complements(all, lattice);
  const everything = convolve(without[0], all[0], lattice);
  const last = lattice.length - 1;
  const throughputs = populations.map((n, r) =>
    n === 0 ? 0 : (tilt[r] * everything[last - strideOf(populations, r)]) / everything[last],
  );
  const shares = demands.map((_, i) => all[i].map((weight, at) => (weight * without[i][last - at]) / everything[last]));
  const numbers = shares.map((share) =>
    populations.map((_, r) => share.reduce((sum, p, at) => sum + p * lattice[at][r], 0)),
  );
  const sojourns = numbers.map((row, i) =>
    row.map((n, r) => (populations[r] === 0 ? demands[i][r] : n / throughputs[r])),
  );
  return {
    throughputs,
    cycleTimes: populations.map((_, r) => sojourns.reduce((sum, row) => sum + row[r], 0)),
    numbers,
    sojourns,
    utilizations: servers.map((count, i) => {
      if (typeof count === "function") return 1 - shares[i][0];
      const busy = demands[i].reduce((sum, demand, r) => sum + demand * throughputs[r], 0);
      return count === Infinity ? busy : Math.min(1, busy / count);
    }),
  };
}

/** All populations from none to full, the first class counting fastest. */
function latticeOf(populations: number[]): number[][] {
  return populations.reduceRight<number[][]>(
    (rest, most) => rest.flatMap((tail) => Array.from({ length: most + 1 }, (_, n) => [n, ...tail])),
    [[]],
  );
}

/** How far apart in the lattice two populations are that differ by one message of class r. */
function strideOf(populations: number[], r: number): number {
  return populations.slice(0, r).reduce((product, n) => product * (n + 1), 1);
}

/** About the throughputs, so that weights neither overflow nor vanish. */
function throughputsNear({ populations, think, demands }: SpeedNetwork, speeds: ((n: number) => number)[]): number[] {
  const total = populations.reduce((sum, n) => sum + n, 0);
  const fastest = demands.map((row, i) => row.map((demand) => demand / speeds[i](total)));
  // a service by one of many is mostly a delay (Seidmann): one of speed(total) at a time, and the rest apart
  const apart = think.map((time, r) =>
    demands.reduce((sum, row, i) => sum + row[r] * Math.max(0, 1 - 1 / speeds[i](total)), time),
  );
  return schweitzer({ populations, think: apart, demands: fastest }).throughputs;
}

/**
 * Π load/speed over all ways to arrive at each population, f(n) = Σᵣ loadᵣ f(n − eᵣ)/speed(|n|), up to a common factor: how
 * likely so many messages are to be of these classes, times the weight of so many of any class.
 */
function weights(lattice: number[][], loads: number[], speed: (n: number) => number): Float64Array {
  const strides = loads.map((_, r) => lattice.findIndex((n) => n.every((count, i) => count === (i === r ? 1 : 0))));
  const present = lattice.map((n) => n.reduce((total, count) => total + count, 0));
  const load = loads.reduce((sum, value) => sum + value, 0) || 1;
  const ofClasses = new Float64Array(lattice.length);
  ofClasses[0] = 1;
  for (let at = 1; at < lattice.length; at++) {
    let sum = 0;
    for (let r = 0; r < loads.length; r++) if (lattice[at][r] > 0) sum += loads[r] * ofClasses[at - strides[r]];
    ofClasses[at] = sum / load;
  }
  const ofAny = weightsOfOne(load, speed, present[present.length - 1]);
  return ofClasses.map((share, at) => share * ofAny[present[at]]);
}

/** Π load/speed(k), k = 1 … n, for n = 0 … `most`, the largest being 1: e³⁰⁰⁰ where three thousand think would overflow. */
function weightsOfOne(load: number, speed: (n: number) => number, most: number): number[] {
  let weight = [1];
  for (let n = 1; n <= most; n++) {
    weight.push((weight[n - 1] * load) / speed(n));
    if (weight[n] > 1e250) weight = weight.map((value) => value * 1e-250);
  }
  const largest = weight.reduce((a, b) => Math.max(a, b));
  return weight.map((value) => value / largest);
}

/** Σ a(m) b(n − m) over all m that fit into n. */
function convolve(a: Float64Array, b: Float64Array, lattice: number[][]): Float64Array {
  const result = new Float64Array(lattice.length);
  for (let m = 0; m < lattice.length; m++) {
    if (a[m] === 0) continue;
    for (let n = m; n < lattice.length; n++) {
      if (lattice[m].every((count, r) => count <= lattice[n][r])) result[n] += a[m] * b[n - m];
    }
  }
  return result;
}

/** For each station the convolution of all others, from those before it and those after it. */
function complements(all: Float64Array[], lattice: number[][]): Float64Array[] {
  const none: Float64Array = all[0].map((_, at) => (at === 0 ? 1 : 0));
  const before = [none];
  for (const weight of all) before.push(convolve(before[before.length - 1], weight, lattice));
  const without: Float64Array[] = [];
  for (let i = all.length - 1, after = none; i >= 0; i--) {
    without[i] = convolve(before[i], after, lattice);
    after = convolve(after, all[i], lattice);
  }
  return without;
}
