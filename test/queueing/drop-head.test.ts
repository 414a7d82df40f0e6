import assert from "node:assert/strict";
import { test } from "vitest";
import { dropHead } from "../../src/queueing/drop-head.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("dropping the head and dropping the tail agree with the exact case", () => {
  const [head, tail] = [dropHead(0.9, 1, 6), mmck(0.9, 1, 1, 6)];
  agrees(
    "DROP-K6",
    {
      P_loss: head.lossProbability,
      X: head.throughput,
      Wq_delivered_drophead: head.waitingTime,
      Wq_p99_delivered_drophead: head.waitingQuantile(0.99),
      Wq_delivered_droptail: tail.waitingTime,
      W_p99_delivered_droptail: tail.sojournQuantile(0.99),
    },
    1e-8,
  );
  for (const figure of ["utilization", "numberInSystem", "numberInQueue", "throughput", "numberVariance"] as const) {
    assert.equal(head[figure], tail[figure]);
  }
  assert.equal(head.probability(3), tail.probability(3));
});

test("mean and variance of the times of those served are those of the tails", () => {
  const queue = dropHead(1.5, 1, 12);
  const [wait, sojourn] = [tailMoments(queue.waitingTail, 64), tailMoments(queue.sojournTail, 64)];
  close(wait.mean, queue.waitingTime, 1e-9);
  close(wait.variance, queue.waitingVariance, 1e-9);
  close(sojourn.mean, queue.sojournTime, 1e-9);
  close(sojourn.variance, queue.sojournVariance, 1e-9);
  close(queue.sojournTail(queue.sojournQuantile(0.9)), 0.1, 1e-12);
});

test("with one waiting place the newest waits, and is served if a completion comes before the next arrival", () => {
  // λ = μ = 1, K = 2: p = ⅓ each; ⅔ wait, half of those are served, after Exp(2): E = ⅓ · ½ / ⅔
  const queue = dropHead(1, 1, 2);
  close(queue.waitingTime, 0.25, 1e-14);
  close(queue.waitingTail(1), 0.5 * Math.exp(-2), 1e-13);
  close(queue.lossProbability, 1 / 3, 1e-14);
});

test("in a deep overload those served are nearly fresh", () => {
  assert.ok(dropHead(100, 1, 20).waitingTime < 0.6);
  assert.ok(mmck(100, 1, 1, 20).waitingTime > 18);
});

test("dropHead refuses a system that has no room to wait and one too large to solve", () => {
  assert.throws(() => dropHead(1, 1, 1), RangeError);
  assert.throws(() => dropHead(1, 1, 2000), { message: "The capacity K must be at most 1000 to be solved, not 2000." });
});

test("in milliseconds or in days, the times of those served are the same", () => {
  const plain = dropHead(1.5, 1, 6);
  for (const k of [1e-5, 1000]) {
    const scaled = dropHead(1.5 * k, k, 6);
    close(scaled.waitingQuantile(0.9) * k, plain.waitingQuantile(0.9), 1e-9);
    close(scaled.sojournQuantile(0.5) * k, plain.sojournQuantile(0.5), 1e-9);
    close(scaled.waitingVariance * k * k, plain.waitingVariance, 1e-11);
  }
  assert.equal(plain.waitingTail(-1), 1);
  assert.equal(plain.sojournTail(0), 1);
});
