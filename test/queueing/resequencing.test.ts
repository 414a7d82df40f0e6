import assert from "node:assert/strict";
import { test } from "vitest";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("resequencing agrees with the exact case, and holds nothing back that cannot be overtaken", () => {
  const release = resequencing(5, exponentialLaw(1));
  agrees("RESEQ-MMINF", {
    W_inorder: release.sojournTime,
    reseq_delay: release.holdTime,
    W_inorder_p50: release.sojournQuantile(0.5),
    W_inorder_p99: release.sojournQuantile(0.99),
  });
  const constant = resequencing(5, { mean: 2, tail: (t) => (t < 2 ? 1 : 0) });
  assert.ok(Math.abs(constant.holdTime) < 1e-12);
  assert.equal(constant.sojournTail(-1), 1);
});

test("release of services of two seconds has the tail of its formula", () => {
  // P(released later than t) = 1 − (1 − e^(−t/2)) exp(−2λe^(−t/2))
  const release = resequencing(0.7, exponentialLaw(2));
  for (const t of [0, 0.5, 2, 9, 40]) {
    const left = Math.exp(-t / 2);
    assert.ok(Math.abs(release.sojournTail(t) - (1 - (1 - left) * Math.exp(-1.4 * left))) < 1e-13);
  }
  const { mean } = tailMoments(release.sojournTail, 128);
  close(release.sojournTime, mean, 1e-9);
  close(release.holdTime, mean - 2, 1e-9);
  assert.ok(release.sojournTail(1e6) < 1e-12);
});
