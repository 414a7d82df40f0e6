import { mustBePositive, mustBeWhole } from "./domain.ts";
import { exponentialWait } from "./exponential-wait.ts";
import { root } from "./root.ts";
import {
  type NumberLaw,
  type SojournLaw,
  type Spread,
  type SteadyState,
  utilizationOf,
  type WaitingLaw,
} from "./steady-state.ts";

/** Independent intervals between arrivals: their mean [s] and E[exp(−sA)], s ≥ 0 [1/s]. */
export interface Intervals {
  mean: number;
  transform(s: number): number;
}

/**
 * G/M/1: independent intervals between arrivals of any law, exponential service, one server, first come, first served.
 * The sojourn is exponential with rate μ(1 − σ), where σ is the probability that an arrival must wait: the root in
 * (0, 1) of σ = E[exp(−μ(1 − σ)A)].
 *
 * @param interval law of the interval between arrivals
 * @param mu service rate μ [1/s], > 0
 * @throws UnstableQueueError when the arrival rate reaches μ
 * @see Kleinrock (1975), Queueing Systems, volume 1, §6.4
 */
export function gm1(
  interval: Intervals,
  mu: number,
): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw & { delayProbability: number } {
  mustBePositive("mean interval between arrivals", interval.mean);
  mustBePositive("service rate μ", mu);
  const lambda = 1 / interval.mean;
  const rho = utilizationOf(lambda, mu, 1);
  const idle = idleRoot(interval, mu);
  const sigma = 1 - idle;
  const times = exponentialWait(sigma, mu * idle, mu);
  return {
    ...times,
    utilization: rho,
    numberInSystem: rho / idle,
    numberInQueue: (rho * sigma) / idle,
    delayProbability: sigma,
    probability: (n) => (n === 0 ? 1 - rho : Number.isInteger(n) && n > 0 ? rho * idle * sigma ** (n - 1) : 0),
    numberVariance: (rho * (1 + sigma - rho)) / idle ** 2,
  };
}

/**
 * G/M/c: as G/M/1, with `c` equal servers behind one queue.
 *
 * @param interval law of the interval between arrivals
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @throws UnstableQueueError when the arrival rate reaches cμ
 * @see Takács (1962), Introduction to the Theory of Queues, chapter 2
 */
export function gmc(
  interval: Intervals,
  mu: number,
  c: number,
): SteadyState & Spread & WaitingLaw & SojournLaw & { delayProbability: number } {
  mustBePositive("mean interval between arrivals", interval.mean);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  const lambda = 1 / interval.mean;
  const rho = utilizationOf(lambda, mu, c);
  const idle = idleRoot(interval, c * mu);
  const delayProbability = 1 / (1 + idle * freeServers(interval, mu, c, idle));
  const times = exponentialWait(delayProbability, c * mu * idle, mu);
  return {
    ...times,
    utilization: rho,
    numberInQueue: lambda * times.waitingTime,
    numberInSystem: lambda * times.sojournTime,
    delayProbability,
  };
}

/** 1 − σ, the root of 1 − E[exp(−rate·x·A)] = x in (0, 1): found as such, it keeps its digits near saturation. */
function idleRoot(interval: Intervals, rate: number): number {
  const excess = (x: number) => (1 - interval.transform(rate * x)) / x - 1;
  let low = 1;
  while (excess(low) < 0) low /= 2;
  return low === 1 ? 1 : root(excess, low, 2 * low);
}

/**
 * Σⱼ (c choose j)/(Cⱼ(1 − φⱼ)) · (c(1 − φⱼ) − j)/(c(1 − σ) − j), where φⱼ = E[exp(−jμA)] and Cⱼ = Π φᵢ/(1 − φᵢ):
 * the weight of arrivals that find a server free against those that do not. All terms are positive.
 */
function freeServers(interval: Intervals, mu: number, c: number, idle: number): number {
  let sum = 0;
  let log = 0; // ln of (c choose j)/Cⱼ
  for (let j = 1; j <= c; j++) {
    const phi = interval.transform(j * mu);
    log += Math.log(((c - j + 1) / j) * ((1 - phi) / phi));
    sum += (Math.exp(log) / (1 - phi)) * quotient(interval, mu, c, idle, j);
  }
  return sum;
}

/** (c(1 − φⱼ) − j)/(c(1 − σ) − j): both vanish together, and near there a derivative keeps the digits. */
function quotient(interval: Intervals, mu: number, c: number, idle: number, j: number): number {
  const shortfall = (x: number) => c * (1 - interval.transform(x * mu)) - x;
  const zero = c * idle;
  if (Math.abs(zero - j) > 1e-5 * j) return shortfall(j) / (zero - j);
  const middle = (zero + j) / 2;
  const slope = (h: number) => (shortfall(middle - h) - shortfall(middle + h)) / (2 * h);
  return (4 * slope(0.0025 * j) - slope(0.005 * j)) / 3;
}
