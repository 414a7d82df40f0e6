import assert from "node:assert/strict";
import { test } from "vitest";
import { erf, erfc } from "../../src/special/error-function.ts";
import { normalCdf, normalQuantile } from "../../src/special/normal.ts";
import { close } from "./close.ts";
import { ERROR_FUNCTION, NORMAL_CDF, NORMAL_QUANTILE } from "./reference.ts";

test("erf and erfc are accurate to 1e-13, erfc also at 1e-273", () => {
  for (const [x, at, complement] of ERROR_FUNCTION) {
    close(erf(x), at, 1e-14, `erf(${x})`);
    close(erfc(x), complement, 1e-13, `erfc(${x})`);
  }
});

test("normalCdf is accurate to 1e-14 down to 1e-268", () => {
  for (const [z, expected] of NORMAL_CDF) close(normalCdf(z), expected, 1e-14, `Φ(${z})`);
});

test("normalQuantile is accurate to the last few bits, about the median and at 1e-300", () => {
  for (const [p, expected] of NORMAL_QUANTILE) close(normalQuantile(p), expected, 1e-15, `Φ⁻¹(${p})`);
});

test("the ends and the middle are exact", () => {
  assert.deepEqual([0, 0.5, 1].map(normalQuantile), [Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
  assert.deepEqual([normalCdf(0), erf(0), erfc(0)], [0.5, 0, 1]);
});

test("what is no probability has no quantile", () => {
  for (const p of [-0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY]) assert.throws(() => normalQuantile(p), RangeError);
});
