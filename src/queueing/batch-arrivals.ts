import { behindOthers } from "./behind-others.ts";
import { type Complex, minus, ONE, over, plus, scaled, times } from "./complex.ts";
import { mustBePositive, mustBeProbability, mustBeWhole } from "./domain.ts";
import { manyCoefficients } from "./generating-function.ts";
import type { Transform } from "./inversion.ts";
import { mg1 } from "./mg1.ts";
import type { Losses, NumberLaw, SojournLaw, Spread, SteadyState, WaitingLaw } from "./steady-state.ts";
import { type Moments, residualOf, type TimeLaw } from "./time-law.ts";
import { waitThenService } from "./wait-then-service.ts";

/**
 * M^X/G/1: batches arrive as a Poisson process, one server takes messages one by one, first come, first served. A message
 * waits like a batch in M/G/1 whose services are whole batches, and then for those ahead of it in its own.
 *
 * @param batchRate arrival rate of batches [1/s], > 0
 * @param sizes `sizes[i]` is the probability that a batch holds i + 1 messages; they sum to 1
 * @param service law of the service time of one message
 * @throws UnstableQueueError when the batches bring as much work as can be done
 */
export function batchArrivals(
  batchRate: number,
  sizes: number[],
  service: TimeLaw,
): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw & { waitingTimeOfFirst: number } {
  const meanSize = meanSizeOf(sizes);
  const batch = mg1(batchRate, work(sizes, service));
  const ahead = positions(sizes).map((probability) => probability / meanSize);
  const [before, squared] = [1, 2].map((power) => ahead.reduce((sum, p, j) => sum + p * j ** power, 0));
  const variance = service.second - service.mean ** 2;
  const waitingTime = batch.waitingTime + before * service.mean;
  const waitingVariance = batch.waitingVariance + before * variance + (squared - before ** 2) * service.mean ** 2;
  const lambda = batchRate * meanSize;
  const sojournTime = waitingTime + service.mean;
  return {
    utilization: batch.utilization,
    numberInSystem: lambda * sojournTime,
    numberInQueue: lambda * waitingTime,
    waitingTime,
    sojournTime,
    waitingVariance,
    sojournVariance: waitingVariance + variance,
    waitingTimeOfFirst: batch.waitingTime,
    ...numberLaw(batchRate, sizes, service),
    ...waitThenService(wait(service, batch.utilization, ahead), service),
  };
}

/** As in M/G/1, (1 − ρ)(1 − z)K(z)/(K(z) − z), where K generates the number that comes during a service. */
function numberLaw(batchRate: number, sizes: number[], { mean, second, third, transform }: TimeLaw): NumberLaw {
  const [one, two, three] = [1, 2, 3].map((order) => batchRate * factorialMoment(sizes, order));
  const rho = one * mean;
  const pairs = one ** 2 * second + two * mean; // E[A(A − 1)] and E[A(A − 1)(A − 2)] of those arrivals
  const triples = one ** 3 * third + 3 * one * two * second + three * mean;
  const queued = pairs / (2 * (1 - rho));
  const factorial = pairs + 2 * rho * queued + triples / (3 * (1 - rho)) + 2 * queued ** 2;
  const generating: Transform = (re, im) => {
    const z: Complex = [re, im];
    const away = scaled(batchRate, minus(ONE, times(z, polynomial(sizes, z))));
    const during = transform(away[0], away[1]);
    return over(scaled(1 - rho, times(minus(ONE, z), during)), minus(during, z));
  };
  return {
    probability: manyCoefficients(generating),
    numberVariance: factorial + (rho + queued) * (1 - rho - queued),
  };
}

/** Wait of a batch, (1 − ρ)/(1 − ρ residual), times the services of those ahead; without the chance of no wait. */
function wait(service: TimeLaw, rho: number, ahead: number[]) {
  const none = (1 - rho) * ahead[0];
  const rest = residualOf(service);
  const transform: Transform = (re, im) => {
    const one = service.transform(re, im);
    // of a batch, what is left of the message in service and those behind it: (1 − X(z))/(1 − z) = Σ P(X > j)zʲ
    const residual = times(rest(re, im), polynomial(ahead, one));
    const first = over([1 - rho, 0], minus(ONE, scaled(rho, residual)));
    return minus(times(first, polynomial(ahead, one)), [none, 0]);
  };
  return { probability: 1 - none, transform };
}

