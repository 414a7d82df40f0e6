import { mustBePositive, mustBeWhole, mustNotBeNegative } from "./domain.ts";
import { mmc } from "./mmc.ts";
import { type SteadyState, utilizationOf } from "./steady-state.ts";

/** A GI/G/c queue by its first two moments. */
export interface TwoMoments {
  /** Arrival rate λ [1/s], > 0. */
  lambda: number;
  /** Squared coefficient of variation of the intervals between arrivals, ≥ 0. */
  arrivalVariation: number;
  /** Service rate of one server μ [1/s], > 0. */
  mu: number;
  /** Squared coefficient of variation of the service times, ≥ 0. */
  serviceVariation: number;
  /** Number of servers c, an integer ≥ 1. */
  c: number;
}

/** Averages that are approximations, or bounds where the function says so. */
export type Approximation = SteadyState & { exact: false };

/**
 * Approximation: M/M/c scaled by the mean of the two variations, (c_a² + c_s²)/2. Exact for M/M/c and M/G/1; of the order
 * of 10 % elsewhere, worse for light loads.
 *
 * @throws UnstableQueueError when λ ≥ cμ
 * @see Allen (1990), Probability, Statistics and Queueing Theory, chapter 5
 */
export function allenCunneen(queue: TwoMoments): Approximation {
  return approximation(queue, variation(queue) * markovianWait(queue));
}

/**
 * Approximation: heavy traffic, ρ/(1 − ρ)·(c_a² + c_s²)/2 service times of c servers together. Right as ρ → 1, too long
 * below.
 *
 * @throws UnstableQueueError when λ ≥ cμ
 * @see Kingman (1961), Mathematical Proceedings of the Cambridge Philosophical Society 57, 902–904
 */
export function kingman(queue: TwoMoments): Approximation {
  const rho = loadOf(queue);
  return approximation(queue, ((rho / (1 - rho)) * variation(queue)) / (queue.c * queue.mu));
}

/**
 * Upper bound for one server (Kingman's inequality): the wait is at most λ(Var A + Var S)/(2(1 − ρ)).
 *
 * @throws UnstableQueueError when λ ≥ μ
 */
export function kingmanBound(queue: Omit<TwoMoments, "c">): Approximation {
  const { lambda, mu } = queue;
  const rho = loadOf({ ...queue, c: 1 });
  const variance = queue.arrivalVariation / lambda ** 2 + queue.serviceVariation / mu ** 2;
  return approximation({ ...queue, c: 1 }, (lambda * variance) / (2 * (1 - rho)));
}

/**
 * Approximation for one server (Krämer & Langenbach-Belz 1976): `allenCunneen` with a correction for arrivals more or
 * less regular than Poisson.
 *
 * @throws UnstableQueueError when λ ≥ μ
 */
export function kraemerLangenbachBelz(queue: Omit<TwoMoments, "c">): Approximation {
  const one = { ...queue, c: 1 };
  const rho = loadOf(one);
  const ca = queue.arrivalVariation;
  const sum = ca + queue.serviceVariation;
  const correction =
    ca < 1
      ? Math.exp((-2 * (1 - rho) * (1 - ca) ** 2) / (3 * rho * sum))
      : Math.exp((-(1 - rho) * (ca - 1)) / (ca + 4 * queue.serviceVariation));
  return approximation(one, correction * variation(queue) * markovianWait(one));
}

/**
 * Approximation for M/D/c: half of M/M/c with a correction for light load. Within about 2 %.
 *
 * @throws UnstableQueueError when λ ≥ cμ
 * @see Cosmetatos (1975), INFOR 13(3), 328–331
 */
export function cosmetatos(lambda: number, mu: number, c: number): Approximation {
  const queue = { lambda, arrivalVariation: 1, mu, serviceVariation: 0, c };
  return approximation(queue, constantServiceWait(loadOf(queue), c) * markovianWait(queue));
}

/** Wait in M/D/c as a multiple of that in M/M/c. */
function constantServiceWait(rho: number, c: number): number {
  return (1 + lightLoad(rho, c)) / 2;
}

function lightLoad(rho: number, c: number): number {
  return ((1 - rho) * (c - 1) * (Math.sqrt(4 + 5 * c) - 2)) / (16 * c * rho);
}

/**
 * Approximation for M/G/c: between M/M/c and M/D/c, harmonically weighted by the variation of service. Exact at both
 * ends if the wait of M/D/c is.
 *
 * @throws UnstableQueueError when λ ≥ cμ
 * @see Kimura (1986), Operations Research 34(5), 757–763
 */
export function kimura(queue: Omit<TwoMoments, "arrivalVariation">): Approximation {
  const full = { ...queue, arrivalVariation: 1 };
  const cs = queue.serviceVariation;
  const markovian = markovianWait(full);
  const constant = constantServiceWait(loadOf(full), queue.c) * markovian;
  return approximation(full, (1 + cs) / ((2 * cs) / markovian + (1 - cs) / constant));
}

/**
 * Approximation for GI/G/c by its wait in M/M/c, its two variations, and interpolations between D/M/c, M/D/c and M/M/c.
 *
 * @throws UnstableQueueError when λ ≥ cμ
 * @see Whitt (1993), Approximations for the GI/G/m queue, Production and Operations Management 2(2), 114–161
 */
export function whitt(queue: TwoMoments): Approximation {
  const rho = loadOf(queue);
  return approximation(queue, whittFactor(queue, rho) * variation(queue) * markovianWait(queue));
}

/** φ(ρ, c_a², c_s², c) of Whitt (1993), (2.24)–(2.25). */
function whittFactor({ arrivalVariation: ca, serviceVariation: cs, c }: TwoMoments, rho: number): number {
  const gamma = Math.min(0.24, ((1 - rho) * (c - 1) * (Math.sqrt(4 + 5 * c) - 2)) / (16 * c * rho));
  const md = 1 + gamma;
  const dm = (1 - 4 * gamma) * Math.exp((-2 * (1 - rho)) / (3 * rho));
  const balanced = (md + dm) / 2; // Whitt caps it at 1, which it never reaches
  const half = (ca + cs) / 2;
  const psi = half >= 1 ? 1 : balanced ** (2 * (1 - half));
  if (ca === cs) return psi;
  if (ca > cs) return ((4 * (ca - cs)) / (4 * ca - 3 * cs)) * md + (cs / (4 * ca - 3 * cs)) * psi;
  return ((cs - ca) / (2 * ca + 2 * cs)) * dm + ((cs + 3 * ca) / (2 * ca + 2 * cs)) * psi;
}

function variation({ arrivalVariation, serviceVariation }: Omit<TwoMoments, "c">): number {
  return (arrivalVariation + serviceVariation) / 2;
}

function markovianWait({ lambda, mu, c }: TwoMoments): number {
  return mmc(lambda, mu, c).waitingTime;
}

function loadOf({ lambda, mu, c, arrivalVariation, serviceVariation }: TwoMoments): number {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustNotBeNegative("squared variation of the intervals", arrivalVariation);
  mustNotBeNegative("squared variation of the service", serviceVariation);
  mustBeWhole("number of servers c", c, 1);
  return utilizationOf(lambda, mu, c);
}

function approximation(queue: TwoMoments, waitingTime: number): Approximation {
  const { lambda, mu } = queue;
  return {
    utilization: loadOf(queue),
    waitingTime,
    sojournTime: waitingTime + 1 / mu,
    numberInQueue: lambda * waitingTime,
    numberInSystem: lambda * (waitingTime + 1 / mu),
    exact: false,
  };
}
