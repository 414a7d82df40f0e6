import assert from "node:assert/strict";
import { test } from "vitest";
import { exponentialProcessorSharing, processorSharing } from "../../src/queueing/ps.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("processor sharing agrees with the exact cases of one and four servers", () => {
  const one = exponentialProcessorSharing(0.8, 1, 1);
  agrees("PS-MM1", {
    W: one.sojournTime,
    Var_W: one.sojournVariance,
    "W_given_size_0.5": 0.5 * one.slowdown,
    W_p99: one.sojournQuantile(0.99),
  });
  const four = processorSharing(3.2, 1, 4);
  agrees("MGC-PS-D", { L: four.numberInSystem, W: four.sojournTime });
  agrees("LAZ-138", { "W[1,1]": processorSharing(3 / 19 + (2 / 19) * 2, 1, 1).slowdown }, 1e-6);
});

test("the sojourn agrees with the chain of a message and its company, uniformized in Python", () => {
  close(exponentialProcessorSharing(0.8, 1, 1).sojournTail(5), 0.29479354214012304, 1e-8);
  const two = exponentialProcessorSharing(1.6, 1, 2);
  close(two.sojournTail(3), 0.28293981015653, 1e-8);
  close(two.sojournTail(12), 0.03344095962757834, 1e-7);
  assert.equal(two.sojournTail(0), 1);
});

test("the sojourn in M/M/1 with processor sharing varies as (2 + ρ)/((2 − ρ)(μ − λ)²)", () => {
  // Coffman, Muntz & Trotter (1970)
  for (const rho of [0.2, 0.9, 0.999]) {
    close(exponentialProcessorSharing(rho, 1, 1).sojournVariance, (2 + rho) / (2 - rho) / (1 - rho) ** 2, 1e-9);
  }
});

test("with more servers than messages nobody shares", () => {
  const roomy = exponentialProcessorSharing(1, 1, 60);
  close(roomy.sojournTail(2), Math.exp(-2), 1e-8);
  close(roomy.sojournVariance, 1, 1e-9);
  close(roomy.slowdown, 1, 1e-12);
});

test("mean and variance of the sojourn are those of its tail, at two servers", () => {
  const queue = exponentialProcessorSharing(1.6, 1, 2);
  const sojourn = tailMoments(queue.sojournTail, 200);
  close(sojourn.mean, queue.sojournTime, 1e-6);
  close(sojourn.variance, queue.sojournVariance, 1e-5);
});

test("the number present is that of M/M/c and nobody waits", () => {
  const queue = processorSharing(1.6, 1, 2);
  assert.equal(queue.waitingTime, 0);
  assert.equal(queue.numberInQueue, 0);
  close(queue.utilization, 0.8, 1e-15);
  close(queue.probability(0), 1 / 9, 1e-13); // (1 − ρ)/(1 + ρ)
  agrees("MMC-c2-a1.6", { L: queue.numberInSystem });
  let square = 0;
  for (let n = 0; n < 400; n++) square += n * n * queue.probability(n);
  close(square - queue.numberInSystem ** 2, queue.numberVariance, 1e-12);
});

test("processor sharing refuses an overload", () => {
  assert.throws(() => processorSharing(2, 1, 2), { name: "UnstableQueueError" });
});

test("no message has left before it came: the tail of the sojourn begins at 1, and never lies above it", () => {
  for (const [lambda, c] of [
    [0.01, 1],
    [0.8, 1],
    [0.999, 1],
    [1.6, 2],
  ]) {
    const { sojournTail } = exponentialProcessorSharing(lambda, 1, c);
    for (const t of [1e-15, 1e-12, 1e-10, 1e-8, 1e-6]) {
      assert.ok(sojournTail(t) <= 1 && sojournTail(t) > 1 - t - 1e-9, `${sojournTail(t)} at ${t}`);
    }
  }
});