/** Σ cₖzᵏ. */
function polynomial(c: number[], z: Complex): Complex {
  return c.reduceRight<Complex>((sum, value) => plus([value, 0], times(z, sum)), [0, 0]);
}

/** P(X > j), j = 0, 1, …. */
function positions(sizes: number[]): number[] {
  const beyond = sizes.slice();
  for (let j = sizes.length - 1; j > 0; j--) beyond[j - 1] += beyond[j];
  return beyond;
}

/** Moments of the work in a batch, a random sum of services. */
function work(sizes: number[], { mean, second, third }: Moments): Moments {
  const factorial = (order: number) => factorialMoment(sizes, order);
  return {
    mean: factorial(1) * mean,
    second: factorial(1) * second + factorial(2) * mean ** 2,
    third: factorial(1) * third + 3 * factorial(2) * second * mean + factorial(3) * mean ** 3,
  };
}

/** E[X(X − 1)…] of `order` factors, 1 to 3. */
function factorialMoment(sizes: number[], order: number): number {
  return sizes.reduce((sum, p, i) => sum + p * (i + 1) * (order > 1 ? i : 1) * (order > 2 ? i - 1 : 1), 0);
}

function meanSizeOf(sizes: number[]): number {
  for (const probability of sizes) mustBeProbability("probability of a batch size", probability);
  const total = sizes.reduce((sum, probability) => sum + probability, 0);
  if (Math.abs(total - 1) > 1e-9) throw new RangeError(`The probabilities of the batch sizes sum to ${total}, not 1.`);
  return sizes.reduce((sum, probability, i) => sum + probability * (i + 1), 0);
}

/**
 * M^X/M/1/K: as many messages of a batch as fit are taken, the rest is lost. Any load is stable. Times are those of the
 * accepted messages.
 *
 * @param batchRate arrival rate of batches [1/s], > 0
 * @param sizes `sizes[i]` is the probability that a batch holds i + 1 messages; they sum to 1
 * @param mu service rate μ [1/s], > 0
 * @param capacity K, the most messages in the system, the one in service included; an integer ≥ 1
 */
export function batchArrivalsLimited(
  batchRate: number,
  sizes: number[],
  mu: number,
  capacity: number,
): SteadyState & Losses & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBePositive("arrival rate of batches", batchRate);
  mustBePositive("service rate μ", mu);
  mustBeWhole("capacity K, which includes the message in service", capacity, 1);
  const offered = batchRate * meanSizeOf(sizes);
  const beyond = positions(sizes);
  const p = levels(batchRate / mu, beyond, capacity);
  const expectation = (f: (n: number) => number) => p.reduce((sum, value, n) => sum + value * f(n), 0);
  const utilization = 1 - p[0];
  const numberInSystem = expectation((n) => n);
  // the j-th of a batch that finds n is taken if n + j < K, and waits for n + j completions
  const found = new Float64Array(capacity);
  for (let n = 0; n < capacity; n++) {
    for (let j = 0; j < beyond.length && n + j < capacity; j++) found[n + j] += p[n] * beyond[j];
  }
  const accepted = found.reduce((sum, value) => sum + value, 0);
  return {
    utilization,
    numberInSystem,
    numberInQueue: expectation((n) => Math.max(0, n - 1)),
    throughput: mu * utilization,
    lossProbability: Math.max(0, 1 - (batchRate * accepted) / offered),
    probability: (n) => p[n] ?? 0,
    numberVariance: expectation((n) => (n - numberInSystem) ** 2),
    ...behindOthers(
      found.map((value) => value / accepted),
      mu,
      1,
    ),
  };
}

/** Flow up across each level balances flow down: p(n + 1) = (batchRate/μ) Σ p(i) P(X > n − i). */
function levels(load: number, beyond: number[], capacity: number): number[] {
  const weight = [1];
  for (let n = 0; n < capacity; n++) {
    let up = 0;
    for (let i = Math.max(0, n - beyond.length + 1); i <= n; i++) up += weight[i] * beyond[n - i];
    weight.push(load * up);
    if (weight[n + 1] > 1e250) for (let i = 0; i <= n + 1; i++) weight[i] *= 1e-250;
  }
  const total = weight.reduce((sum, value) => sum + value, 0);
  return weight.map((value) => value / total);
}
