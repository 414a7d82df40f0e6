import { mustBePositive, mustBeWhole } from "./domain.ts";
import { exponentialWait } from "./exponential-wait.ts";
import { poissonProbability } from "./poisson.ts";
import {
  type NumberLaw,
  type SojournLaw,
  type Spread,
  type SteadyState,
  utilizationOf,
  type WaitingLaw,
} from "./steady-state.ts";

/**
 * M/M/c: Poisson arrivals, exponential service, `c` equal servers behind one unbounded queue; c = 1 is M/M/1.
 * Averages and the law of the number present hold for any discipline that does not look at service times, laws and
 * spreads of times for first come, first served.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate of one server μ [1/s], > 0
 * @param c number of servers, an integer ≥ 1
 * @throws UnstableQueueError when λ ≥ cμ
 * @see Bolch, Greiner, de Meer & Trivedi (1998), Queueing Networks and Markov Chains, §6.5
 */
export function mmc(lambda: number, mu: number, c: number): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  const rho = utilizationOf(lambda, mu, c);
  const delay = erlangC(lambda / mu, c);
  const spare = c * mu - lambda; // [1/s]: those who wait, wait exponentially at this rate
  const times = exponentialWait(delay, spare, mu);
  return {
    utilization: rho,
    numberInQueue: lambda * times.waitingTime, // Little's law
    numberInSystem: lambda * times.sojournTime,
    ...times,
    ...numberLaw(lambda / mu, c, delay),
  };
}

/** The number in an M/M/c system: Poisson weights up to c, geometric from there. */
function numberLaw(load: number, c: number, delay: number): NumberLaw {
  const rho = load / c;
  const queue = (delay * rho) / (1 - rho);
  const queueSquared = (queue * (1 + rho)) / (1 - rho);
  const below = 1 / poissonWeight(load, c);
  return {
    probability: (n) => {
      if (!Number.isInteger(n)) return 0;
      return n < c ? below * poissonProbability(n, load) : delay * (1 - rho) * rho ** (n - c);
    },
    // λE[f(N)] = μE[min(N, c) f(N − 1)] with f(n) = n gives E[N²]
    numberVariance: load + queueSquared + queue * (c - load - queue),
  };
}

/** Σ of the Poisson weights of an M/M/c chain: P(X < c) + P(X = c)/(1 − ρ) for X Poisson with mean `load`. */
function poissonWeight(load: number, c: number): number {
  const last = poissonProbability(c, load);
  let sum = last / (1 - load / c);
  for (let n = c, weight = last; n > 0; n--) {
    weight = weight > 1e-290 ? (weight * n) / load : poissonProbability(n - 1, load);
    sum += weight;
    if (n < load && weight < sum * 1e-18) break;
  }
  return sum;
}

/** Probability that an arrival waits in an M/M/c queue offered `load` = λ/μ < c erlangs. */
export function erlangC(load: number, c: number): number {
  const blocking = erlangB(load, c);
  return blocking / (1 - (load / c) * (1 - blocking));
}

/** Probability that an arrival is lost by c servers with no queue, offered `load` = λ/μ erlangs. */
export function erlangB(load: number, c: number): number {
  let inverse = 1; // 1/B(load, k); the recurrence stays finite where loadᶜ/c! overflows
  for (let k = 1; k <= c; k++) inverse = 1 + (inverse * k) / load;
  return 1 / inverse;
}
