import assert from "node:assert/strict";
import { test } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { unseenSquares } from "../../src/random/unseen.ts";
import { normalCdf, normalQuantile } from "../../src/special/normal.ts";

const near = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, not ${expected}`);

const pareto = (alpha: number): Distribution => ({ dist: "pareto", min: 3, alpha });

test("of a lognormal law, weighted by its squares, lies beyond x what lies two sigma nearer without the weights", () => {
  for (const sigma of [0.9, 1.2, 1.5174, 2]) {
    for (const n of [1e3, 1e5, 1e6]) {
      const exact = normalCdf(2 * sigma - normalQuantile(1 - 1 / n));
      near(unseenSquares({ dist: "lognormal", mu: 5, sigma }, n), exact > 0.01 ? exact : 0, 0.01);
      if (exact > 0.02) near(unseenSquares({ dist: "lognormal", mu: 5, sigma }, n), exact, 2e-4);
    }
  }
});

test("of a Pareto law n^−(1 − 2/α) is unseen, and all of it where there is no second moment", () => {
  for (const alpha of [2.2, 2.5, 3]) near(unseenSquares(pareto(alpha), 1000), 1000 ** -(1 - 2 / alpha), 5e-4);
  assert.equal(unseenSquares(pareto(2), 1e9), 1);
  assert.equal(unseenSquares(pareto(1.5), 1e9), 1);
});

test("of an exponential law (1 + x + x²/2)·e⁻ˣ is unseen beyond x = ln n, too little to be reckoned in longer runs", () => {
  for (const n of [10, 100, 1000]) {
    const x = Math.log(n);
    near(unseenSquares({ dist: "exponential", mean: 0.2 }, n), (1 + x + x ** 2 / 2) / n, 5e-4);
  }
  assert.equal(unseenSquares({ dist: "exponential", mean: 0.2 }, 1e6), 0);
});

test("jumps cost no more than a hundredth", () => {
  const giant = { weight: 0.001, law: { dist: "constant", value: 100 } } as const;
  const mixture: Distribution = {
    dist: "mixture",
    of: [{ weight: 0.999, law: { dist: "constant", value: 1 } }, giant],
  };
  near(unseenSquares(mixture, 500), 10 / 10.999, 0.01); // none of the giants
  near(unseenSquares(mixture, 2000), 0, 0.01); // two of them
});

test("a constant hides nothing, also if it is 0", () => {
  near(unseenSquares({ dist: "constant", value: 7 }, 2), 0, 0.01);
  assert.equal(unseenSquares({ dist: "constant", value: 0 }, 1000), 0);
});
