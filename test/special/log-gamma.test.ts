import assert from "node:assert/strict";
import { test } from "vitest";
import { logGamma, logGammaOnePlus, stirlingError } from "../../src/special/log-gamma.ts";
import { close } from "./close.ts";
import { LOG_GAMMA } from "./reference.ts";

test("logGamma keeps its relative accuracy from 1e-10 to 1e8 and about its zeros", () => {
  for (const [x, expected] of LOG_GAMMA) close(logGamma(x), expected, 1e-15, `lnΓ(${x})`);
});

test("logGamma of a whole number is the logarithm of a factorial", () => {
  let logFactorial = 0;
  for (let n = 1; n <= 60; n++) {
    logFactorial += Math.log(n);
    if (n > 1) close(logGamma(n + 1), logFactorial, 1e-14, `ln ${n}!`);
  }
});

test("logGammaOnePlus sees what 1 + z rounds away: lnΓ(1 + z) ≈ −γz", () => {
  close(logGammaOnePlus(1e-30), -0.5772156649015329e-30, 1e-15);
});

test("the error of Stirling's formula is continuous where its computation changes", () => {
  for (const x of [0.5, 10]) {
    const jump = stirlingError(x * (1 + 1e-15)) - stirlingError(x * (1 - 1e-15));
    assert.ok(Math.abs(jump) < 4e-15, `at ${x} it jumps by ${jump}`); // it is used as an exponent
  }
  close(stirlingError(1e6), 1 / 12e6, 1e-12);
});
