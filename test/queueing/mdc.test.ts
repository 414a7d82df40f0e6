import assert from "node:assert/strict";
import { test } from "vitest";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { poissonProbability } from "../../src/queueing/poisson.ts";
import { gauss } from "../../src/queueing/quadrature.ts";
import { constantLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("mdc agrees with the exact cases of one and ten servers in every figure", () => {
  const ten = mdc(9, 1, 10);
  agrees("MDC-c10-r90", {
    P_wait: ten.waitingTail(0),
    Lq: ten.numberInQueue,
    Wq: ten.waitingTime,
    W: ten.sojournTime,
    Wq_p90: ten.waitingQuantile(0.9),
    Wq_p99: ten.waitingQuantile(0.99),
  });
  const one = mdc(0.5, 1, 1);
  agrees(
    "MG1-D-r50",
    {
      U: one.utilization,
      L: one.numberInSystem,
      Var_Wq: one.waitingVariance,
      Var_W: one.sojournVariance,
      Wq_p90: one.waitingQuantile(0.9),
      Wq_p99: one.waitingQuantile(0.99),
      W_p90: one.sojournQuantile(0.9),
      W_p99: one.sojournQuantile(0.99),
    },
    1e-12,
  );
  agrees("TANDEM-MD-D", { "Wq[1]": mdc(0.8, 1, 1).waitingTime });
});

test("the wait in M/D/1 agrees with Erlang's alternating sum, in exact arithmetic", () => {
  // 1 − (1 − ρ) Σ (−λ(t − kD))ᵏ/k! · exp(λ(t − kD)), k ≤ t/D, with 80 digits in Python's decimal
  const tails = [
    [0.5, 2.5, 0.02864063036308635],
    [0.9, 1, 0.754039688884305],
    [0.9, 10.25, 0.11166203061199637],
    [0.8, 30, 2.1102939031734304e-6],
  ];
  for (const [lambda, t, tail] of tails) assert.ok(Math.abs(mdc(lambda, 1, 1).waitingTail(t) - tail) < 1e-14);
});

test("M/D/1 at ρ = 0.9999 stays stable over tens of thousands of service times", () => {
  const queue = mdc(0.9999, 1, 1);
  close(queue.waitingTime, mg1(0.9999, constantLaw(1)).waitingTime, 1e-12);
  close(queue.waitingVariance, mg1(0.9999, constantLaw(1)).waitingVariance, 1e-9);
  close(queue.numberVariance, mg1(0.9999, constantLaw(1)).numberVariance, 1e-9);
  // far out the tail falls like exp(−θt), where λ(exp(θ) − 1) = θ: θ = 2δ − δ²/3 + … with δ = −ln ρ
  const delta = -Math.log(0.9999);
  const theta = 2 * delta - delta ** 2 / 3;
  close(queue.waitingTail(40_000) / queue.waitingTail(30_000), Math.exp(-theta * 10_000), 1e-6);
});

test("the number in M/D/c has the mean and variance its probabilities say", () => {
  for (const [lambda, c] of [
    [0.7, 1],
    [1.5, 2],
    [9, 10],
  ]) {
    const queue = mdc(lambda, 1, c);
    let [sum, mean, square] = [0, 0, 0];
    for (let n = 0; n < 120; n++) {
      const p = queue.probability(n);
      sum += p;
      mean += n * p;
      square += n * n * p;
    }
    close(sum, 1, 1e-8);
    close(mean, queue.numberInSystem, 1e-7);
    close(square - mean ** 2, queue.numberVariance, 1e-6);
  }
});

test("mean and variance of the wait in M/D/c are those of its tail", () => {
  const queue = mdc(2.7, 1, 3);
  const wait = tailMoments(queue.waitingTail, 40);
  close(wait.mean, queue.waitingTime, 1e-6);
  close(wait.variance, queue.waitingVariance, 1e-5);
});

test("10,000 servers agree with Spitzer's series", () => {
  // Lq = Σₙ E[(X − nc)⁺]/n for X Poisson(nλD), summed in Python
  close(mdc(9900, 1, 10_000).numberInQueue, 12.484615833451892, 1e-9);
  close(mdc(9700, 1, 10_000).numberInQueue, 0.034081350399298244, 1e-6);
  close(mdc(1.5, 1, 2).numberInQueue, 0.9850410096232864, 1e-11);
  const queue = mdc(9999, 1, 10_000);
  // the wait of those who wait is nearly exponential with mean (1 + 1/c)/(2c(1 − ρ)) ≈ ½
  close(queue.waitingTail(2) / queue.waitingTail(1), Math.exp(-2), 1e-3);
  assert.ok(mdc(5000, 1, 10_000).waitingTail(0) < 1e-9);
});

test("M/D/1 at a load of a ten-thousandth waits as Erlang's sum says, with sixty digits in Python", () => {
  const queue = mdc(1e-4, 1, 1);
  close(queue.waitingTail(0), 1e-4, 1e-12);
  close(queue.waitingTail(0.5), 5.000375010416849e-5, 1e-12);
  close(queue.waitingTail(1.5), 1.2503750299493021e-9, 1e-12);
  close(queue.waitingTail(3.25), 1.3194966574676075e-18, 1e-12);
  close(queue.waitingTail(6.5), 1.6135197295316158e-34, 1e-12);
  assert.equal(queue.waitingTail(1000), 0);
});

test("mdc refuses an overload", () => {
  assert.throws(() => mdc(2, 1, 2), { name: "UnstableQueueError" });
});

test("one server of constant service keeps relative digits far out, and its number has no odd values", () => {
  const queue = mdc(0.9, 1, 1);
  for (const n of [-1, -2, 0.5]) assert.equal(queue.probability(n), 0);
  // far out the tail falls by exp(−s) a service, where λ(exp(s) − 1) = s: found here by Newton's steps
  let s = 0.2;
  for (let step = 0; step < 50; step++) s -= (0.9 * Math.expm1(s) - s) / (0.9 * Math.exp(s) - 1);
  assert.ok(s > 0.2);
  for (const t of [60.3, 200, 1000]) close(queue.waitingTail(t + 1) / queue.waitingTail(t), Math.exp(-s), 1e-12);
  for (const n of [60, 400]) close(queue.probability(n + 1) / queue.probability(n), 0.9 / (0.9 + s), 1e-12);
  assert.equal(queue.waitingTail(-1e-9), 1);
  close(queue.waitingTail(0), 0.9, 1e-15);
});

test("nobody departs before a service is over, and then a sojourn is a wait longer", () => {
  for (const [lambda, service, c] of [
    [0.3, 2, 1],
    [1.2, 2, 3],
  ]) {
    const queue = mdc(lambda, service, c);
    for (const t of [-1, 0, 1.999]) assert.equal(queue.sojournTail(t), 1);
    for (const t of [0, 0.7, 3, 5]) close(queue.sojournTail(2 + t), queue.waitingTail(t), 1e-12);
    close(queue.sojournQuantile(0.9) - 2, queue.waitingQuantile(0.9), 1e-9);
    assert.equal(queue.waitingTail(-1e-9), 1);
  }
});

test("the number present balances: who is there a service later stayed in the queue or came meanwhile", () => {
  for (const [lambda, c] of [
    [2.4, 3],
    [90, 100],
  ]) {
    const queue = mdc(lambda, 1, c);
    let free = 0;
    for (let n = 0; n <= c; n++) free += queue.probability(n);
    for (const n of [0, 1, c - 1, c, c + 4]) {
      let sum = free * poissonProbability(n, lambda);
      for (let i = 1; i <= n; i++) sum += queue.probability(c + i) * poissonProbability(n - i, lambda);
      assert.ok(Math.abs(queue.probability(n) - sum) < 1e-9, `${lambda}, ${n}`);
    }
  }
});

test("P(Wq ≤ t) counts those who may be ahead at the end of services t from now (Franx's formula), for a hundred servers too", () => {
  // exp(−m) Σ P(N < (k + 1)c − j) mʲ/j! over j < kc, m = λ(kD − t), for (k − 1)D ≤ t < kD
  for (const [lambda, c] of [
    [2.4, 3],
    [90, 100],
  ]) {
    const queue = mdc(lambda, 1, c);
    for (const t of [0, 1e-5, 1e-3, 0.3, 1.5, 2.2]) {
      const k = Math.floor(t) + 1;
      let [below, within] = [0, 0];
      for (let n = 0; n < c; n++) below += queue.probability(n);
      for (let j = k * c - 1; j >= 0; j--) {
        below += queue.probability((k + 1) * c - 1 - j);
        within += below * poissonProbability(j, lambda * (k - t));
      }
      assert.ok(Math.abs(queue.waitingTail(t) - (1 - within)) < 1e-9, `${lambda}, ${t}`);
    }
  }
});

test("at ρ = 1 − 10⁻⁷ the tail still falls as its pole says", () => {
  for (const c of [2, 3, 50]) {
    const a = c * (1 - 1e-7);
    // λ(z − 1), where z > 1 and c ln z = a(z − 1), by Newton's steps in x = z − 1
    let x = 2e-7;
    for (let step = 0; step < 9; step++) x -= (c * Math.log1p(x) - a * x) / (c / (1 + x) - a);
    const queue = mdc(a, 1, c);
    const t = 1 / (a * x);
    close(queue.waitingTail(3 * t) / queue.waitingTail(t), Math.exp(-2), 1e-8);
  }
});

test("the wait of 10,000 constant services has Spitzer's mean also by its tail, from the shortest times on", () => {
  const { waitingTail } = mdc(9900, 1, 10_000);
  const mean = gauss(waitingTail, 0, 0.015) + gauss(waitingTail, 0.015, 0.06);
  close(mean, 12.484615833451892 / 9900, 1e-5);
});

test("no tail of a wait exceeds 1 just below saturation", () => {
  for (const c of [1, 2]) {
    const { waitingTail } = mdc(c * (1 - 1e-12), 1, c);
    for (let t = 1e-4; t < 5; t *= 1.1) assert.ok(waitingTail(t) <= 1, `${waitingTail(t)} at ${t}`);
  }
});
