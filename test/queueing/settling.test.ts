import assert from "node:assert/strict";
import { test } from "vitest";
import { settling } from "../../src/queueing/settling.ts";
import { close } from "./cases.ts";

/** A sequence, and how many of its values were asked for. */
function counted(f: (k: number) => number) {
  let k = 0;
  return { sequence: settling(() => f(k++)), asked: () => k };
}

test("geometric sequences are known to the end after few values, and their sums in closed form", () => {
  for (const x of [0.3, 0.9, 0.9999]) {
    const { sequence, asked } = counted((k) => 0.5 * x ** k);
    for (const k of [0, 1, 63, 64, 65, 500, 1e5]) {
      assert.ok(Math.abs(sequence.at(k) - 0.5 * x ** k) < 1e-12, `${k}`);
    }
    close(sequence.sums().zeroth, 0.5 / (1 - x), 1e-10);
    close(sequence.sums().first, 0.5 / (1 - x) ** 2, 1e-10);
    assert.ok(asked() <= 129, `${asked()} values`);
  }
});

test("a sequence of two terms settles when the faster is gone", () => {
  const [slow, fast] = [0.97, 0.9];
  const { sequence, asked } = counted((k) => 0.2 * slow ** k + 0.7 * fast ** k);
  close(sequence.sums().zeroth, 0.2 / 0.03 + 0.7 / 0.1, 1e-12);
  close(sequence.sums().first, 0.2 / 0.03 ** 2 + 0.7 / 0.1 ** 2, 1e-12);
  close(sequence.at(5000), 0.2 * slow ** 5000, 1e-9);
  assert.ok(asked() <= 577, `${asked()} values`);
});

test("a sequence that ends is 0 from there on, and no more values are asked for than needed", () => {
  const { sequence, asked } = counted((k) => (k < 3 ? 0.25 : 0));
  assert.equal(sequence.at(2), 0.25);
  assert.equal(sequence.at(1000), 0);
  assert.deepEqual(sequence.sums(), { zeroth: 0.75, first: 1.5 });
  assert.equal(asked(), 65);
  const first = counted(() => 1);
  first.sequence.at(0);
  assert.equal(first.asked(), 1);
});
