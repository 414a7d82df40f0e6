import assert from "node:assert/strict";
import { test } from "vitest";
import { spread } from "../../src/verify/spread.ts";

test("everything is done once", () => {
  for (const n of [0, 1, 2, 250]) {
    assert.deepEqual(
      spread(n).toSorted((a, b) => a - b),
      Array.from({ length: n }, (_, i) => i),
    );
  }
});

test("at any time each group of neighbours has had its share, to within two of them", () => {
  const n = 240;
  const order = spread(n);
  for (const [from, to] of [
    [0, 80],
    [80, 90],
    [90, 240],
  ] as const) {
    let done = 0;
    order.forEach((at, i) => {
      if (from <= at && at < to) done++;
      const due = ((i + 1) * (to - from)) / n;
      assert.ok(Math.abs(done - due) <= 2, `${done} of ${from} … ${to} after ${i + 1}, where ${due} are due`);
    });
  }
});
