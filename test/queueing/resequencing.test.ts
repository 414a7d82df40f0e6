import assert from "node:assert/strict";
import { test } from "vitest";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees } from "./cases.ts";

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
