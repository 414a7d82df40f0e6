import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1 } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { constantRetrials, exponentialRetrials, retrials } from "../../src/queueing/retrials.ts";
import { constantLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

test("one shared clock agrees with the exact case", () => {
  const queue = constantRetrials(0.7, 1, 3);
  agrees("RETRIAL-CONST", { L_orbit: queue.numberInQueue, U: queue.utilization, W_total: queue.sojournTime }, 1e-12);
  close(queue.numberInSystem, 0.7 * queue.sojournTime, 1e-13);
  close(queue.waitingTime, queue.sojournTime - 1, 1e-13);
});

test("a clock for each agrees with the Markov chain, by recursion in Python", () => {
  const queue = retrials(0.6, exponentialLaw(1), 0.5);
  close(queue.numberInQueue, 2.7, 1e-13);
  close(queue.utilization, 0.6, 1e-15);
  close(queue.sojournTime, 2.7 / 0.6 + 1, 1e-13);
  close(queue.numberInSystem, 3.3, 1e-13);
  close(queue.waitingTime, 4.5, 1e-13);
});

test("retrying at once is waiting in a queue", () => {
  close(retrials(0.8, constantLaw(1), 1e12).waitingTime, mg1(0.8, constantLaw(1)).waitingTime, 1e-10);
  close(constantRetrials(0.8, 1, 1e12).sojournTime, mmc(0.8, 1, 1).sojournTime, 1e-10);
});

test("a shared clock that ticks too slowly is unstable, and the remedy is a faster one", () => {
  assert.throws(() => constantRetrials(0.7, 1, 1), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = λ(λ + γ)/(γμ) = 0.7 × 1.7/1 = 1.19, but it must be below 1. " +
      "A retry rate above 1.63333/s would do.",
  });
  assert.throws(() => retrials(1, exponentialLaw(1), 1), { name: "UnstableQueueError" });
});

test("with exponential service the number has the law that its balance equations ask for", () => {
  // λ = 0.6, μ = 1, ν = 0.5: q(n) idle and r(n) busy with n away, λq(n) + nνq(n) = μr(n), (n + 1)νq(n + 1) = λr(n)
  const queue = exponentialRetrials(0.6, 1, 0.5);
  const [idle, busy] = [[1], [0.6]];
  for (let n = 1; n < 200; n++) {
    idle.push((0.6 * busy[n - 1]) / (0.5 * n));
    busy.push((0.6 + 0.5 * n) * idle[n]);
  }
  const total = [...idle, ...busy].reduce((sum, weight) => sum + weight, 0);
  let [mean, square] = [0, 0];
  for (let n = 0; n < 200; n++) {
    const exact = (idle[n] + (busy[n - 1] ?? 0)) / total;
    assert.ok(Math.abs(queue.probability(n) - exact) < 1e-14);
    mean += n * exact;
    square += n * n * exact;
  }
  close(queue.numberInSystem, mean, 1e-12);
  close(queue.numberVariance, square - mean ** 2, 1e-11);
  assert.equal(queue.probability(-1), 0);
  assert.equal(queue.probability(0.5), 0);
});

test("exponentialRetrials that try at once have the geometric number of M/M/1, up to ρ = 0.9999", () => {
  for (const rho of [0.5, 0.9999]) {
    const [queue, plain] = [exponentialRetrials(rho, 1, 1e12), mmc(rho, 1, 1)];
    for (const n of [0, 1, 5, 100]) close(queue.probability(n), plain.probability(n), 1e-8);
    close(queue.numberVariance, plain.numberVariance, 1e-8);
  }
});

test("the refusal of a shared clock names the rates it is about, whatever the service rate", () => {
  assert.throws(() => constantRetrials(1.4, 2, 2), {
    message:
      "No steady state: ρ = λ(λ + γ)/(γμ) = 1.4 × 3.4/4 = 1.19, but it must be below 1. " +
      "A retry rate above 3.26667/s would do.",
  });
  assert.throws(() => retrials(0.6, exponentialLaw(2), 1), { message: /λE\[S\] = 0\.6 × 2 = 1\.20/ });
});
