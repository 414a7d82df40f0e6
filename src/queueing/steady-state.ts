/** Long-run averages of one queue. Symbols as in Kleinrock: L counts, W times; subscript q excludes service. */
export interface SteadyState {
  /** ρ: the fraction of time a server is busy, 0 … 1. */
  utilization: number;
  /** L: mean number in the system, waiting or in service. */
  numberInSystem: number;
  /** Lq: mean number waiting. */
  numberInQueue: number;
  /** W: mean sojourn time, from arrival to departure [s]. */
  sojournTime: number;
  /** Wq: mean waiting time, from arrival to start of service [s]. */
  waitingTime: number;
}

/** What a queue that cannot take every message adds. Its times are those of the messages that are served. */
export interface Losses {
  /** X: messages served [1/s]. */
  throughput: number;
  /** Share of the messages offered that are never served. */
  lossProbability: number;
}

/** How far times scatter [s²]. */
export interface Spread {
  waitingVariance: number;
  sojournVariance: number;
}

/** The law of the waiting time. */
export interface WaitingLaw {
  /** P(Wq > t), t in s; at t = 0 the probability of having to wait. */
  waitingTail(t: number): number;
  /** The least t [s] with P(Wq ≤ t) ≥ p, 0 ≤ p < 1. */
  waitingQuantile(p: number): number;
}

/** The law of the sojourn time, service included. */
export interface SojournLaw {
  /** P(W > t), t in s. */
  sojournTail(t: number): number;
  /** The least t [s] with P(W ≤ t) ≥ p, 0 ≤ p < 1. */
  sojournQuantile(p: number): number;
}

/** The law of the number in the system at a random time. */
export interface NumberLaw {
  /** P(N = n). */
  probability(n: number): number;
  numberVariance: number;
}

/** Any answer of this folder: averages, and as much of the rest as the model can tell. */
export type Prediction = SteadyState & Partial<Losses & Spread & WaitingLaw & SojournLaw & NumberLaw>;

/** Thrown for a queue whose work arrives at least as fast as it can be done. */
export class UnstableQueueError extends RangeError {
  override name = "UnstableQueueError";

  /** @param ratio how ρ comes about: "λ/(cμ) = 1200/(20 × 50)"; @param remedy a sentence saying what would be stable */
  constructor(ratio: string, rho: number, remedy: string) {
    super(`No steady state: ρ = ${ratio} = ${rho.toPrecision(3)}, but it must be below 1. ${remedy}`);
  }
}

/** ρ = λ/(cμ) of `c` servers.
 * @throws UnstableQueueError when it is not below 1
 */
export function utilizationOf(lambda: number, mu: number, c: number): number {
  const rho = lambda / (c * mu);
  if (rho < 1) return rho;
  const servers = `${Math.floor(lambda / mu) + 1} servers would be enough.`;
  throw new UnstableQueueError(`λ/(cμ) = ${short(lambda)}/(${c} × ${short(mu)})`, rho, servers);
}

/** ρ = λE[S] of one server.
 * @throws UnstableQueueError when it is not below 1
 */
export function singleServerUtilization(lambda: number, service: number): number {
  const rho = lambda * service;
  if (rho < 1) return rho;
  const remedy = `Fewer than ${short(1 / service)} arrivals/s, or a mean service time below ${short(1 / lambda)} s, would be stable.`;
  throw new UnstableQueueError(`λE[S] = ${short(lambda)} × ${short(service)}`, rho, remedy);
}

/** A number as people write it: at most six significant digits. */
export function short(x: number): string {
  return String(Number(x.toPrecision(6)));
}
