import assert from "node:assert/strict";
import { test } from "vitest";
import { exp, minus, over } from "../../src/queueing/complex.ts";
import { laplaceOf, legendrePieces } from "../../src/queueing/legendre-pieces.ts";
import { cumulative, doublings, gauss, integral, pieces } from "../../src/queueing/quadrature.ts";
import { close } from "./cases.ts";

test("sixteen points integrate polynomials up to degree 31 exactly", () => {
  close(
    gauss((x) => x ** 31, 0, 1),
    1 / 32,
    1e-15,
  );
  assert.ok(Math.abs(gauss((x) => x ** 32, 0, 1) - 1 / 33) > 1e-17);
});

test("integrals over doublings are right to twelve digits, also with a kink, a jump, or a pole of the slope", () => {
  close(
    integral((x) => Math.exp(-x), doublings(1, 64)),
    1,
    1e-13,
  );
  close(
    integral((x) => Math.abs(x - 0.3), [0, 1]),
    0.29,
    1e-12,
  );
  close(
    integral((x) => (x < 0.3 ? 1 : 2), [0, 1]),
    1.7,
    1e-11,
  );
  close(
    integral((x) => Math.sqrt(x), [0, 1]),
    2 / 3,
    1e-12,
  );
});

test("a cumulative integral is the integral up to there", () => {
  const upTo = cumulative(
    (x) => Math.exp(-x),
    pieces((x) => Math.exp(-x), doublings(1, 40), 1e-14),
  );
  for (const x of [0, 1e-8, 0.7, 3, 39]) assert.ok(Math.abs(upTo(x) + Math.expm1(-x)) < 1e-14);
});

test("doublings start at 0, end where asked, and grow by no more than twice", () => {
  const ends = doublings(1, 10);
  assert.equal(ends[0], 0);
  assert.equal(ends.at(-1), 10);
  for (let i = 2; i < ends.length; i++) assert.ok(ends[i] <= 2 * ends[i - 1]);
});

test("the transform of pieces is exact at rest and at a million turns a second", () => {
  const line = legendrePieces((t) => 1 - t, [0, 1], 1e-15);
  assert.equal(line.length, 1);
  close(laplaceOf(line, 0, 0)[0], 0.5, 1e-15);
  for (const w of [1, 30, 1e6]) {
    // ∫ (1 − t) exp(−iwt) dt = (1 − exp(−iw) − iw)/w² … divided by 1: real (1 − cos w)/w², imaginary (sin w − w)/w²
    const [re, im] = laplaceOf(line, 0, w);
    assert.ok(Math.abs(re - (1 - Math.cos(w)) / w ** 2) < 1e-16);
    assert.ok(Math.abs(im - (Math.sin(w) - w) / w ** 2) < 1e-15);
  }
});

test("transforms of an exponential tail cut off at 8 are right at slow and fast frequencies", () => {
  // ∫ exp(−(1 + s)t) dt from 0 to 8; |s| times half a piece passes through 2 and 16, where the method changes
  const pieces = legendrePieces((t) => Math.exp(-t), [0, 1, 2, 4, 8], 1e-15);
  for (const re of [0, 0.3, 3, 40]) {
    for (const im of [0, 0.1, 0.99, 1.01, 1.99, 2.01, 3.9, 4.1, 7.9, 8.1, 15.9, 16.1, 31, 33, 100, 1e4]) {
      const exact = over(minus([1, 0], exp([-8 * (1 + re), -8 * im])), [1 + re, im]);
      const gap = Math.hypot(...minus(laplaceOf(pieces, re, im), exact));
      assert.ok(gap < 3e-14, `off by ${gap} at ${re} + ${im}i`);
    }
  }
});

test("a cumulative integral takes each piece for itself, the first, the last and those between", () => {
  // steps of 1, 2, … 6: none may be seen across an end
  for (let count = 1; count <= 6; count++) {
    const upTo = cumulative((x) => Math.floor(x) + 1, [0, 1, 2, 3, 4, 5, 6].slice(0, count + 1));
    for (let n = 0; n < count; n++) {
      for (const part of [0, 0.3, 0.99]) close(upTo(n + part) + 1, 1 + (n * (n + 1)) / 2 + (n + 1) * part, 1e-14);
    }
  }
});

test("pieces and doublings are the same in any unit", () => {
  const f = (x: number) => (x < 0.3 ? 1 : Math.sqrt(x));
  const [first, all] = [doublings(1, 8), pieces(f, doublings(1, 8), 1e-12)];
  assert.ok(all.length > first.length);
  for (const unit of [2 ** -50, 2 ** 50]) {
    // powers of two change no bit
    const scaled = (ends: number[]) => ends.map((end) => unit * end);
    assert.deepEqual(doublings(unit, 8 * unit), scaled(first));
    assert.deepEqual(
      pieces((x) => f(x / unit), doublings(unit, 8 * unit), 1e-12 * unit),
      scaled(all),
    );
  }
});
