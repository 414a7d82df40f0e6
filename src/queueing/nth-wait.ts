import { mustBePositive, mustBeWhole } from "./domain.ts";

/**
 * Mean waits of the first `n` messages in an M/M/1 queue that starts empty, any load. By Spitzer's identity: the mean
 * wait of message m + 1 exceeds that of message m by E[(S₁ + … + Sₘ − A₁ − … − Aₘ)⁺]/m.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param mu service rate μ [1/s], > 0
 * @param n how many messages, an integer ≥ 1
 * @returns E[Wq] of messages 1 … n [s]
 * @see Spitzer (1956), Transactions of the American Mathematical Society 82(2), 323–339
 */
export function meanWaitsFromEmpty(lambda: number, mu: number, n: number): number[] {
  mustBePositive("arrival rate λ", lambda);
  mustBePositive("service rate μ", mu);
  mustBeWhole("number of messages", n, 1);
  const waits = [0];
  for (let m = 1; m < n; m++) waits.push(waits[m - 1] + excess(lambda, mu, m) / m);
  return waits;
}

/**
 * E[(B − A)⁺] for Erlang sums B of m services and A of m intervals: in the merged stream of both kinds of events, j < m
 * services have ended when the last interval does, with a negative binomial probability; m − j services remain.
 */
function excess(lambda: number, mu: number, m: number): number {
  const service = mu / (lambda + mu);
  let log = m * Math.log(1 - service);
  let sum = 0;
  for (let j = 0; j < m; j++) {
    sum += (Math.exp(log) * (m - j)) / mu;
    log += Math.log((service * (m + j)) / (j + 1));
  }
  return sum;
}
