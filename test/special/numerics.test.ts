import assert from "node:assert/strict";
import { test } from "vitest";
import { complexExpm1, complexLog1p, over, times } from "../../src/special/complex.ts";
import { firstReached } from "../../src/special/first-reached.ts";
import { increasingRoot } from "../../src/special/increasing-root.ts";
import { solve } from "../../src/special/linear.ts";
import { tanhSinh, trapezoid } from "../../src/special/quadrature.ts";
import { close } from "./close.ts";

test("increasingRoot finds a root where Newton's steps alone would leave the range or circle", () => {
  close(
    increasingRoot((x) => ({ value: Math.atan(x - 3), slope: 1 / (1 + (x - 3) ** 2) }), { start: 100 }),
    3,
    1e-15,
  );
  close(
    increasingRoot((x) => ({ value: Math.cbrt(x - 1), slope: 0 }), { start: 0 }),
    1,
    1e-15,
  );
  close(
    increasingRoot((x) => ({ value: x ** 3 - 2, slope: 3 * x * x }), { start: 0, low: 0, high: 10 }),
    Math.cbrt(2),
    1e-15,
  );
});

test("firstReached finds a jump to the last bit from either side", () => {
  assert.equal(
    firstReached((x) => x >= 0.1, 0, 1),
    0.1,
  );
  assert.equal(
    firstReached((x) => x <= 0.1, 1, 0),
    0.1,
  );
});

test("solve needs its pivots: a system with a zero on the diagonal", () => {
  const x = solve(
    [
      [0, 2, 1],
      [1, -2, -3],
      [-1, 1, 2],
    ],
    [-8, 0, 3],
  );
  // By hand: x = (−4, −5, 2).
  [-4, -5, 2].forEach((expected, i) => {
    close(x[i], expected, 1e-14);
  });
});

test("solve refuses a singular system", () => {
  assert.throws(
    () =>
      solve(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 1],
      ),
    RangeError,
  );
});

test("the trapezoidal rule integrates what dies away at both ends: the Gaussian and its Fourier transform", () => {
  const [re, im] = trapezoid((x) => [Math.exp(-x * x) * Math.cos(6 * x), Math.exp(-x * x) * Math.sin(6 * x)], -9, 9);
  assert.ok(Math.abs(re - Math.sqrt(Math.PI) * Math.exp(-9)) < 1e-14);
  assert.ok(Math.abs(im) < 1e-14);
});

test("tanh-sinh quadrature bears singularities at the ends", () => {
  const [arcsine] = tanhSinh(({ fromLow, fromHigh }) => [1 / Math.sqrt(fromLow * fromHigh), 0], 2, 5);
  close(arcsine, Math.PI, 1e-14);
  const [logarithm] = tanhSinh(({ fromLow }) => [Math.log(fromLow), 0], 0, 1);
  close(logarithm, -1, 1e-14);
});

test("quadrature refuses what it cannot resolve instead of returning a guess", () => {
  assert.throws(() => tanhSinh(({ x }) => [Math.cos(1e7 * x), 0], 0, 1), RangeError);
});

test("complex arithmetic agrees with a worked example", () => {
  assert.deepEqual(times([1, 2], [3, -1]), [5, 5]);
  assert.deepEqual(over([5, 5], [3, -1]), [1, 2]);
  // e^(0.3 + 0.4i) − 1 and ln(1 + (0.3 + 0.4i)), by mpmath 1.3
  const [a, b] = complexExpm1([0.3, 0.4]);
  close(a, 0.2433022950695026, 1e-15);
  close(b, 0.5256597791969788, 1e-15);
  const [c, d] = complexLog1p([0.3, 0.4]);
  close(c, 0.3075928195451167, 1e-15);
  close(d, 0.2984989315861793, 1e-15);
  close(complexExpm1([1e-20, 1e-20])[0], 1e-20, 1e-15);
  close(complexLog1p([1e-20, 1e-20])[0], 1e-20, 1e-15);
});
