import assert from "node:assert/strict";
import { test } from "vitest";
import { forkJoin } from "../../src/queueing/fork-join.ts";
import { agrees, close } from "./cases.ts";

test("forking to two servers agrees with the exact cases in every figure", () => {
  for (const [id, lambda] of [
    ["FJ2-r50", 0.5],
    ["FJ2-r80", 0.8],
    ["FJ2-r90", 0.9],
  ] as const) {
    const job = forkJoin(lambda, 1, 2);
    agrees(id, { W_join: job.sojournTime, W_subtask: job.taskTime, E_sync_delay: job.synchronizationTime });
    close(job.utilization, lambda, 1e-15);
    assert.equal(job.exact, true);
  }
});

test("forking to one server is M/M/1, to many an approximation that starts at the mean of the largest", () => {
  close(forkJoin(0.5, 1, 1).sojournTime, 2, 1e-15);
  // as λ → 0 a job takes the longest of n exponential services: 1 + 1/2 + … + 1/10
  close(forkJoin(1e-9, 1, 10).sojournTime, 7381 / 2520, 1e-8);
  assert.equal(forkJoin(0.5, 1, 10).exact, false);
});

test("with more servers the approximation is within 4 % of simulation", () => {
  // 600,000 jobs through Lindley's recursion at each server, in Python; about 1 % of noise at ρ = 0.8
  for (const [n, lambda, simulated] of [
    [4, 0.5, 3.835],
    [4, 0.8, 9.069],
    [10, 0.7, 8.211],
  ]) {
    close(forkJoin(lambda, 1, n).sojournTime, simulated, 0.04);
  }
});

test("forkJoin refuses an overload", () => {
  assert.throws(() => forkJoin(1, 1, 2), { name: "UnstableQueueError" });
});

test("the approximation for more servers is Nelson and Tantawi's, in exact fractions", () => {
  close(forkJoin(0.5, 1, 3).sojournTime, 299 / 88, 1e-14);
  close(forkJoin(3, 4, 10).sojournTime, 17597 / 7392, 1e-14);
  close(forkJoin(1.8, 2, 32).sojournTime, 14.897908914892264, 1e-13);
  assert.equal(forkJoin(0.5, 1, 3).exact, false);
});
