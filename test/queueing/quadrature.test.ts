import assert from "node:assert/strict";
import { test } from "vitest";
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
