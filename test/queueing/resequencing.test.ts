import assert from "node:assert/strict";
import { test } from "vitest";
import { resequencing } from "../../src/queueing/resequencing.ts";
import { constantLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
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

test("what all take equally long comes out in order by itself, in any unit", () => {
  for (const service of [3e-6, 3, 3e6]) {
    const release = resequencing(5 / service, constantLaw(service));
    close(release.sojournTime, service, 1e-11);
    assert.ok(Math.abs(release.holdTime) < 1e-11 * service);
    assert.equal(release.sojournTail(-service), 1);
  }
});

test("who is quick waits for whoever takes two seconds: a law with a step, by hand", () => {
  // half take 1 s, half 2 s: by t in [1, 2) no slow one may have come in the last 2 … t seconds before
  const tail = (t: number) => (t < 1 ? 1 : t < 2 ? 0.5 : 0);
  const release = resequencing(0.8, { mean: 1.5, tail });
  close(release.sojournTail(1.25), 1 - 0.5 * Math.exp(-0.8 * 0.5 * 0.75), 1e-12);
  assert.ok(Math.abs(release.sojournTail(2)) < 1e-12);
  close(release.sojournTime, 2 - 0.5 * ((1 - Math.exp(-0.4)) / 0.4), 1e-11);
});

test("in another unit of time all times are the same, of a law with a step too", () => {
  const tail = (t: number) => (t < 1 ? 1 : t < 2 ? 0.5 * Math.exp(1 - t) : 0);
  const mean = 1 + 0.5 * (1 - Math.exp(-1));
  const known = resequencing(0.8, { mean, tail });
  for (const unit of [2 ** -40, 2 ** 40]) {
    // powers of two change no bit
    const release = resequencing(0.8 / unit, { mean: mean * unit, tail: (t) => tail(t / unit) });
    assert.equal(release.sojournTime / unit, known.sojournTime);
    assert.equal(release.sojournTail(1.25 * unit), known.sojournTail(1.25));
    assert.equal(release.sojournQuantile(0.9) / unit, known.sojournQuantile(0.9));
  }
});

test("what takes no time is released at once if nothing before it is still at work", () => {
  // half take no time; the work ahead lasts longer than 0 with the chance 1 − exp(−λE[S])
  const release = resequencing(0.8, { mean: 1, tail: (t) => 0.5 * Math.exp(-t / 2) });
  close(release.sojournTail(0), 1 - 0.5 * Math.exp(-0.8), 1e-12);
  assert.equal(release.sojournTail(-1e-9), 1);
  assert.equal(release.sojournQuantile(0.2), 0);
});
