import assert from "node:assert/strict";
import { test } from "vitest";
import { bulkService, bulkServiceLaw } from "../../src/queueing/bulk-service.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { agrees, close } from "./cases.ts";

test("bulkService agrees with the exact cases of batches from 1 to 8 and of exactly 4", () => {
  for (const [id, lambda, least, most] of [
    ["BULKS-1-8", 5, 1, 8],
    ["BULKS-4-4", 3, 4, 4],
  ] as const) {
    const queue = bulkService(lambda, 1, least, most);
    agrees(id, {
      Lq: queue.numberInQueue,
      Wq: queue.waitingTime,
      W: queue.sojournTime,
      U: queue.utilization,
      mean_batch: queue.meanBatch,
    });
    close(queue.numberInSystem, queue.numberInQueue + queue.utilization * queue.meanBatch, 1e-12);
  }
});

test("bulkService agrees with its Markov chain, iterated in Python, where batches hold two or three", () => {
  const queue = bulkService(1.5, 0.8, 2, 3);
  close(queue.utilization, 0.7561783556984587, 1e-11);
  close(queue.numberInQueue, 2.8805738702963275, 1e-10);
});

test("batches of one are M/M/1, up to ρ = 0.9999", () => {
  for (const rho of [0.5, 0.9999]) {
    const [bulk, plain] = [bulkService(rho, 1, 1, 1), mmc(rho, 1, 1)];
    for (const figure of ["utilization", "numberInQueue", "numberInSystem", "waitingTime", "sojournTime"] as const) {
      close(bulk[figure], plain[figure], 1e-10);
    }
  }
});

test("very large batches take everybody: at least half a batch time is waited", () => {
  // unlimited batches: who comes while the server works waits for the rest, memoryless, of the batch
  const queue = bulkService(5, 1, 1, 10_000);
  close(queue.waitingTime, queue.utilization, 1e-9);
});

test("bulkService refuses an overload and batches upside down", () => {
  assert.throws(() => bulkService(9, 1, 1, 8), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = λ/(bμ) = 9/(8 × 1) = 1.13, but it must be below 1. Batches of up to 10 would be enough.",
  });
  assert.throws(() => bulkService(1, 1, 4, 2), { message: "The largest batch must be a whole number ≥ 4, not 2." });
});

test("the number waiting in bulk service has the law of its Markov chain, iterated in this test", () => {
  // idle with 0 or 1 waiting, or busy with n waiting, batches of two or three; λ = 1.5, μ = 0.8
  const queue = bulkService(1.5, 0.8, 2, 3);
  const n = 400;
  let [idle, busy] = [new Float64Array(2).fill(0.1), new Float64Array(n).fill(0.8 / n)];
  const step = 1 / (1.5 + 0.8);
  for (let k = 0; k < 30_000; k++) {
    const [quiet, working] = [new Float64Array(2), new Float64Array(n)];
    quiet[0] = idle[0] * 0.8 * step;
    quiet[1] = (idle[1] * 0.8 + idle[0] * 1.5) * step;
    working[0] = idle[1] * 1.5 * step;
    for (let waiting = 0; waiting < n; waiting++) {
      working[Math.min(n - 1, waiting + 1)] += busy[waiting] * 1.5 * step;
      if (waiting < 2) quiet[waiting] += busy[waiting] * 0.8 * step;
      else working[Math.max(0, waiting - 3)] += busy[waiting] * 0.8 * step;
    }
    [idle, busy] = [quiet, working];
  }
  for (const waiting of [0, 1, 2, 3, 10]) {
    assert.ok(Math.abs(queue.probabilityWaiting(waiting) - (idle[waiting] ?? 0) - busy[waiting]) < 1e-10);
  }
  let [sum, mean] = [0, 0];
  for (let waiting = 0; waiting < 400; waiting++) {
    sum += queue.probabilityWaiting(waiting);
    mean += waiting * queue.probabilityWaiting(waiting);
  }
  close(sum, 1, 1e-12);
  close(mean, queue.numberInQueue, 1e-12);
  assert.equal(queue.probabilityWaiting(-1), 0);
  assert.equal(queue.probabilityWaiting(1.5), 0);
});

test("waits for batches from one on are exponential, with the mean of Little's law and the share that finds a busy server", () => {
  const queue = bulkServiceLaw(5, 1, 8);
  assert.equal(queue.waitingTail(0), queue.utilization);
  close(queue.waitingTime, bulkService(5, 1, 1, 8).waitingTime, 1e-12);
  // who finds n waiting goes with batch ⌊n/8⌋ + 1: P(Wq > 2) by summing Erlang tails
  let tail = 0;
  for (let n = 0; n < 3000; n++) {
    const busy = queue.probabilityWaiting(n) - (n === 0 ? 1 - queue.utilization : 0);
    let [term, erlang] = [Math.exp(-2), 0];
    for (let k = 0; k <= Math.floor(n / 8); k++, term *= 2 / k) erlang += term;
    tail += busy * erlang;
  }
  close(queue.waitingTail(2), tail, 1e-10);
  const plain = mmc(0.8, 1, 1);
  close(bulkServiceLaw(0.8, 1, 1).sojournQuantile(0.99), plain.sojournQuantile(0.99), 1e-10);
  close(bulkServiceLaw(0.8, 1, 1).waitingVariance, plain.waitingVariance, 1e-10);
});
