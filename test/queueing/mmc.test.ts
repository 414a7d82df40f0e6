import assert from "node:assert/strict";
import { test } from "vitest";
import { erlangB, erlangC, mmc } from "../../src/queueing/mmc.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("mmc agrees with a published table", () => {
  // ETH Zürich, Advanced Systems Lab 2017, slides on M/M/m: λ = 9, μ = 5
  assert.ok(Math.abs(mmc(9, 5, 2).numberInQueue - 7.674) < 1e-3);
  assert.ok(Math.abs(mmc(9, 5, 2).sojournTime - 1.053) < 1e-3);
  assert.ok(Math.abs(mmc(9, 5, 4).numberInQueue - 0.105) < 1e-3);
});

test("mmc agrees with the exact M/M/1 cases in every figure", () => {
  for (const [id, lambda] of [
    ["MM1-r50", 0.5],
    ["MM1-r80", 0.8],
    ["MM1-r99", 0.99],
  ] as const) {
    const queue = mmc(lambda, 1, 1);
    const quantiles = Object.fromEntries(
      [0.9, 0.95, 0.99, 0.999].flatMap((p) => [
        [`W_p${String(p).slice(2).padEnd(2, "0")}`, queue.sojournQuantile(p)],
        [`Wq_p${String(p).slice(2).padEnd(2, "0")}`, queue.waitingQuantile(p)],
      ]),
    );
    agrees(
      id,
      {
        U: queue.utilization,
        L: queue.numberInSystem,
        Lq: queue.numberInQueue,
        W: queue.sojournTime,
        Wq: queue.waitingTime,
        Var_W: queue.sojournVariance,
        Var_Wq: queue.waitingVariance,
        Var_L: queue.numberVariance,
        P_wait: queue.waitingTail(0),
        W_p50: queue.sojournQuantile(0.5),
        ...quantiles,
      },
      1e-12,
    );
  }
});

test("mmc agrees with the exact M/M/2 and M/M/10 cases in every figure", () => {
  for (const [id, lambda, c] of [
    ["MMC-c2-a1.6", 1.6, 2],
    ["MMC-c10-a9", 9, 10],
  ] as const) {
    const queue = mmc(lambda, 1, c);
    agrees(id, {
      P_wait: queue.waitingTail(0),
      U: queue.utilization,
      L: queue.numberInSystem,
      Lq: queue.numberInQueue,
      W: queue.sojournTime,
      Wq: queue.waitingTime,
      Var_Wq: queue.waitingVariance,
      Wq_p90: queue.waitingQuantile(0.9),
      Wq_p99: queue.waitingQuantile(0.99),
      W_p50: queue.sojournQuantile(0.5),
      W_p90: queue.sojournQuantile(0.9),
      W_p99: queue.sojournQuantile(0.99),
      "P(Wq>0.5)": queue.waitingTail(0.5),
    });
  }
});

test("the tail of the sojourn passes through λ = (c − 1)μ without a seam", () => {
  // M/M/2, λ = μ = 1: C = 1/3, P(W > t) = (1 + t/3) e⁻ᵗ, by hand
  for (const t of [0.1, 1, 10]) {
    close(mmc(1, 1, 2).sojournTail(t), (1 + t / 3) * Math.exp(-t), 1e-14);
    close(mmc(1 + 1e-9, 1, 2).sojournTail(t), (1 + t / 3) * Math.exp(-t), 1e-8);
  }
});

test("the probabilities of the number in the system sum to 1 and have its mean and variance", () => {
  for (const [lambda, c] of [
    [0.3, 1],
    [1.6, 2],
    [9, 10],
    [180, 200],
    [20, 3000],
  ]) {
    const queue = mmc(lambda, 1, c);
    let [sum, mean, square] = [0, 0, 0];
    for (let n = 0; n < 3000; n++) {
      const p = queue.probability(n);
      sum += p;
      mean += n * p;
      square += n * n * p;
    }
    close(sum, 1, 1e-12);
    close(mean, queue.numberInSystem, 1e-12);
    close(square - mean ** 2, queue.numberVariance, 1e-9);
  }
  assert.equal(mmc(1, 2, 1).probability(-1), 0);
  assert.equal(mmc(1, 2, 1).probability(0.5), 0);
});

