import assert from "node:assert/strict";
import { test } from "vitest";
import { cosTurns, exp, expm1, log, log1p, sinTurns } from "../../src/special/elementary.ts";
import { close } from "./close.ts";
import { EXP, LOG } from "./reference.ts";

/** Distance in units of the last place of the expected value. */
function ulps(actual: number, expected: number): number {
  const place = Math.max(2 ** (Math.floor(Math.log2(Math.abs(expected))) - 52), Number.MIN_VALUE);
  return Math.abs(actual - expected) / place;
}

test("exp is within one unit in the last place, subnormal results included", () => {
  for (const [x, expected] of EXP) assert.ok(ulps(exp(x), expected) <= 1, `exp(${x}) is ${exp(x)}, not ${expected}`);
});

test("log is within one unit in the last place, subnormal arguments and those close to 1 included", () => {
  for (const [x, expected] of LOG) assert.ok(ulps(log(x), expected) <= 1, `log(${x}) is ${log(x)}, not ${expected}`);
});

test("exp and log have the limits of the real functions", () => {
  assert.equal(exp(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  assert.equal(exp(710), Number.POSITIVE_INFINITY);
  assert.equal(exp(-746), 0);
  assert.equal(exp(0), 1);
  assert.equal(log(0), Number.NEGATIVE_INFINITY);
  assert.equal(log(1), 0);
  assert.equal(log(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  assert.ok(Number.isNaN(log(-1)));
  assert.ok(Number.isNaN(exp(Number.NaN)));
});

test("log is right at every power of two", () => {
  for (let k = -1074; k <= 1023; k++) close(log(2 ** k), k * Math.LN2, 2 ** -52, `log 2^${k}`);
});

test("expm1 and log1p are accurate where exp − 1 and log(1 + x) are not", () => {
  for (const x of [1e-300, -1e-20, 1e-10, -3e-5, 0.1, -0.4, 0.6, 3, -5, 30]) {
    close(expm1(x), Math.expm1(x), 1e-15, `expm1(${x})`);
    if (x > -1) close(log1p(x), Math.log1p(x), 1e-15, `log1p(${x})`);
  }
});

test("sine and cosine of turns are exact at quarters and agree with Math elsewhere", () => {
  assert.deepEqual(
    [0, 0.25, 0.5, 0.75, 1, -3.25].map((x) => sinTurns(x) + 0),
    [0, 1, 0, -1, 0, -1],
  );
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1, -3.25].map(cosTurns), [1, 0, -1, 0, 1, 0]);
  for (let i = -200; i < 200; i++) {
    const turns = i / 97;
    assert.ok(Math.abs(sinTurns(turns) - Math.sin(2 * Math.PI * turns)) < 1e-15 * (10 + Math.abs(i)));
    assert.ok(Math.abs(cosTurns(turns) - Math.cos(2 * Math.PI * turns)) < 1e-15 * (10 + Math.abs(i)));
  }
});
