import assert from "node:assert/strict";
import { test } from "vitest";
import { gm1, gmc, type Intervals } from "../../src/queueing/gmc.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { numericLaw } from "../../src/queueing/numeric-law.ts";
import { balancedHyperexponentialLaw, erlangLaw, exponentialLaw, type TimeLaw } from "../../src/queueing/time-law.ts";
import { normalCdf } from "../../src/special/normal.ts";
import { agrees, close } from "./cases.ts";

const intervals = (law: TimeLaw): Intervals => ({ mean: law.mean, transform: (s) => law.transform(s, 0)[0] });
const constant = (value: number): Intervals => ({ mean: value, transform: (s) => Math.exp(-s * value) });

test("gm1 agrees with the exact cases in every figure", () => {
  const uniform = { mean: 1.25, transform: (s: number) => -Math.expm1(-2.5 * s) / (2.5 * s) };
  const lognormal = numericLaw({ mean: 1.25, second: 3.125, third: 15.625 }, (t) =>
    t === 0 ? 1 : normalCdf(-(Math.log(t / 1.25) + Math.LN2 / 2) / Math.sqrt(Math.LN2)),
  );
  const cases: [string, Intervals][] = [
    ["GIM1-E4-r80", intervals(erlangLaw(4, 1.25))],
    ["GIM1-H2_4-r80", intervals(balancedHyperexponentialLaw(1.25, 4))],
    ["GIM1-U-r80", uniform],
    ["GIM1-LN_1-r80", intervals(lognormal)],
  ];
  for (const [id, interval] of cases) {
    const queue = gm1(interval, 1);
    agrees(
      id,
      {
        sigma: queue.delayProbability,
        P_wait: queue.waitingTail(0),
        U: queue.utilization,
        W: queue.sojournTime,
        Wq: queue.waitingTime,
        L: queue.numberInSystem,
        W_p50: queue.sojournQuantile(0.5),
        W_p90: queue.sojournQuantile(0.9),
        W_p99: queue.sojournQuantile(0.99),
        Wq_p90: queue.waitingQuantile(0.9),
        Wq_p99: queue.waitingQuantile(0.99),
      },
      1e-9,
    );
    close(queue.sojournVariance, queue.sojournTime ** 2, 1e-12); // the sojourn is exponential
    close(queue.numberInQueue, queue.waitingTime / 1.25, 1e-12); // Little's law
  }
});

test("strict round-robin over two consumers gives each an E₂/M/1 queue", () => {
  const queue = gm1(intervals(erlangLaw(2, 1.25)), 1);
  agrees("RR-SPLIT-2", { sigma: queue.delayProbability, W: queue.sojournTime, W_p99: queue.sojournQuantile(0.99) });
});

test("the number in a G/M/1 system has the mean and variance its probabilities say", () => {
  const queue = gm1(intervals(erlangLaw(4, 1.25)), 1);
  let [sum, mean, square] = [0, 0, 0];
  for (let n = 0; n < 200; n++) {
    const p = queue.probability(n);
    sum += p;
    mean += n * p;
    square += n * n * p;
  }
  close(sum, 1, 1e-13);
  close(mean, queue.numberInSystem, 1e-12);
  close(square - mean ** 2, queue.numberVariance, 1e-12);
  assert.equal(queue.probability(-1), 0);
});

test("gmc agrees with the embedded chain of D/M/c, solved by brute force in Python", () => {
  // number found by arrivals; the transition over one interval by uniformization of the death process
  const two = gmc(constant(1 / 1.5), 1, 2);
  close(two.delayProbability, 0.43288884439014563, 1e-11);
  close(two.waitingTime, 0.47633541320558953, 1e-11);
  const five = gmc(constant(1 / 4.2), 1, 5);
  close(five.waitingTail(0), 0.4595420981095192, 1e-11);
  close(five.waitingTime, 0.3043839917924055, 1e-11);
  close(gmc(constant(1), 1, 2).waitingTime, 0.06491422246381846, 1e-11);
});

test("gmc is M/M/c for Poisson arrivals and G/M/1 for one server, also where its formula is 0/0", () => {
  for (const [lambda, c] of [
    [1.6, 2],
    [9, 10],
    [1, 2],
    [180, 200],
  ]) {
    const [general, markov] = [gmc(intervals(exponentialLaw(1 / lambda)), 1, c), mmc(lambda, 1, c)];
    for (const figure of ["utilization", "numberInQueue", "numberInSystem", "waitingTime", "sojournTime"] as const) {
      close(general[figure], markov[figure], 1e-11);
    }
    close(general.waitingVariance, markov.waitingVariance, 1e-11);
    close(general.sojournVariance, markov.sojournVariance, 1e-11);
    close(general.sojournTail(2), markov.sojournTail(2), 1e-11);
    close(general.waitingQuantile(0.95), markov.waitingQuantile(0.95), 1e-10);
  }
  const one = intervals(erlangLaw(4, 1.25));
  close(gmc(one, 1, 1).delayProbability, gm1(one, 1).delayProbability, 1e-14);
});

test("10,000 servers at ρ = 0.9999 stay finite", () => {
  const queue = gmc(intervals(exponentialLaw(1 / 9999)), 1, 10_000);
  close(queue.delayProbability, mmc(9999, 1, 10_000).waitingTail(0), 1e-9);
  close(queue.waitingTime, mmc(9999, 1, 10_000).waitingTime, 1e-8);
});

test("constant arrivals just below saturation keep their digits", () => {
  // x = 1 − σ solves x/ρ = −ln(1 − x), so x = 2δ − (8/3)δ² + …, δ = 1/ρ − 1
  const delta = 1 / 0.9999 - 1;
  const queue = gm1(constant(1 / 0.9999), 1);
  close(1 / queue.sojournTime, 2 * delta - (8 / 3) * delta ** 2, 1e-7);
});

test("gm1 and gmc refuse an overload", () => {
  assert.throws(() => gm1(constant(0.5), 1), {
    message: "No steady state: ρ = λ/(cμ) = 2/(1 × 1) = 2.00, but it must be below 1. 3 servers would be enough.",
  });
  assert.throws(() => gmc(constant(0.5), 1, 2), { name: "UnstableQueueError" });
  assert.throws(() => gm1(constant(0), 1), {
    message: "The mean interval between arrivals must be a number above 0, not 0.",
  });
});

test("constant arrivals so rare that nobody waits leave the service time alone", () => {
  for (const queue of [gm1(constant(100), 1), gmc(constant(100), 1, 1), gmc(constant(100), 1, 3)]) {
    assert.ok(queue.delayProbability < 1e-40);
    assert.ok(queue.waitingTime < 1e-40 && queue.numberInQueue < 1e-40);
    close(queue.sojournTime, 1, 1e-15);
    close(queue.numberInSystem, 0.01, 1e-15);
    close(queue.sojournTail(2), Math.exp(-2), 1e-15);
  }
});

test("spare servers close to a whole number cost no digits", () => {
  for (const spare of [1e-7, 1e-6, 1.1e-5, 1.3e-5, 3e-5].map((over) => 200 + over)) {
    const lambda = 10000 - spare;
    const poisson = { mean: 1 / lambda, transform: (s: number) => lambda / (lambda + s) };
    close(gmc(poisson, 1, 10000).delayProbability, mmc(lambda, 1, 10000).waitingTail(0), 1e-10);
  }
});
