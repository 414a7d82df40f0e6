import assert from "node:assert/strict";
import { test } from "vitest";
import { disasters } from "../../src/queueing/disasters.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { agrees, close } from "./cases.ts";

test("disasters agrees with the exact case", () => {
  const queue = disasters(0.9, 1, 0.02);
  agrees("MM1-DISASTER", { L: queue.numberInSystem, X: queue.throughput, frac_lost: queue.lossProbability });
});

test("every message, served or wiped out, stays equally long on average", () => {
  const queue = disasters(0.9, 1, 0.02);
  close(queue.sojournTime, queue.numberInSystem / 0.9, 1e-13); // given service or given loss, T is exponential
  close(queue.utilization, queue.throughput, 1e-14);
  close(queue.numberInQueue, queue.numberInSystem - queue.utilization, 1e-13);
  close(queue.waitingTime, queue.sojournTime - 1 / 1.02, 1e-13); // services that survive are Exp(μ + δ)
  let [sum, square] = [0, 0];
  for (let n = 0; n < 400; n++) {
    sum += queue.probability(n);
    square += n * n * queue.probability(n);
  }
  close(sum, 1, 1e-13);
  close(square - queue.numberInSystem ** 2, queue.numberVariance, 1e-12);
});

test("rare disasters leave M/M/1, and an overload is held down by them", () => {
  close(disasters(0.9, 1, 1e-12).numberInSystem, mmc(0.9, 1, 1).numberInSystem, 1e-9);
  // λ = 2, μ = 1, δ small: grows by 1 per second for Exp(δ): L ≈ 1/δ
  close(disasters(2, 1, 1e-6).numberInSystem, 1e6, 1e-5);
  assert.throws(() => disasters(1, 1, 0), { message: "The rate of disasters δ must be a number above 0, not 0." });
});

test("overloads of fifty and more keep their digits: what comes and is not served is what disasters wipe out", () => {
  for (const [lambda, mu, rate] of [
    [50, 1, 1e-6],
    [1e6, 1, 1e-3],
    [0.5, 1e-6, 1e-9],
    [5e-4, 1e-6, 1e-10],
  ]) {
    const queue = disasters(lambda, mu, rate);
    close(rate * queue.numberInSystem, lambda - mu * queue.utilization, 1e-13);
    // p(0) solves μp² + (λ + δ − μ)p = δ
    const idle = queue.probability(0);
    close(mu * idle ** 2 + (lambda + rate - mu) * idle, rate, 1e-13);
  }
});
