import assert from "node:assert/strict";
import { test } from "vitest";
import { powerSum } from "../../src/random/power-sum.ts";

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual / expected - 1) < 1e-13, `${actual}, not ${expected}`);

test("power sums equal the sums of their terms, for exponents on both sides of 1 and of 0", () => {
  for (const exponent of [0, 0.3, 0.999999, 1, 1.000001, 1.5, 2, 3.7, 12, 60, -1, -2, -0.5]) {
    for (const n of [1, 2, 19, 20, 21, 500, 20_000]) {
      let sum = 0;
      for (let k = n; k >= 1; k--) sum += k ** -exponent;
      near(powerSum(n, exponent), sum);
    }
  }
});

test("power sums over more terms than could be added have their limits", () => {
  near(powerSum(1e15, 2), Math.PI ** 2 / 6 - 1e-15);
  near(powerSum(1e12, 1), Math.log(1e12) + 0.5772156649015329 + 0.5e-12);
  near(powerSum(1e9, -1), (1e9 * (1e9 + 1)) / 2);
});
