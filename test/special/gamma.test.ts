import assert from "node:assert/strict";
import { test } from "vitest";
import { gammaPInverse, gammaQInverse } from "../../src/special/gamma-quantile.ts";
import { gammaP, gammaQ } from "../../src/special/incomplete-gamma.ts";
import { close } from "./close.ts";
import { GAMMA } from "./reference.ts";

test("gammaP and gammaQ are accurate to 1e-13 in both tails", () => {
  for (const [a, x, p, q] of GAMMA) {
    close(gammaP(a, x), p, 1e-13, `P(${a}, ${x})`);
    close(gammaQ(a, x), q, 1e-13, `Q(${a}, ${x})`);
  }
});

test("the inverses find x from whichever tail is given", () => {
  for (const [a, x, p, q] of GAMMA) {
    if (p <= 0.5) close(gammaPInverse(a, p), x, 1e-13, `P⁻¹(${a}, ${p})`);
    if (q <= 0.5) close(gammaQInverse(a, q), x, 1e-13, `Q⁻¹(${a}, ${q})`);
  }
});

test("gamma with shape 1 is exponential, whole shapes count Poisson events", () => {
  close(gammaQ(1, 5), Math.exp(-5), 1e-15);
  close(gammaQ(3, 2), Math.exp(-2) * (1 + 2 + 2), 1e-15);
});

test("the ends of the range are exact", () => {
  assert.deepEqual([gammaP(2, 0), gammaQ(2, 0)], [0, 1]);
  assert.deepEqual([gammaP(2, Number.POSITIVE_INFINITY), gammaQ(2, Number.POSITIVE_INFINITY)], [1, 0]);
  assert.deepEqual([gammaPInverse(2, 0), gammaPInverse(2, 1)], [0, Number.POSITIVE_INFINITY]);
});
