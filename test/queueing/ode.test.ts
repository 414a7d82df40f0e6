import assert from "node:assert/strict";
import { test } from "vitest";
import { type Derivative, integrate } from "../../src/queueing/ode.ts";

/** Values at the times, and how often the derivative was asked for. */
function counted(derivative: Derivative, start: number[], times: number[], tolerance?: number) {
  let asked = 0;
  const values = integrate(
    (t, y, out) => {
      asked++;
      derivative(t, y, out);
    },
    Float64Array.from(start),
    times,
    tolerance,
  );
  return { values, asked };
}

const spring: Derivative = (_t, y, out) => out.set([y[1], -y[0]]);

test("a slope that is a polynomial of degree four is integrated exactly, step by step", () => {
  const { values, asked } = counted((t, _y, out) => out.set([5 * t ** 4 - 3 * t ** 2]), [2], [1, 3, 3.5]);
  [1, 3, 3.5].forEach((t, i) => {
    assert.ok(Math.abs(values[i][0] - (2 + t ** 5 - t ** 3)) < 1e-11 * t ** 5);
  });
  assert.ok(asked <= 735, `${asked} slopes`);
});

test("the spring and a slope that depends on time are right to the tolerance, for few slopes", () => {
  for (const [tolerance, error, most] of [
    [1e-6, 1e-5, 609],
    [1e-10, 1e-9, 3682],
    [1e-12, 1e-11, 9226],
  ]) {
    const { values, asked } = counted(spring, [1, 0], [1, 1.01, 6, 20], tolerance);
    [1, 1.01, 6, 20].forEach((t, i) => {
      assert.ok(Math.hypot(values[i][0] - Math.cos(t), values[i][1] + Math.sin(t)) < error * Math.max(1, t));
    });
    assert.ok(asked <= most, `${asked} slopes at ${tolerance}`);
  }
  // y′ = −2ty: a bell
  const bell = counted((t, y, out) => out.set([-2 * t * y[0]]), [1], [0.5, 3]);
  assert.ok(Math.abs(bell.values[1][0] - Math.exp(-9)) < 1e-10);
  assert.ok(bell.asked <= 847, `${bell.asked} slopes of the bell`);
});

test("the start is returned for time 0, and a component that does not move costs nothing", () => {
  const { values, asked } = counted((_t, _y, out) => out.fill(0), [3, 4], [0, 10]);
  assert.deepEqual(
    values.map((y) => [...y]),
    [
      [3, 4],
      [3, 4],
    ],
  );
  assert.ok(asked <= 42, `${asked} slopes at rest`);
});

test("a slope that jumps is followed through the jump", () => {
  const { values, asked } = counted((t, _y, out) => out.set([t < 1 / 3 ? 1 : -2]), [0], [1]);
  assert.ok(Math.abs(values[0][0] - (1 / 3 - 4 / 3)) < 1e-8);
  assert.ok(asked <= 707, `${asked} slopes at the jump`);
});

test("in another unit of time the values are the same, through a jump of the slope too", () => {
  const slope = (t: number) => (t < 1 / 3 ? 1 : -2);
  const [known] = integrate((t, y, out) => out.set([slope(t) - y[0]]), Float64Array.of(0), [1]);
  for (const unit of [2 ** -60, 2 ** 60]) {
    // powers of two change no bit
    const [value] = integrate((t, y, out) => out.set([(slope(t / unit) - y[0]) / unit]), Float64Array.of(0), [unit]);
    assert.deepEqual(value, known);
  }
});
