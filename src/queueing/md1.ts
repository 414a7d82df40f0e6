import { gammaP } from "../special/incomplete-gamma.ts";

/**
 * Laws of M/D/1: where inversion would stumble over the kinks at multiples of D, sums of positive terms exist.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param service service time D [s], > 0, with λD < 1
 */
export function md1Law(
  lambda: number,
  service: number,
): { waitingTail: (t: number) => number; probability: (n: number) => number } {
  const rho = lambda * service;
  const levels = levelsOf(rho);
  return {
    probability: (n) => (Number.isInteger(n) && n >= 0 ? levels.mass(n) : 0),
    /**
     * An arrival t before the k-th next completion-to-be of a full queue starts by then exactly if those waiting a
     * service time D·k − t earlier, plus the arrivals since, are fewer than k (Franx 2001, for M/D/c).
     */
    waitingTail: (t) => {
      if (t < 0) return 1;
      const k = Math.floor(t / service) + 1;
      const mean = lambda * (k * service - t);
      let tail = gammaP(k, mean); // k arrivals or more
      for (let j = 0, arrivals = Math.exp(-mean); j < k && arrivals > tail * 1e-18; arrivals *= mean / ++j) {
        tail += arrivals * levels.beyond(k - j);
      }
      return Math.min(1, tail);
    },
  };
}

/**
 * P(N = n) and P(N > n), found one after the other by balancing the flow up and down between n − 1 and n, until they
 * fall by a factor that has stopped changing. Only positive terms are added, so small ones keep their digits.
 */
function levelsOf(rho: number) {
  const atLeast = poissonTails(rho); // P(at least k arrivals during a service)
  const mass = [1 - rho];
  let [factor, before] = [0, 1];
  for (let m = 1; mass[m - 1] > 1e-300 && Math.abs(factor / before - 1) > 1e-15; m++) {
    let up = mass[0] * (atLeast[m] ?? 0);
    for (let i = Math.max(1, m - atLeast.length + 2); i < m; i++) up += mass[i] * atLeast[m - i + 1];
    mass.push(up / (1 - atLeast[1]));
    [factor, before] = [mass[m] / mass[m - 1], factor];
  }
  const last = mass.length - 1;
  const beyond = new Float64Array(last + 1).fill((mass[last] * factor) / (1 - factor));
  for (let n = last; n > 0; n--) beyond[n - 1] = beyond[n] + mass[n];
  const at = (law: ArrayLike<number>) => (n: number) => (n <= last ? law[n] : law[last] * factor ** (n - last));
  return { mass: at(mass), beyond: at(beyond) };
}

/** P(X ≥ k), k = 0, 1, … while it exceeds 10⁻³⁰⁰, for X Poisson. */
function poissonTails(mean: number): number[] {
  const terms: number[] = [];
  for (let k = 0, term = Math.exp(-mean); term > 1e-300; term *= mean / ++k) terms.push(term);
  for (let k = terms.length - 1; k > 0; k--) terms[k - 1] += terms[k];
  return terms;
}
