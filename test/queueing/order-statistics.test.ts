import assert from "node:assert/strict";
import { test } from "vitest";
import { quorum, splitMerge } from "../../src/queueing/order-statistics.ts";
import { quantile } from "../../src/queueing/quantile.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("quorums agree with the exact cases, and their transform with their moments", () => {
  for (const [id, n, k] of [
    ["QUORUM-5-3", 5, 3],
    ["QUORUM-3-3", 3, 3],
  ] as const) {
    const law = quorum(n, k, 1);
    agrees(id, { W: law.mean, W_p50: quantile(law.tail, 0.5, 1), W_p99: quantile(law.tail, 0.99, 1) });
    const { mean, variance } = tailMoments(law.tail, 64);
    close(mean, law.mean, 1e-9);
    close(variance, law.second - law.mean ** 2, 1e-8);
    const s = 1e-3;
    const series = 1 - s * law.mean + (s * s * law.second) / 2 - (s ** 3 * law.third) / 6;
    assert.ok(Math.abs(law.transform(s, 0)[0] - series) < 1e-10);
  }
  close(quorum(7, 1, 1).mean, 1 / 7, 1e-14);
  assert.throws(() => quorum(2, 3, 1), { message: "The number of requests must be a whole number ≥ 3, not 2." });
});

test("split–merge agrees with the exact cases", () => {
  for (const [id, lambda, n, k] of [
    ["SPLITMERGE-2-2", 0.35, 2, 2],
    ["SPLITMERGE-4-4", 0.35, 4, 4],
    ["SPLITMERGE-4-2", 0.6, 4, 2],
  ] as const) {
    agrees(id, { W: splitMerge(lambda, n, k, 1).sojournTime, S_mean: quorum(n, k, 1).mean });
    agrees(id, { stability_lambda: 1 / quorum(n, k, 1).mean });
    assert.throws(() => splitMerge(1.01 / quorum(n, k, 1).mean, n, k, 1), { name: "UnstableQueueError" });
  }
});

test("a quorum of two of three, two seconds each, in closed form", () => {
  const law = quorum(3, 2, 2);
  // the sum of exponentials of rates 3/2 and 1
  close(law.mean, 2 / 3 + 1, 1e-14);
  close(law.second - law.mean ** 2, 4 / 9 + 1, 1e-13);
  for (const t of [0, 0.3, 2, 30])
    assert.ok(Math.abs(law.tail(t) - (3 * Math.exp(-t) - 2 * Math.exp(-1.5 * t))) < 1e-14);
  close(law.transform(2, 0)[0], (1.5 / 3.5) * (1 / 3), 1e-14);
  assert.equal(law.tail(1e9), 0);
});
