import assert from "node:assert/strict";
import { test } from "vitest";
import { quantile } from "../../src/queueing/quantile.ts";
import { root } from "../../src/queueing/root.ts";
import { close } from "./cases.ts";

test("roots are found to the last bits, smooth, flat or at an end", () => {
  close(
    root((x) => x * x - 2, 0, 2),
    Math.SQRT2,
    1e-15,
  );
  close(
    root((x) => Math.expm1(x - 1) ** 3, 0, 10),
    1,
    1e-5,
  ); // a triple root: f itself vanishes around it
  close(
    root((x) => Math.log(x), 1, 5),
    1,
    1e-15,
  );
  close(
    root((x) => 1e-30 - x, 0, 1),
    1e-30,
    1e-12,
  );
});

test("a jump through 0 is found like a root", () => {
  close(
    root((x) => (x < 0.3 ? -1 : 1), 0, 1),
    0.3,
    1e-14,
  );
});

test("an interval without a change of sign is refused", () => {
  assert.throws(() => root((x) => x, 1, 2), { message: "No change of sign between 1 (1) and 2 (2)." });
});

test("quantiles invert tails from the first millionth to the last", () => {
  for (const p of [0, 1e-6, 0.5, 0.99, 1 - 1e-12]) {
    close(
      quantile((t) => Math.exp(-t / 7), p, 1),
      -7 * Math.log1p(-p),
      1e-9,
    );
  }
  close(
    quantile((t) => Math.exp(-t), 0.5, 1e-8),
    Math.LN2,
    1e-13,
  );
  close(
    quantile((t) => (1 + t) ** -0.5, 0.9, 1),
    99,
    1e-12,
  );
});

test("the quantile of a law with steps is the step itself, and of an atom at 0 it is 0", () => {
  close(
    quantile((t) => (t < 2 ? 1 : t < 5 ? 0.3 : 0), 0.7, 1),
    2,
    1e-14,
  );
  close(
    quantile((t) => (t < 2 ? 1 : t < 5 ? 0.3 : 0), 0.71, 1),
    5,
    1e-14,
  );
  assert.equal(
    quantile(() => 0.25, 0.75, 1),
    0,
  );
});

test("a tail that never falls far enough is refused", () => {
  assert.throws(() => quantile(() => 0.2, 0.9, 1), RangeError);
  assert.throws(() => quantile(() => 0, -0.1, 1), {
    message: "A quantile needs a probability p with 0 ≤ p < 1, not -0.1.",
  });
});
