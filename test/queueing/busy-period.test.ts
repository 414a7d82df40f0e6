import assert from "node:assert/strict";
import { test } from "vitest";
import { busyPeriodOf, interruptedBy } from "../../src/queueing/busy-period.ts";
import { type Complex, minus, plus, scaled, sqrt, times } from "../../src/queueing/complex.ts";
import { constantLaw, erlangLaw, exponentialLaw, residualOf, type TimeLaw } from "../../src/queueing/time-law.ts";

/** Small and large, on the real axis and off it, as inversion at times of 10⁻² … 10⁷ asks for. */
const points: Complex[] = [1e-7, 1e-4, 0.01, 0.3, 2, 50, 1000].flatMap((size) =>
  [0, 0.5, 3, 40].map((turn): Complex => [size, size * turn]),
);

function near(actual: Complex, expected: Complex, relative: number): void {
  const gap = Math.hypot(...minus(actual, expected)) / Math.hypot(...expected);
  assert.ok(gap <= relative, `${actual} and ${expected}: ${gap}`);
}

/** A law that counts how often its residual transform is asked for. */
function counted(law: TimeLaw): { law: TimeLaw; asked: () => number } {
  let values = 0;
  const residual = (re: number, im: number) => {
    values++;
    return residualOf(law)(re, im);
  };
  return { law: { ...law, residual }, asked: () => values };
}

test("the busy period of M/M/1 is the smaller root of its quadratic, from saturation to light load", () => {
  for (const [lambda, mu] of [
    [0.9999, 1],
    [1.4, 2],
    [0.01, 0.1],
  ]) {
    const busy = busyPeriodOf(lambda, exponentialLaw(1 / mu));
    for (const s of points) {
      // λθ² − (λ + μ + s)θ + μ = 0; with y = 1 − θ it is λy² + (μ − λ + s)y = s, solved without cancelling
      const b = plus([mu - lambda, 0], s);
      const discriminant = sqrt(plus(times(b, b), scaled(4 * lambda, s)));
      const sum = plus(b, discriminant);
      const y = scaled(2 / (sum[0] ** 2 + sum[1] ** 2), times(s, [sum[0], -sum[1]]));
      near(busy(...s), y, 1e-12);
    }
  }
});

test("the busy period of any service solves Kendall's equation within the unit disc", () => {
  for (const [lambda, law] of [
    [0.45, constantLaw(2)],
    [0.9999, constantLaw(1)],
    [3, erlangLaw(3, 0.3)],
  ] as const) {
    const busy = busyPeriodOf(lambda, law);
    for (const s of points) {
      const theta = minus([1, 0], busy(...s));
      assert.ok(Math.hypot(...theta) <= 1);
      const at = plus(s, scaled(lambda, busy(...s)));
      near(minus([1, 0], law.transform(...at)), busy(...s), 1e-9);
      assert.ok(Math.hypot(...minus(interruptedBy(law.transform, lambda, busy)(...s), theta)) < 1e-13);
    }
  }
});

test("few values of the service's transform are enough for one of the busy period, at ρ = 0.9999 and near 0 too", () => {
  // 28 points each; the numbers are those measured, and more would make quantiles slower
  for (const [lambda, law, all, most] of [
    [0.9999, exponentialLaw(1), 197, 12],
    [0.35, erlangLaw(2, 2), 155, 8],
    [0.0001, constantLaw(5000), 110, 8],
  ] as const) {
    const { law: service, asked } = counted(law);
    const busy = busyPeriodOf(lambda, service);
    let largest = 0;
    for (const s of points) {
      const before = asked();
      busy(...s);
      largest = Math.max(largest, asked() - before);
    }
    assert.ok(asked() <= all && largest <= most, `${asked()} in all, ${largest} at most for ${law.mean}`);
    const before = asked();
    busy(...points[27]); // the same again costs nothing
    assert.equal(asked(), before);
  }
});

test("under a heavy load of constant services it solves Kendall's equation beside their frequency too", () => {
  for (const load of [0.99, 0.9999]) {
    const busy = busyPeriodOf(load, constantLaw(1));
    for (const s of [
      [0.001, 6.25],
      [0.02, 6.28],
      [0.005, 12.56],
    ] as Complex[]) {
      const at = plus(s, scaled(load, busy(...s)));
      near(minus([1, 0], constantLaw(1).transform(...at)), busy(...s), 1e-9);
    }
  }
});

test("few values are enough where the last bits of the service's transform jump about", () => {
  const { law, asked } = counted(constantLaw(1));
  const busy = busyPeriodOf(0.5, law);
  busy(23 / 128, (700 * Math.PI) / 64);
  busy(23 / 16, (700 * Math.PI) / 8);
  assert.ok(asked() <= 20, `${asked()}`); // 13
});

test("where the residual transform must be had from a difference, its lost digits are all that is lost", () => {
  for (const [load, s] of [
    [0.9, 1e-6],
    [0.999, 1e-8],
  ]) {
    const { residual: _, ...plain } = constantLaw(1);
    const [exact, rough] = [constantLaw(1), plain].map((law: TimeLaw) => busyPeriodOf(load, law)(s, 0));
    near(rough, exact, 1e-6);
  }
});
