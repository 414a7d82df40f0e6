import assert from "node:assert/strict";
import { test } from "vitest";
import { exploredChain } from "../../src/queueing/explored-chain.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { mg1k } from "../../src/queueing/mg1k.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { numericLaw } from "../../src/queueing/numeric-law.ts";
import { constantLaw, erlangLaw, exponentialLaw, hyperexponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

test("mg1k agrees with the exact case of constant service", () => {
  const queue = mg1k(0.9, constantLaw(1), 5);
  agrees("MD1K5", {
    P_block: queue.lossProbability,
    L: queue.numberInSystem,
    W: queue.sojournTime,
    U: queue.utilization,
  });
  close(queue.waitingTime, queue.sojournTime - 1, 1e-13);
  close(queue.numberInQueue, queue.numberInSystem - queue.utilization, 1e-13);
  close(queue.throughput, queue.utilization, 1e-13);
});

test("losses down to 10⁻¹⁷ agree to four digits with the embedded chain, in Python's decimal with 50 digits", () => {
  close(mg1k(0.5, erlangLaw(2, 1), 40).lossProbability, 2.2100772428875584e-16, 1e-4);
  close(mg1k(0.5, constantLaw(1), 30).lossProbability, 4.954473239484831e-17, 1e-4);
  close(mg1k(1.5, erlangLaw(2, 1), 20).lossProbability, 0.33333751063725336, 1e-11);
});

test("with exponential service M/G/1/K is M/M/1/K in every figure", () => {
  for (const [lambda, capacity] of [
    [0.8, 5],
    [1.5, 12],
    [0.5, 1],
  ]) {
    const [queue, markov] = [mg1k(lambda, exponentialLaw(1), capacity), mmck(lambda, 1, 1, capacity)];
    for (const figure of ["utilization", "numberInSystem", "throughput", "lossProbability", "sojournTime"] as const) {
      close(queue[figure], markov[figure], 1e-11);
    }
    assert.ok(Math.abs(queue.numberInQueue - markov.numberInQueue) < 1e-12);
    assert.ok(Math.abs(queue.waitingTime - markov.waitingTime) < 1e-12);
    close(queue.numberVariance, markov.numberVariance, 1e-10);
    for (let n = 0; n <= capacity + 1; n++) {
      assert.ok(Math.abs(queue.probability(n) - markov.probability(n)) < 1e-12);
    }
  }
});

test("a place for one is a loss system, whatever the law: P(loss) = ρ/(1 + ρ)", () => {
  const pareto = numericLaw({ mean: 3, second: Infinity, third: Infinity }, (t) => (t < 1 ? 1 : t ** -1.5));
  for (const law of [constantLaw(3), erlangLaw(5, 3), pareto]) {
    close(mg1k(0.5, law, 1).lossProbability, 0.6, 1e-13);
  }
});

test("an unlimited place is M/G/1", () => {
  const [limited, open] = [mg1k(0.7, erlangLaw(3, 1), 400), mg1(0.7, erlangLaw(3, 1))];
  close(limited.numberInSystem, open.numberInSystem, 1e-10);
  close(limited.numberVariance, open.numberVariance, 1e-9);
});

test("ten thousand places in overload stay finite", () => {
  const queue = mg1k(2, erlangLaw(2, 1), 10_000);
  close(queue.lossProbability, 0.5, 1e-11);
  close(queue.utilization, 1, 1e-11);
});

test("so does an overload that makes an empty system rarer than 10⁻²⁵⁰", () => {
  for (const capacity of [250, 251, 252, 253, 300]) {
    const [queue, markov] = [mg1k(10, exponentialLaw(1), capacity), mmck(10, 1, 1, capacity)];
    close(queue.numberInSystem, markov.numberInSystem, 1e-11);
    for (const n of [0, 1, capacity - 1, capacity]) {
      assert.ok(Math.abs(queue.probability(n) - markov.probability(n)) < 1e-11, `${n} of ${capacity}`);
    }
  }
});

test("mg1k refuses a system without a place", () => {
  assert.throws(() => mg1k(1, constantLaw(1), 0), {
    message: "The capacity K, which includes the message in service must be a whole number ≥ 1, not 0.",
  });
});

test("where one service in a hundred lasts fifty times as long, arrivals beyond the first hundreds count", () => {
  // M/H₂/1/300 as a finite Markov chain: the phase of service, and the number present
  const [often, quick, slow, lambda, capacity] = [0.99, 2 / 3, 1 / 34, 0.8, 300];
  const law = hyperexponentialLaw([often, 1 - often], [1 / quick, 1 / slow]);
  const rates: Record<string, number> = { quick, slow };
  const chain = exploredChain({ n: 0, phase: "quick" }, ({ n, phase }) => {
    const begin = (m: number) =>
      m === 0
        ? [{ to: { n: 0, phase: "quick" }, share: 1 }]
        : [
            { to: { n: m, phase: "quick" }, share: often },
            { to: { n: m, phase: "slow" }, share: 1 - often },
          ];
    const ends = n > 0 ? begin(n - 1).map(({ to, share }) => ({ to, rate: rates[phase] * share })) : [];
    const comes = n === 0 ? begin(1).map(({ to, share }) => ({ to, rate: lambda * share })) : [];
    const joins = n > 0 && n < capacity ? [{ to: { n: n + 1, phase }, rate: lambda }] : [];
    return [...ends, ...comes, ...joins];
  });
  const share = (n: number) =>
    chain.reduce((sum, { state, probability }) => sum + (state.n === n ? probability : 0), 0);
  const queue = mg1k(lambda, law, capacity);
  for (const n of [0, 1, 80, 200, 299]) close(queue.probability(n), share(n), 1e-8);
  close(queue.lossProbability, share(capacity), 1e-8);
  close(
    queue.numberInSystem,
    chain.reduce((sum, { state, probability }) => sum + state.n * probability, 0),
    1e-9,
  );
});

test("rare losses are those of M/M/1/K, at low load and at 0.99", () => {
  for (const [lambda, capacity, tolerance] of [
    [0.5, 21, 1e-6],
    [0.99, 950, 1e-8],
    [0.9, 120, 1e-8],
  ]) {
    const [queue, markov] = [mg1k(lambda, exponentialLaw(1), capacity), mmck(lambda, 1, 1, capacity)];
    assert.ok(markov.lossProbability < 1e-6 && markov.lossProbability > 1e-8);
    close(queue.lossProbability, markov.lossProbability, tolerance);
  }
});

test("far above saturation each message fewer is exp(ρ) times as rare, where service is constant", () => {
  const queue = mg1k(96, constantLaw(1), 12);
  for (let n = 5; n < 11; n++) close(queue.probability(n + 1) / queue.probability(n), Math.exp(96), 1e-11);
});

test("a loss below the smallest number there is, is 0", () => {
  assert.equal(mg1k(1e-4, exponentialLaw(1), 100).lossProbability, 0);
});

test("at a load of exactly 1 all numbers up to a million are equally likely", () => {
  const { lossProbability, numberInSystem } = mg1k(1, exponentialLaw(1), 1e6 + 10);
  close(lossProbability, 1 / (1e6 + 11), 1e-4);
  close(numberInSystem, 5e5 + 5, 1e-6);
});
