import assert from "node:assert/strict";
import { test } from "vitest";
import { lcfs, lcfsLaw, lcfsPreemptive } from "../../src/queueing/lcfs.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("the latest first waits as long as the first first, with larger scatter", () => {
  const [latest, first] = [lcfs(0.7, erlangLaw(3, 1)), mg1(0.7, erlangLaw(3, 1))];
  for (const figure of ["utilization", "numberInSystem", "numberInQueue", "waitingTime", "sojournTime"] as const) {
    assert.equal(latest[figure], first[figure]);
  }
  assert.equal(latest.numberVariance, first.numberVariance);
  // E[Wq²] = λE[S³]/(3(1 − ρ)²) + (λE[S²])²/(2(1 − ρ)³) (Takács 1963), with E[S²] = 4/3, E[S³] = 20/9
  const square = (0.7 * (20 / 9)) / (3 * 0.09) + (0.7 * (4 / 3)) ** 2 / (2 * 0.027);
  close(latest.waitingVariance, square - latest.waitingTime ** 2, 1e-13);
  close(latest.sojournVariance, latest.waitingVariance + 1 / 3, 1e-13);
});

test("the laws of M/M/1, latest first, agree with its absorbing chain, uniformized in Python", () => {
  const queue = lcfsLaw(0.8, exponentialLaw(1));
  close(queue.waitingTail(0), 0.8, 1e-15);
  close(queue.waitingTail(2), 0.27253029357693387, 1e-8);
  close(queue.waitingTail(20), 0.04485239785940892, 1e-7);
  close(queue.waitingQuantile(1 - 0.04485239785940892), 20, 1e-6);
  // the wait of those who wait is a busy period, and the sojourn of the interrupting kind is one too
  const interrupting = lcfsPreemptive(0.8, exponentialLaw(1));
  close(interrupting.sojournTail(2), 0.3406628669711673, 1e-8);
  close(interrupting.sojournQuantile(1 - 0.05606549732426115), 20, 1e-6);
});

test("mean and variance of the wait are those of its tail", () => {
  const queue = lcfsLaw(0.5, erlangLaw(2, 1));
  const wait = tailMoments(queue.waitingTail, 150);
  close(wait.mean, queue.waitingTime, 1e-6);
  close(wait.variance, queue.waitingVariance, 1e-5);
  const sojourn = tailMoments(queue.sojournTail, 150);
  close(sojourn.mean, queue.sojournTime, 1e-6);
  close(sojourn.variance, queue.sojournVariance, 1e-5);
});

test("interrupting, the sojourn is a busy period and the number present geometric", () => {
  const queue = lcfsPreemptive(0.5, constantLaw(1));
  close(queue.sojournTime, 2, 1e-14);
  close(queue.sojournVariance, 0.5 / 0.125, 1e-14); // Borel: ρ/(1 − ρ)³
  assert.equal(queue.waitingTime, 0);
  assert.equal(queue.numberInQueue, 0);
  assert.equal(queue.utilization, 0.5);
  close(queue.numberInSystem, 1, 1e-14);
  close(queue.numberVariance, 2, 1e-14);
  close(queue.probability(3), 1 / 16, 1e-14);
  assert.equal(queue.probability(-1), 0);
  // Borel's law: a busy period of n constant services has probability e^(−nρ)(nρ)^(n − 1)/n!
  close(queue.sojournTail(1.5), 1 - Math.exp(-0.5), 1e-3);
});

test("close to saturation the busy period is still found", () => {
  const queue = lcfsPreemptive(0.9999, exponentialLaw(1));
  // P(busy > t) = (2μ/π) ∫ sin²θ exp(−at)/a dθ over (0, π), a = λ + μ − 2√(λμ) cos θ; midpoint rule in Python
  close(queue.sojournTail(1e5), 0.0017346978904908292, 1e-6);
});

test("latest first refuses an overload", () => {
  assert.throws(() => lcfs(1, constantLaw(1)), { name: "UnstableQueueError" });
  assert.throws(() => lcfsPreemptive(1, constantLaw(1)), { name: "UnstableQueueError" });
});

test("heavy services leave no variance, or no mean, but say so", () => {
  const noThird = lcfs(0.5, { mean: 1, second: 3, third: Infinity });
  assert.equal(noThird.waitingVariance, Infinity);
  assert.equal(noThird.waitingTime, 1.5);
  const noSecond = lcfs(0.5, { mean: 1, second: Infinity, third: Infinity });
  for (const figure of ["waitingTime", "waitingVariance", "sojournVariance"] as const) {
    assert.equal(noSecond[figure], Infinity);
  }
});

test("interrupting, an idle server is found with probability 1 − ρ", () => {
  const queue = lcfsPreemptive(0.4, erlangLaw(2, 2));
  close(queue.probability(0), 0.2, 1e-14);
  close(queue.probability(1), 0.16, 1e-14);
  close(queue.numberVariance, 0.8 / 0.04, 1e-14);
  assert.equal(queue.sojournTail(0), 1);
  assert.equal(queue.sojournTail(-1), 1);
});

test("interrupting, no tail of a sojourn exceeds 1, however short the time", () => {
  for (const service of [erlangLaw(3, 1), constantLaw(1)]) {
    const { sojournTail } = lcfsPreemptive(0.5, service);
    for (let t = 1e-4; t < 3; t *= 1.02) assert.ok(sojournTail(t) <= 1, `${sojournTail(t)} at ${t}`);
  }
});
