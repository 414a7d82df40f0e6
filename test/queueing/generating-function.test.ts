import assert from "node:assert/strict";
import { test } from "vitest";
import { over } from "../../src/queueing/complex.ts";
import { coefficient, manyCoefficients } from "../../src/queueing/generating-function.ts";

/** E[zᴺ] of P(N = n) = (1 − ρ)ρⁿ. */
const geometric =
  (rho: number): Parameters<typeof coefficient>[0] =>
  (re, im) =>
    over([1 - rho, 0], [1 - rho * re, -rho * im]);

test("the law of a long queue does not end where its first probabilities do", () => {
  const probability = manyCoefficients(geometric(0.99));
  for (const n of [0, 31, 32, 255, 256, 257, 300, 1000]) {
    assert.ok(Math.abs(probability(n) - 0.01 * 0.99 ** n) < 2e-11, `${n}`);
  }
});

test("there is never a negative number of messages, nor half a one", () => {
  for (const n of [-1, -2, -3, -8, 0.5, 8.5, 300.5, Number.NaN]) {
    assert.equal(coefficient(geometric(0.5), n), 0);
    assert.equal(
      coefficient((re, im) => over([1, 0], [2 - re, -im]), n),
      0,
    );
    assert.equal(manyCoefficients(geometric(0.5))(n), 0);
  }
});
