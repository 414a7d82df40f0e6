import assert from "node:assert/strict";
import { test } from "vitest";
import { fromRows, zeros } from "../../src/queueing/matrix.ts";
import { stationary } from "../../src/queueing/stationary.ts";
import { close } from "./cases.ts";

test("a three-state chain has the probabilities found by hand", () => {
  // 0 → 1 at 1, 1 → 2 at 2, 2 → 0 at 3, 1 → 0 at 1: balance gives 9 : 3 : 2
  const p = stationary(
    fromRows([
      [0, 1, 0],
      [1, 0, 2],
      [3, 0, 0],
    ]),
  );
  [9 / 14, 3 / 14, 2 / 14].forEach((value, i) => {
    close(p[i], value, 1e-15);
  });
});

test("probabilities of 10⁻²⁰⁰ keep their digits", () => {
  const n = 101;
  const rates = zeros(n, n);
  for (let i = 0; i + 1 < n; i++) {
    rates.data[i * n + i + 1] = 0.01;
    rates.data[(i + 1) * n + i] = 1;
  }
  close(stationary(rates)[100], 0.99 * 1e-200, 1e-12);
});

test("a chain that never returns is refused", () => {
  assert.throws(
    () =>
      stationary(
        fromRows([
          [0, 1],
          [0, 0],
        ]),
      ),
    {
      message: "The chain is reducible: some states are never reached again.",
    },
  );
});
