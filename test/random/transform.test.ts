import assert from "node:assert/strict";
import { test } from "vitest";
import { laplace } from "../../src/random/transform.ts";
import { nameOf } from "./distributions.ts";
import { TRANSFORMS } from "./transforms.ts";

test("transforms without a closed form are accurate to 1e-14, far out on the imaginary axis too", () => {
  for (const [d, re, im, x, y] of TRANSFORMS) {
    const [actualX, actualY] = laplace(d, re, im);
    const error = Math.hypot(actualX - x, actualY - y);
    assert.ok(error < 1e-14, `${nameOf(d)} at ${re} + ${im}i: error ${error}`);
  }
});

test("the transform at the conjugate point is the conjugate", () => {
  for (const [d, re, im, x, y] of TRANSFORMS) {
    const [actualX, actualY] = laplace(d, re, -im);
    assert.ok(Math.hypot(actualX - x, actualY + y) < 1e-14, `${nameOf(d)} at ${re} − ${im}i`);
  }
});

test("a heavy tail's transform approaches 1 as slowly as it must: 1 − E exp(−sX) ≈ Γ(1 − α)(s·min)^α for α < 1", () => {
  // The first term of the expansion for small s; Γ(1/2) = √π. The next is of the order of s.
  const [value] = laplace({ dist: "pareto", min: 1, alpha: 0.5 }, 1e-10, 0);
  assert.ok(Math.abs((1 - value) / (Math.sqrt(Math.PI) * 1e-5) - 1) < 1e-5);
});

test("a transform falls off at infinity as the law begins at 0: Γ(k + 1) s⁻ᵏ for Weibull's of shape k", () => {
  const k = 1.5;
  const factor = (3 * Math.sqrt(Math.PI)) / 4; // Γ(5/2)
  for (const angle of [0, Math.PI / 2]) {
    const [x, y] = laplace({ dist: "weibull", shape: k, scale: 1 }, 1e5 * (angle === 0 ? 1 : 0), 1e5 * Math.sin(angle));
    const size = factor * 1e5 ** -k;
    assert.ok(Math.hypot(x - size * Math.cos(k * angle), y + size * Math.sin(k * angle)) < 1e-6 * size);
  }
});
