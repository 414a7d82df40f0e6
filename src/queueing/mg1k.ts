import { scaled } from "./complex.ts";
import { mustBePositive, mustBeWhole } from "./domain.ts";
import { coefficients } from "./fourier.ts";
import { sum } from "./matrix.ts";
import type { Losses, NumberLaw, SteadyState } from "./steady-state.ts";
import { residualOf, type TimeLaw } from "./time-law.ts";

/**
 * M/G/1/K: one server of any law of service; an arrival that finds K messages in the system is turned away. Any load is
 * stable. Times are those of the accepted messages. Losses below 10⁻⁶ keep about four digits, others ten.
 *
 * @param lambda rate of offered arrivals λ [1/s], > 0
 * @param service law of the service time
 * @param capacity K, the most messages in the system, the one in service included; an integer ≥ 1
 * @see Gross & Harris (1985), Fundamentals of Queueing Theory, §5.1.7
 */
export function mg1k(lambda: number, service: TimeLaw, capacity: number): SteadyState & Losses & NumberLaw {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", service.mean);
  mustBeWhole("capacity K, which includes the message in service", capacity, 1);
  const rho = lambda * service.mean;
  const chain = departures(lambda, service);
  const left = normalized(chain.upTo(capacity));
  const accepted = 1 / (left[0] + rho); // per offered arrival
  const lossProbability = rho < 1 && accepted > 1 - 1e-6 ? rareLoss(chain, rho, capacity) : 1 - accepted;
  const probabilities = [...left.map((share) => share * accepted), lossProbability];
  const expectation = (f: (n: number) => number) => probabilities.reduce((sum, p, n) => sum + p * f(n), 0);
  const numberInSystem = expectation((n) => n);
  const utilization = rho * accepted;
  const sojournTime = numberInSystem / (lambda * accepted);
  return {
    utilization,
    numberInSystem,
    numberInQueue: Math.max(0, numberInSystem - utilization),
    sojournTime,
    waitingTime: Math.max(0, sojournTime - service.mean),
    throughput: lambda * accepted,
    lossProbability,
    probability: (n) => probabilities[n] ?? 0,
    numberVariance: expectation((n) => (n - numberInSystem) ** 2),
  };
}

/** Weights of leaving n behind in M/G/1, n = 0, 1, …: flow up across a level balances flow down, in positive terms. */
interface Departures {
  upTo(levels: number): Float64Array;
}

const NEGLIGIBLE = 1e-18;

function departures(lambda: number, service: TimeLaw): Departures {
  const none = service.transform(lambda, 0)[0]; // P(no arrival during a service)
  return {
    upTo: (levels) => {
      const atLeast = arrivalTails(lambda, service, levels);
      const weight = new Float64Array(levels);
      weight[0] = 1;
      for (let n = 1; n < levels; n++) {
        let up = weight[0] * (atLeast[n - 1] ?? 0);
        for (let i = Math.max(1, n - atLeast.length + 1); i < n; i++) up += weight[i] * atLeast[n - i];
        weight[n] = up / none;
        if (weight[n] > 1e250) for (let i = 0; i <= n; i++) weight[i] *= 1e-250;
      }
      return weight;
    },
  };
}

/** P(at least k arrivals during a service), k = 1, 2, … as far as it matters: the residual transform generates these tails. */
function arrivalTails(lambda: number, service: TimeLaw, levels: number): Float64Array {
  const residual = residualOf(service);
  for (let n = 64; ; n *= 4) {
    const wanted = Math.min(n, levels);
    const beyond = coefficients(
      (x, y) => scaled(lambda * service.mean, residual(lambda * (1 - x), -lambda * y)),
      wanted,
    );
    if (wanted === levels || beyond[wanted - 1] < 1e-13) return beyond;
  }
}

function normalized(weight: Float64Array): number[] {
  const total = sum(weight);
  return Array.from(weight, (value) => value / total);
}

/** Loss too small for a difference: (1 − ρ)Q/(1 − ρQ), where Q = P(N ≥ K) without a limit. */
function rareLoss(chain: Departures, rho: number, capacity: number): number {
  for (let levels = 2 * capacity + 64; ; levels *= 2) {
    const weight = chain.upTo(levels);
    const beyond = sum(weight.subarray(capacity));
    if (weight[levels - 1] > NEGLIGIBLE * beyond) continue;
    const q = beyond / sum(weight);
    return ((1 - rho) * q) / (1 - rho * q);
  }
}
