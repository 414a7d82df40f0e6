import assert from "node:assert/strict";
import { test } from "vitest";
import { minus } from "../../src/queueing/complex.ts";
import { endOfTail, numericLaw } from "../../src/queueing/numeric-law.ts";
import { erlangLaw, residualOf } from "../../src/queueing/time-law.ts";

test("an Erlang law known by its tail has the transforms of the law known by its formula, in any unit", () => {
  for (const mean of [1e-6, 1, 1e6]) {
    const law = erlangLaw(3, mean);
    const numeric = numericLaw(law, law.tail);
    assert.deepEqual([numeric.mean, numeric.second, numeric.third], [law.mean, law.second, law.third]);
    assert.equal(numeric.tail(mean), law.tail(mean));
    for (const size of [1e-3, 0.3, 2, 40]) {
      for (const turn of [0, 1, 20]) {
        const [re, im] = [size / mean, (turn * size) / mean];
        const [transform, residual] = [law.transform(re, im), residualOf(law)(re, im)];
        assert.ok(Math.hypot(...minus(numeric.transform(re, im), transform)) < 1e-11);
        assert.ok(Math.hypot(...minus(residualOf(numeric)(re, im), residual)) < 1e-12);
      }
    }
  }
});

test("a jump is found to the same share of the mean in any unit", () => {
  for (const mean of [1e-6, 1, 1e6]) {
    // half of all take 0.7 of the mean, half 1.3
    const tail = (t: number) => (t < 0.7 * mean ? 1 : t < 1.3 * mean ? 0.5 : 0);
    const law = numericLaw({ mean, second: 1.09 * mean ** 2, third: 1.27 * mean ** 3 }, tail);
    for (const s of [0.01, 1, 30]) {
      const [re] = law.transform(s / mean, 0);
      assert.ok(Math.abs(re - (Math.exp(-0.7 * s) + Math.exp(-1.3 * s)) / 2) < 1e-11, `${s} at ${mean}`);
    }
  }
});

test("a tail matters until it has fallen below 10⁻¹⁸, or 10⁶⁰ means from here", () => {
  assert.equal(
    endOfTail(1, (t) => Math.exp(-t)),
    64,
  );
  assert.equal(
    endOfTail(3, (t) => Math.exp(-t / 3)),
    192,
  );
  assert.equal(
    endOfTail(2, (t) => (1 + t / 2) ** -0.1),
    2 * 2 ** 200,
  );
  assert.equal(
    endOfTail(1e-30, (t) => (1 + t * 1e30) ** -0.1),
    1e-30 * 2 ** 200,
  );
  assert.equal(
    endOfTail(5, (t) => (t < 5 ? 1 : 0)),
    5,
  );
});

test("where a tail is 1 it is looked at once, however long that is", () => {
  // uniform between 9 and 11 s
  let asked = 0;
  const law = numericLaw({ mean: 10, second: 100 + 1 / 3, third: 1010 }, (t) => {
    asked++;
    return Math.min(1, Math.max(0, (11 - t) / 2));
  });
  const [re, im] = law.transform(0.2, 0);
  assert.ok(Math.abs(re - (Math.exp(-1.8) - Math.exp(-2.2)) / 0.4) < 1e-12 && im === 0);
  const once = asked;
  law.transform(1, 1);
  assert.equal(asked, once);
  assert.ok(once <= 1320, `${once} values`);
});
