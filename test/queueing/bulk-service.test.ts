import assert from "node:assert/strict";
import { test } from "vitest";
import { bulkService } from "../../src/queueing/bulk-service.ts";
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
