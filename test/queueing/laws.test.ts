import assert from "node:assert/strict";
import { test } from "vitest";
import { models } from "./models.ts";

type Law = (x: number) => number;

/** All answers of a model: itself, or each of its classes. */
function answersOf(answer: unknown): Record<string, unknown>[] {
  return (Array.isArray(answer) ? answer : [answer]) as Record<string, unknown>[];
}

for (const [name, model] of Object.entries(models)) {
  for (const [i, answer] of answersOf(model(1)).entries()) {
    for (const kind of ["waiting", "sojourn", "hold", "delay"]) {
      const tail = answer[`${kind}Tail`] as Law | undefined;
      const quantile = answer[`${kind}Quantile`] as Law | undefined;
      if (tail) test(`${name} ${i}: P(${kind} time > t) falls from 1 before 0 towards 0`, () => checkTail(tail));
      if (tail && quantile) {
        test(`${name} ${i}: the quantiles of the ${kind} time invert its tail`, () => checkQuantile(tail, quantile));
      }
    }
    const probability = answer.probability as Law | undefined;
    if (probability) {
      test(`${name} ${i}: only whole numbers from 0 on have a probability`, () => {
        for (const n of [-1, 0.5]) assert.equal(probability(n), 0);
        for (let n = 0; n < 30; n++) assert.ok(probability(n) >= 0 && probability(n) <= 1);
      });
    }
  }
}

function checkTail(tail: Law): void {
  assert.equal(tail(-1), 1);
  let before = 1;
  for (const t of [0, 1e-6, 0.3, 1, 2, 5, 12, 40, 200, 1e4]) {
    const now = tail(t);
    assert.ok(now >= 0 && now <= before + 1e-9, `P(T > ${t}) = ${now} after ${before}`);
    before = now;
  }
  assert.ok(before < 1e-9);
}

function checkQuantile(tail: Law, quantile: Law): void {
  assert.ok(quantile(0) >= 0);
  for (const p of [0.1, 0.5, 0.9, 0.99]) {
    const t = quantile(p);
    // the tail has fallen to 1 − p at t, and not before
    assert.ok(tail(t * (1 + 1e-6)) <= 1 - p + 1e-7, `P(T > ${t}) exceeds ${1 - p}`);
    if (t > 0) assert.ok(tail(t * (1 - 1e-6)) >= 1 - p - 1e-7, `P(T > ${t}) is below ${1 - p}`);
  }
  for (const p of [-0.1, 1, Number.NaN]) assert.throws(() => quantile(p), RangeError);
}
