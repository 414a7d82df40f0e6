import assert from "node:assert/strict";
import { test } from "vitest";
import { quantile } from "../../src/queueing/quantile.ts";
import { crossing, root } from "../../src/queueing/root.ts";
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
  for (const value of [0.5, 1e-200, -1e-200]) assert.throws(() => root(() => value, 1, 2), RangeError);
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

test("where a law rests at the very share that is asked for, the quantile is the beginning of the rest", () => {
  // half take 2 s and half 5; a quarter each 1, 2, 3 and 4 s
  for (const scale of [0.01, 1, 2, 3.5, 5, 100]) {
    close(
      quantile((t) => (t < 2 ? 1 : t < 5 ? 0.5 : 0), 0.5, scale),
      2,
      1e-14,
    );
    for (const n of [1, 2, 3]) {
      close(
        quantile((t) => Math.max(0, 1 - Math.floor(t) / 4), n / 4, scale),
        n,
        1e-14,
      );
    }
  }
});

test("a tail that never falls far enough is refused", () => {
  assert.throws(() => quantile(() => 0.2, 0.9, 1), RangeError);
  assert.throws(() => quantile(() => 0, -0.1, 1), {
    message: "A quantile needs a probability p with 0 ≤ p < 1, not -0.1.",
  });
});

test("roots take few values: nine for √2, three times fewer than halving; to four digits fewer still", () => {
  for (const [f, low, high, most, roughly] of [
    [(x: number) => x * x - 2, 0, 2, 9, 6],
    [(x: number) => Math.cos(x) - x, 0, 1, 5, 5],
    [(x: number) => x ** 3 - 2 * x - 5, 2, 3, 9, 5],
    [(x: number) => Math.exp(x) - 1e4, 0, 50, 14, 12],
    [(x: number) => 1 / (x - 3) - 6, 3.01, 9, 15, 12],
    [(x: number) => (x - 1) ** 9, 0, 3.1, 52, 16], // flat: as slow as halving
    [(x: number) => (x < 0.3 ? -1 : 1), 0, 1, 53, 16],
    [(x: number) => Math.atan(x * 1e6 - 1), -1, 2, 27, 27],
    [(x: number) => 3 * x - 1, -5, 100, 3, 3],
    [(x: number) => x + 1e9, -3e9, 1, 1, 1],
    [(x: number) => x ** 3 - 27, 1, 3, 1, 1], // the bracket ends there
  ] as const) {
    const count = (tolerance?: number) => {
      let values = 0;
      const counted = (x: number) => {
        values++;
        return f(x);
      };
      const x = crossing(counted, [low, f(low)], [high, f(high)], tolerance);
      return { x, values };
    };
    const [fine, rough] = [count(), count(1e-4)];
    assert.ok(fine.values <= most && rough.values <= roughly, `${fine.values} and ${rough.values} for ${f}`);
    close(rough.x, fine.x, 1e-4);
  }
});

test("a root is found wherever its bracket begins, and the same with its ends exchanged", () => {
  const f = (x: number) => x * Math.exp(-x) - 1e-3;
  for (const low of [1, 2, 5]) {
    for (const high of [10, 100, 500]) {
      close(root(f, low, high), 9.11800647040274, 1e-13);
      close(root(f, high, low), 9.11800647040274, 1e-13);
    }
  }
  close(
    root((x) => -f(x), 1, 500),
    9.11800647040274,
    1e-13,
  );
  assert.equal(
    root((x) => x - 5, 1, 5),
    5,
  );
  assert.throws(() => root((x) => x * x + 0.01, -1, 1), RangeError);
  // where f is infinite there is no chord
  close(
    root((x) => (x < 1 ? 1 / (1 - x) - 3 : Infinity), 0, 1),
    2 / 3,
    1e-15,
  );
});

test("quantiles take few values of the tail, whether the scale is a millionth or a million times what it should be", () => {
  const erlang = (t: number) => {
    let [sum, term] = [0, Math.exp(-10 * t)];
    for (let k = 1; k <= 10; k++) [sum, term] = [sum + term, (term * 10 * t) / k];
    return sum;
  };
  for (const [tail, scale, most] of [
    [(t: number) => Math.exp(-t), 1e-6, [11, 12, 16]],
    [(t: number) => Math.exp(-t), 1, [6, 5, 8]],
    [(t: number) => Math.exp(-t), 1e6, [7, 9, 16]],
    [(t: number) => (1 + t) ** -1.5, 1e-6, [15, 18, 24]],
    [(t: number) => (1 + t) ** -1.5, 1, [8, 12, 16]],
    [(t: number) => (1 + t) ** -1.5, 1e6, [23, 26, 16]],
    [erlang, 1e-6, [26, 20, 18]],
    [erlang, 1, [12, 13, 12]],
    [(t: number) => 0.3 * Math.exp(-t / 4), 1e-6, [1, 13, 17]],
  ] as const) {
    [0.5, 0.9, 0.999999].forEach((p, i) => {
      let values = 0;
      const counted = (t: number) => {
        values++;
        return tail(t);
      };
      const t = quantile(counted, p, scale);
      assert.ok(values <= most[i], `${values} values for ${p} at ${scale}`);
      if (t > 0) close(tail(t), 1 - p, 1e-9);
      const rough = quantile(tail, p, scale, 1e-6);
      close(rough, t, 1e-6);
    });
  }
});
