import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1, mg1Law } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { numericLaw } from "../../src/queueing/numeric-law.ts";
import {
  balancedHyperexponentialLaw,
  constantLaw,
  erlangLaw,
  exponentialLaw,
  type TimeLaw,
} from "../../src/queueing/time-law.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { agrees, close } from "./cases.ts";

const lognormal = numericLaw({ mean: 1, second: 2, third: 8 }, (t) =>
  t === 0 ? 1 : normalCdf(-(Math.log(t) + Math.LN2 / 2) / Math.sqrt(Math.LN2)),
);
const pareto = numericLaw({ mean: 1, second: 1.1904761904761905, third: 2.5510204081632657 }, (t) =>
  t < 2.5 / 3.5 ? 1 : (2.5 / 3.5 / t) ** 3.5,
);

test("mg1 and mg1Law agree with the exact cases in every figure", () => {
  const cases: [string, number, TimeLaw][] = [
    ["MG1-E2-r80", 0.8, erlangLaw(2, 1)],
    ["MG1-E4-r80", 0.8, erlangLaw(4, 1)],
    ["MG1-H2_10-r80", 0.8, balancedHyperexponentialLaw(1, 10)],
    ["MG1-H2_4-r90", 0.9, balancedHyperexponentialLaw(1, 4)],
    ["MG1-D-r50", 0.5, constantLaw(1)],
    ["MG1-LN_1-r80", 0.8, lognormal],
    ["MG1-PAR_3.5-r80", 0.8, pareto],
  ];
  for (const [id, lambda, service] of cases) {
    const queue = mg1Law(lambda, service);
    agrees(id, {
      U: queue.utilization,
      L: queue.numberInSystem,
      Lq: queue.numberInQueue,
      W: queue.sojournTime,
      Wq: queue.waitingTime,
      Var_W: queue.sojournVariance,
      Var_Wq: queue.waitingVariance,
      P_wait: queue.waitingTail(0),
      Wq_p90: queue.waitingQuantile(0.9),
      Wq_p99: queue.waitingQuantile(0.99),
      W_p90: queue.sojournQuantile(0.9),
      W_p99: queue.sojournQuantile(0.99),
    });
  }
});

test("mg1 reproduces the waits of 10 ms of work at load 0.8 that are quoted for four laws of service", () => {
  for (const [law, wait] of [
    [constantLaw(0.01), 0.02],
    [erlangLaw(4, 0.01), 0.025],
    [exponentialLaw(0.01), 0.04],
    [balancedHyperexponentialLaw(0.01, 4), 0.1],
  ] as const) {
    close(mg1(80, law).waitingTime, wait, 1e-12);
  }
});

test("with exponential service M/G/1 is M/M/1, laws included, up to ρ = 0.9999", () => {
  for (const rho of [0.3, 0.99, 0.9999]) {
    const [general, markov] = [mg1Law(rho, exponentialLaw(1)), mmc(rho, 1, 1)];
    close(general.numberVariance, markov.numberVariance, 1e-11);
    for (const t of [0.01, 1, 20, 1000, 20_000]) {
      assert.ok(Math.abs(general.waitingTail(t) - markov.waitingTail(t)) < 2e-10);
      assert.ok(Math.abs(general.sojournTail(t) - markov.sojournTail(t)) < 2e-10);
    }
    for (const n of [0, 1, 7, 100]) assert.ok(Math.abs(general.probability(n) - markov.probability(n)) < 2e-11);
    close(general.waitingQuantile(0.99), markov.waitingQuantile(0.99), 1e-7);
  }
});

test("the number in an M/G/1 system has the mean and variance its probabilities say", () => {
  const queue = mg1Law(0.6, erlangLaw(3, 1));
  let [sum, mean, square] = [0, 0, 0];
  for (let n = 0; n < 60; n++) {
    const p = queue.probability(n);
    sum += p;
    mean += n * p;
    square += n * n * p;
  }
  close(sum, 1, 1e-9);
  close(mean, queue.numberInSystem, 1e-8);
  close(square - mean ** 2, queue.numberVariance, 1e-7);
});

test("a tail is a probability everywhere, also where it is far below what inversion resolves", () => {
  const queue = mg1Law(0.5, erlangLaw(4, 1));
  for (let t = -1; t < 400; t += 0.37) {
    for (const p of [queue.waitingTail(t), queue.sojournTail(t)]) assert.ok(p >= 0 && p <= 1);
  }
  assert.equal(queue.sojournTail(0), 1);
  assert.equal(queue.waitingTail(-1), 1);
});

test("without a second moment of service there is no mean wait, but there are tails and quantiles", () => {
  // bounds by Panjer's recursion for the geometric sum of residual services rounded up and down, in Python
  const queue = mg1Law(
    1 / 6,
    numericLaw({ mean: 3, second: Infinity, third: Infinity }, (t) => (t < 1 ? 1 : t ** -1.5)),
  );
  for (const [t, low, high] of [
    [0.5, 0.4560758, 0.4565669],
    [10, 0.1911885, 0.1912814],
  ]) {
    assert.ok(queue.waitingTail(t) > low && queue.waitingTail(t) < high);
    close(queue.waitingQuantile(1 - queue.waitingTail(t)), t, 1e-7);
  }
  assert.ok(queue.sojournQuantile(0.99) > queue.waitingQuantile(0.99));
});

test("a service time without a third moment has waits without a variance, and without a second, without a mean", () => {
  const heavy = mg1(0.5, { mean: 1, second: 3, third: Infinity });
  close(heavy.waitingTime, 1.5, 1e-14);
  assert.equal(heavy.waitingVariance, Infinity);
  assert.equal(heavy.sojournVariance, Infinity);
  const heavier = mg1(0.5, { mean: 1, second: Infinity, third: Infinity });
  assert.equal(heavier.waitingTime, Infinity);
  assert.equal(heavier.sojournVariance, Infinity);
  assert.equal(heavier.numberVariance, Infinity);
});

test("mg1 names the load and two remedies when the queue cannot keep up", () => {
  assert.throws(() => mg1(2, exponentialLaw(0.6)), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = λE[S] = 2 × 0.6 = 1.20, but it must be below 1. " +
      "Fewer than 1.66667 arrivals/s, or a mean service time below 0.5 s, would be stable.",
  });
});