test("the variance of the sojourn is twice the integral of t P(W > t), less the mean squared", () => {
  const queue = mmc(9, 1, 10);
  const sojourn = tailMoments(queue.sojournTail, 60);
  close(sojourn.mean, queue.sojournTime, 1e-9);
  close(sojourn.variance, queue.sojournVariance, 1e-9);
});

test("10,000 servers at ρ = 0.9999 overflow nowhere", () => {
  const queue = mmc(9999, 1, 10_000);
  // the Erlang recurrence and the chain's weights, in Python's decimal with 60 digits
  close(erlangC(9999, 10_000), 0.9875562524344857, 1e-11);
  close(queue.waitingTime, 0.9875562524344857, 1e-9); // cμ − λ = 1
  close(queue.probability(9999), 9.876550179362794e-5, 1e-9);
  assert.ok(queue.sojournQuantile(0.99) > queue.waitingQuantile(0.99));
  assert.ok(queue.numberVariance > 0);
  assert.equal(mmc(1e-3, 1, 10_000).waitingTime, 0);
});

test("Erlang C agrees with the exact table and with rational arithmetic where 200! overflows", () => {
  const pairs = [
    [1, 0.5],
    [2, 1],
    [5, 3],
    [10, 8],
    [20, 17],
    [50, 45],
    [100, 90],
    [1000, 980],
  ];
  agrees("ERLANGC-TABLE", Object.fromEntries(pairs.map(([c, a]) => [`C(c=${c},a=${a})`, erlangC(a, c)])));
  assert.ok(Math.abs(erlangC(180, 200) - 0.094471218) < 1e-9);
});

test("Erlang B agrees with the exact cases", () => {
  agrees("ERLB-20", { P_block: erlangB(15, 20) }, 1e-12);
  agrees("ERLB-100", { P_block: erlangB(90, 100) }, 1e-12);
});

test("mmc names the load and the remedy when the queue cannot keep up", () => {
  assert.throws(() => mmc(1200, 50, 20), {
    name: "UnstableQueueError",
    message: "No steady state: ρ = λ/(cμ) = 1200/(20 × 50) = 1.20, but it must be below 1. 25 servers would be enough.",
  });
  assert.throws(() => mmc(1, 1, 1), { name: "UnstableQueueError" });
  // 2.5 erlangs are more than two servers can do, and three can
  assert.throws(() => mmc(2.5, 1, 2), { message: /2\.5\/\(2 × 1\) = 1\.25, .* 3 servers would be enough\./ });
});

test("mmc says what a rate and a number of servers must be", () => {
  assert.throws(() => mmc(0, 1, 1), { message: "The arrival rate λ must be a number above 0, not 0." });
  assert.throws(() => mmc(1, NaN, 1), { message: "The service rate μ must be a number above 0, not NaN." });
  assert.throws(() => mmc(1, 2, 1.5), { message: "The number of servers c must be a whole number ≥ 1, not 1.5." });
  assert.throws(() => mmc(1, 2, 1).sojournQuantile(1), {
    message: "A quantile needs a probability p with 0 ≤ p < 1, not 1.",
  });
});

test("where those who wait are sooner done with waiting than with service, the sojourn's tail is that of the sum", () => {
  // λ = 1, μ = 2, two servers: a tenth waits, at rate 3, then is served at rate 2
  const queue = mmc(1, 2, 2);
  close(queue.waitingTail(0), 0.1, 1e-14);
  for (const t of [0.1, 1, 4]) {
    const sum = 3 * Math.exp(-2 * t) - 2 * Math.exp(-3 * t);
    close(queue.sojournTail(t), 0.9 * Math.exp(-2 * t) + 0.1 * sum, 1e-13);
  }
  assert.equal(queue.sojournTail(0), 1);
});
