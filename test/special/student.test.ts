import assert from "node:assert/strict";
import { test } from "vitest";
import { normalCdf, normalQuantile } from "../../src/special/normal.ts";
import { studentCdf, studentQuantile } from "../../src/special/student.ts";
import { close } from "./close.ts";
import { STUDENT_CDF, STUDENT_QUANTILE } from "./reference.ts";

test("studentCdf is accurate to 1e-13, tails included", () => {
  for (const [t, degrees, expected] of STUDENT_CDF) close(studentCdf(t, degrees), expected, 1e-13, `${t}, ${degrees}`);
});

test("studentQuantile is accurate to 1e-14, about the median and at 1e-12", () => {
  for (const [p, degrees, expected] of STUDENT_QUANTILE) {
    close(studentQuantile(p, degrees), expected, 1e-14, `${p}, ${degrees}`);
  }
});

test("upper quantiles mirror lower ones", () => {
  assert.equal(studentQuantile(0.75, 7), -studentQuantile(0.25, 7));
  assert.equal(studentQuantile(0.5, 7), 0);
});

test("one degree of freedom is Cauchy's law, infinitely many are normal", () => {
  close(studentQuantile(0.9, 1), Math.tan(0.4 * Math.PI), 1e-14);
  assert.equal(studentQuantile(0.9, Number.POSITIVE_INFINITY), normalQuantile(0.9));
  assert.equal(studentCdf(-2, Number.POSITIVE_INFINITY), normalCdf(-2));
  close(studentQuantile(0.975, 1e7), normalQuantile(0.975), 1e-6);
});
