import assert from "node:assert/strict";
import { test } from "vitest";
import { batchArrivals, batchArrivalsLimited } from "../../src/queueing/batch-arrivals.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

const geometric = Array.from({ length: 200 }, (_, i) => 0.25 * 0.75 ** i);

test("batchArrivals agrees with the exact case of geometric batches", () => {
  const queue = batchArrivals(0.2, geometric, exponentialLaw(1));
  agrees("MXGEO4-M1", {
    U: queue.utilization,
    L: queue.numberInSystem,
    W: queue.sojournTime,
    Wq: queue.waitingTime,
    W_p99: queue.sojournQuantile(0.99),
    Wq_first_in_batch: queue.waitingTimeOfFirst,
  });
});

test("batches of ten make a sojourn of 50 ms one of 275", () => {
  const ten = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  close(batchArrivals(8, ten, exponentialLaw(0.01)).sojournTime, 0.275, 1e-12);
});

test("batchArrivals agrees with its Markov chain, solved by recursion in Python", () => {
  const queue = batchArrivals(0.15, [0.5, 0.3, 0.2], exponentialLaw(1));
  close(queue.numberInSystem, 0.523489932885906, 1e-12);
  close(queue.numberInQueue, 0.523489932885906 - 0.255, 1e-12);
  close(queue.waitingTime, 1.0529016975917875, 1e-12);
  close(queue.waitingVariance, 2.777815426188759, 1e-12);
  close(queue.sojournVariance, 3.777815426188759, 1e-12);
  close(queue.waitingTail(0), 1 - 0.43823529411764695, 1e-12);
  close(queue.waitingTail(4), 0.06528859135835345, 1e-8);
  close(queue.sojournTail(4), 0.13841936332910984, 1e-8);
  close(queue.waitingQuantile(1 - 0.06528859135835345), 4, 1e-8);
});

test("a batch of one is M/G/1", () => {
  const [queue, plain] = [batchArrivals(0.7, [1], erlangLaw(3, 1)), mg1Law(0.7, erlangLaw(3, 1))];
  for (const figure of ["utilization", "numberInSystem", "waitingVariance", "sojournVariance"] as const) {
    close(queue[figure], plain[figure], 1e-13);
  }
  assert.ok(Math.abs(queue.waitingTail(2) - plain.waitingTail(2)) < 1e-9);
  close(queue.sojournQuantile(0.9), plain.sojournQuantile(0.9), 1e-8);
});

test("mean and variance of the wait are those of its tail", () => {
  const queue = batchArrivals(0.25, [0.5, 0, 0.5], erlangLaw(3, 1));
  const { mean, variance } = tailMoments(queue.waitingTail, 64);
  close(mean, queue.waitingTime, 1e-7);
  close(variance, queue.waitingVariance, 1e-6);
});

test("batchArrivalsLimited agrees with the exact case of batches of five", () => {
  const queue = batchArrivalsLimited(0.2, [0, 0, 0, 0, 1], 1, 12);
  agrees("MX5-M1K12-PARTIAL", {
    P_loss_msg: queue.lossProbability,
    L: queue.numberInSystem,
    W: queue.sojournTime,
  });
  close(queue.sojournTime, queue.numberInSystem / queue.throughput, 1e-12); // Little's law
  close(queue.waitingTime, queue.numberInQueue / queue.throughput, 1e-12);
  const wait = tailMoments(queue.waitingTail, 64);
  close(wait.variance, queue.waitingVariance, 1e-9);
});

test("single arrivals into limited room are M/M/1/K, also in overload", () => {
  for (const [lambda, capacity] of [
    [0.8, 5],
    [3, 2000],
  ]) {
    const [queue, plain] = [batchArrivalsLimited(lambda, [1], 1, capacity), mmck(lambda, 1, 1, capacity)];
    for (const figure of [
      "utilization",
      "numberInSystem",
      "numberInQueue",
      "throughput",
      "lossProbability",
      "numberVariance",
      "waitingTime",
      "sojournTime",
      "sojournVariance",
    ] as const) {
      close(queue[figure], plain[figure], 1e-9);
    }
    close(queue.probability(2), plain.probability(2), 1e-12);
    close(queue.sojournQuantile(0.9), plain.sojournQuantile(0.9), 1e-10);
  }
});

test("sizes must be probabilities that sum to 1", () => {
  assert.throws(() => batchArrivals(1, [0.5, 0.4], constantLaw(0.1)), {
    message: "The probabilities of the batch sizes sum to 0.9, not 1.",
  });
  assert.throws(() => batchArrivals(1, [2, -1], constantLaw(0.1)), {
    message: "The probability of a batch size must be a probability, 0 … 1, not 2.",
  });
  assert.throws(() => batchArrivals(1, [0, 1], constantLaw(0.5)), { name: "UnstableQueueError" });
});

