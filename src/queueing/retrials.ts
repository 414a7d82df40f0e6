import { logGamma } from "../special/log-gamma.ts";
import { mustBePositive } from "./domain.ts";
import {
  type NumberLaw,
  type SteadyState,
  short,
  singleServerUtilization,
  UnstableQueueError,
} from "./steady-state.ts";
import { exponentialLaw, type Moments } from "./time-law.ts";

/**
 * M/G/1 without a queue: a message that finds the server busy goes away and tries again after an exponential time, each
 * for itself, until it gets through. `numberInQueue` counts those away, `waitingTime` is spent away.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service raw moments of the service time
 * @param retryRate attempts of each message away ν [1/s], > 0
 * @throws UnstableQueueError when λE[S] ≥ 1
 * @see Falin & Templeton (1997), Retrial Queues, §1.3
 */
export function retrials(lambda: number, service: Moments, retryRate: number): SteadyState {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("mean service time", service.mean);
  mustBePositive("retry rate ν", retryRate);
  const rho = singleServerUtilization(lambda, service.mean);
  const away = ((lambda ** 2 * service.second) / 2 + (lambda * rho) / retryRate) / (1 - rho);
  return state(lambda, rho, away);
}

/**
 * `retrials` with exponential service, and the law of the number in the system, those away included: with the server
 * idle as well as busy, the number away is negative binomial.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate μ [1/s], > 0
 * @param retryRate attempts of each message away ν [1/s], > 0
 * @throws UnstableQueueError when λ ≥ μ
 * @see Falin & Templeton (1997), Retrial Queues, §1.3
 */
export function exponentialRetrials(lambda: number, mu: number, retryRate: number): SteadyState & NumberLaw {
  mustBePositive("service rate μ", mu);
  const averages = retrials(lambda, exponentialLaw(1 / mu), retryRate);
  const rho = averages.utilization;
  const order = lambda / retryRate;
  return {
    ...averages,
    probability: (n) =>
      Number.isInteger(n) && n >= 0
        ? (1 - rho) * negativeBinomial(n, order, rho) + rho * negativeBinomial(n - 1, order + 1, rho)
        : 0,
    numberVariance: (rho * (1 + order)) / (1 - rho) ** 2,
  };
}

/**
 * M/M/1 without a queue, where those away share one clock: whenever anyone is away, one of them tries at rate γ, however
 * many they are. `numberInQueue` counts those away, `waitingTime` is spent away.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate μ [1/s], > 0
 * @param retryRate attempts of all together γ [1/s], > 0
 * @throws UnstableQueueError when λ(λ + γ) ≥ γμ
 */
export function constantRetrials(lambda: number, mu: number, retryRate: number): SteadyState {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBePositive("retry rate γ", retryRate);
  // idle with j away: q(1) = q(0)λ²/(μγ), then geometric; busy with j away: λq(j)/μ plus γq(j)/μ for j ≥ 1
  const ratio = (lambda * (lambda + retryRate)) / (retryRate * mu);
  if (ratio >= 1) {
    const needed =
      lambda < mu ? `A retry rate above ${short(lambda ** 2 / (mu - lambda))}/s would do.` : "Serve faster.";
    const terms = `λ(λ + γ)/(γμ) = ${short(lambda)} × ${short(lambda + retryRate)}/${short(retryRate * mu)}`;
    throw new UnstableQueueError(terms, ratio, needed);
  }
  const one = lambda ** 2 / (mu * retryRate);
  const [count, sum] = [1 / (1 - ratio), 1 / (1 - ratio) ** 2]; // Σ ratioʲ⁻¹ and Σ j·ratioʲ⁻¹
  const busy = (lambda + retryRate) / mu;
  const total = 1 + lambda / mu + one * count * (1 + busy);
  return state(lambda, lambda / mu, (one * sum * (1 + busy)) / total);
}

/** Γ(order + n)/(Γ(order) n!) (1 − ρ)ᵒʳᵈᵉʳ ρⁿ. */
function negativeBinomial(n: number, order: number, rho: number): number {
  if (n < 0) return 0;
  const choices = logGamma(order + n) - logGamma(order) - logGamma(n + 1);
  return Math.exp(choices + order * Math.log1p(-rho) + n * Math.log(rho));
}

function state(lambda: number, rho: number, away: number): SteadyState {
  const waitingTime = away / lambda;
  return {
    utilization: rho,
    numberInSystem: away + rho,
    numberInQueue: away,
    waitingTime,
    sojournTime: waitingTime + rho / lambda,
  };
}
