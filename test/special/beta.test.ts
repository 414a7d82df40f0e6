import assert from "node:assert/strict";
import { test } from "vitest";
import { betaLogit, betaRegularizedInverse } from "../../src/special/beta-quantile.ts";
import { betaRegularized } from "../../src/special/incomplete-beta.ts";
import { close } from "./close.ts";
import { BETA } from "./reference.ts";

test("betaRegularized is accurate to 2e-13 in both tails", () => {
  for (const [a, b, x, p, q] of BETA) {
    close(betaRegularized(a, b, x), p, 2e-13, `I(${x}; ${a}, ${b})`);
    close(betaRegularized(b, a, 1 - x, x), q, 2e-13, `1 − I(${x}; ${a}, ${b})`);
  }
});

test("the inverse finds the odds of x from both tails", () => {
  for (const [a, b, x, p, q] of BETA) {
    close(Math.exp(betaLogit(a, b, p, q)), x / (1 - x), 1e-12, `(${a}, ${b}, ${p})`);
  }
});

test("reductions: uniform, power law, arcsine", () => {
  close(betaRegularized(1, 1, 0.3), 0.3, 1e-15);
  close(betaRegularized(5, 1, 0.3), 0.3 ** 5, 1e-14);
  close(betaRegularized(0.5, 0.5, 0.2), (2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 1e-14);
});

test("the ends of the range are exact", () => {
  assert.deepEqual([betaRegularized(2, 3, 0), betaRegularized(2, 3, 1)], [0, 1]);
  assert.deepEqual([betaRegularizedInverse(2, 3, 0), betaRegularizedInverse(2, 3, 1)], [0, 1]);
});