test("the number in a queue of batches has the law of a Markov chain with so much room that nothing is lost", () => {
  const [queue, room] = [
    batchArrivals(0.15, [0.5, 0.3, 0.2], exponentialLaw(1)),
    batchArrivalsLimited(0.15, [0.5, 0.3, 0.2], 1, 400),
  ];
  for (const n of [0, 1, 2, 3, 10, 25]) assert.ok(Math.abs(queue.probability(n) - room.probability(n)) < 1e-10);
  close(queue.numberVariance, room.numberVariance, 1e-11);
  assert.equal(queue.probability(-1), 0);
  const single = batchArrivals(0.7, [1], erlangLaw(3, 1));
  close(single.numberVariance, mg1Law(0.7, erlangLaw(3, 1)).numberVariance, 1e-12);
});

test("mean and variance of the number are those of its law, with batches and services that vary", () => {
  const queue = batchArrivals(0.1, [0.5, 0, 0.3, 0.2], erlangLaw(2, 2));
  let [sum, mean, square] = [0, 0, 0];
  for (let n = 0; n < 120; n++) {
    const p = queue.probability(n);
    [sum, mean, square] = [sum + p, mean + n * p, square + n * n * p];
  }
  close(sum, 1, 1e-8);
  close(mean, queue.numberInSystem, 1e-7);
  close(square - mean ** 2, queue.numberVariance, 1e-6);
});

test("services three times as long, of batches a third as frequent, take three times as long in every way", () => {
  const sizes = [0.4, 0.3, 0, 0.3];
  const [one, three] = [batchArrivals(0.15, sizes, erlangLaw(2, 1)), batchArrivals(0.05, sizes, erlangLaw(2, 3))];
  for (const figure of ["utilization", "numberInSystem", "numberInQueue", "numberVariance"] as const) {
    close(three[figure], one[figure], 1e-13);
  }
  for (const figure of ["waitingTime", "sojournTime", "waitingTimeOfFirst"] as const) {
    close(three[figure], 3 * one[figure], 1e-13);
  }
  for (const figure of ["waitingVariance", "sojournVariance"] as const) close(three[figure], 9 * one[figure], 1e-13);
  const [limited, slow] = [batchArrivalsLimited(0.8, sizes, 1, 6), batchArrivalsLimited(0.8 / 3, sizes, 1 / 3, 6)];
  for (const n of [0, 1, 3, 6]) close(slow.probability(n), limited.probability(n), 1e-13);
  close(slow.lossProbability, limited.lossProbability, 1e-13);
  close(slow.throughput, limited.throughput / 3, 1e-13);
  close(slow.throughput, (0.8 / 3) * (1 + 0.3 + 0.9) * (1 - slow.lossProbability), 1e-13); // mean batch 2.2
  assert.equal(limited.probability(7), 0);
});

test("limited room for batches of one to three is as its chain, solved with a full matrix in NumPy", () => {
  const queue = batchArrivalsLimited(0.9, [0.5, 0.3, 0.2], 2.5, 6);
  close(queue.probability(0), 0.4324595877273477, 1e-13);
  close(queue.probability(6), 0.04105515929781587, 1e-13);
  assert.equal(queue.probability(7), 0);
  close(queue.lossProbability, 0.07264638517540534, 1e-12);
  close(queue.throughput, 1.4188510306816307, 1e-13);
  close(queue.numberInSystem, 1.5656662665441898, 1e-13);
  close(queue.numberInQueue, 0.9981258542715375, 1e-13);
  close(queue.waitingTime, 0.7034747360278033, 1e-13);
  close(queue.waitingVariance, 0.6730869057267459, 1e-12);
  close(queue.waitingTail(0.7), 0.3863794495897789, 1e-12);
  close(queue.sojournTail(0.7), 0.5847248626218129, 1e-12);
});

test("an overload of ten for hundreds of places is that of M/M/1/K", () => {
  for (const capacity of [1, 250, 251, 252, 300]) {
    const [queue, plain] = [batchArrivalsLimited(10, [1], 1, capacity), mmck(10, 1, 1, capacity)];
    close(queue.numberInSystem, plain.numberInSystem, 1e-12);
    for (const n of [0, 1, capacity - 1, capacity]) {
      assert.ok(Math.abs(queue.probability(n) - plain.probability(n)) < 1e-12, `${n} of ${capacity}`);
    }
  }
});

test("limited room says what cannot be", () => {
  assert.throws(() => batchArrivalsLimited(0, [1], 1, 1), /arrival rate of batches/);
  assert.throws(() => batchArrivalsLimited(1, [1], 0, 1), /service rate μ/);
  assert.throws(() => batchArrivalsLimited(1, [1], 1, 0), /capacity K/);
});

test("room for ten is full under a load of 10⁴⁰, and p(n) falls by the load with each message fewer", () => {
  const queue = batchArrivalsLimited(1e40, [1], 1, 10);
  close(queue.numberInSystem, 10, 1e-15);
  close(queue.probability(10), 1, 1e-15);
  close(queue.probability(9), 1e-40, 1e-12);
  close(queue.throughput, 1, 1e-15);
  close(queue.waitingTime, 9, 1e-12);
});
