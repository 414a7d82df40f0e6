import { mustBePositive, mustBeWhole } from "./domain.ts";
import { integrate } from "./ode.ts";
import { poissonProbability } from "./poisson.ts";

/** An M/M/c queue, from a known start. */
export interface TransientQueue {
  /** Service rate of one server μ [1/s], > 0. */
  mu: number;
  /** Number of servers, an integer ≥ 1. */
  c: number;
  /** Most messages in the system; arrivals beyond are lost. Infinity: no limit. */
  capacity: number;
  /** Messages present at time 0, a whole number ≥ 0. */
  start: number;
}

/** What is known of one moment. */
export interface Moment {
  /** [s] */
  time: number;
  /** E[N(t)] */
  numberInSystem: number;
  /** P(N(t) = n), n = 0, 1, … */
  probabilities: Float64Array;
}

/**
 * The number in an M/M/c/K queue at given times, with constant arrivals, by uniformization: exact to rounding.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param times ascending, ≥ 0 [s]
 */
export function transient(lambda: number, queue: TransientQueue, times: number[]): Moment[] {
  mustBePositive("arrival rate λ", lambda);
  check(queue);
  const last = highest(queue, lambda * Math.max(...times));
  const rate = lambda + queue.mu * Math.min(queue.c, last);
  const step = (law: Float64Array) => {
    const next = law.slice();
    for (let n = 0; n <= last; n++) {
      const up = n < last ? (lambda / rate) * law[n] : 0;
      const down = (queue.mu * Math.min(n, queue.c) * law[n]) / rate;
      next[n] -= up + down;
      if (n < last) next[n + 1] += up;
      if (n > 0) next[n - 1] += down;
    }
    return next;
  };
  let [now, law] = [0, initial(queue.start, last)];
  return times.map((time) => {
    law = mixed(law, step, rate * (time - now));
    now = time;
    return moment(time, law);
  });
}

/** Σ P(k steps) stepᵏ(law) for a Poisson number of steps. */
function mixed(law: Float64Array, step: (law: Float64Array) => Float64Array, mean: number): Float64Array {
  const result = new Float64Array(law.length);
  let [now, covered] = [law, 0];
  for (let k = 0; covered < 1 - 1e-15 && k < mean + 40 * Math.sqrt(mean) + 60; k++) {
    const weight = poissonProbability(k, mean);
    covered += weight;
    for (let n = 0; n < law.length; n++) result[n] += weight * now[n];
    now = step(now);
  }
  return result;
}

/**
 * The number in an M_t/M/c/K queue at given times, with arrivals at a varying rate, by integrating the forward equations;
 * error near 10⁻⁹.
 *
 * @param rate arrival rate at time t [1/s], ≥ 0, piecewise smooth
 * @param highestRate a bound of it, to know how far the queue can grow [1/s]
 * @param times ascending, ≥ 0 [s]
 */
export function timeVarying(
  rate: (t: number) => number,
  highestRate: number,
  queue: TransientQueue,
  times: number[],
): Moment[] {
  mustBePositive("bound of the arrival rate", highestRate);
  check(queue);
  const last = highest(queue, highestRate * Math.max(...times));
  const { mu, c } = queue;
  const flow = (t: number, law: Float64Array, out: Float64Array) => {
    const lambda = rate(t);
    for (let n = 0; n < last; n++) {
      const up = lambda * law[n] - mu * Math.min(n + 1, c) * law[n + 1]; // net flow from n to n + 1
      out[n] -= up;
      out[n + 1] += up;
    }
  };
  return integrate(flow, initial(queue.start, last), times).map((law, i) =>
    moment(
      times[i],
      law.map((p) => Math.max(0, p)),
    ),
  );
}

function check({ mu, c, capacity, start }: TransientQueue): void {
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of servers c", c, 1);
  if (capacity !== Infinity) mustBeWhole("capacity K", capacity, 1);
  mustBeWhole("number present at time 0", start, 0);
  if (start > capacity) throw new RangeError(`${start} messages do not fit into a capacity of ${capacity}.`);
}

/** A number that is exceeded with a probability below 10⁻¹⁵, if `arrivals` are expected. */
function highest({ capacity, start }: TransientQueue, arrivals: number): number {
  return Math.min(capacity, start + Math.ceil(arrivals + 9 * Math.sqrt(arrivals)) + 30);
}

function initial(start: number, last: number): Float64Array {
  const law = new Float64Array(last + 1);
  law[start] = 1;
  return law;
}

function moment(time: number, probabilities: Float64Array): Moment {
  return { time, probabilities, numberInSystem: probabilities.reduce((sum, p, n) => sum + n * p, 0) };
}
