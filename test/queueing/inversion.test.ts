import assert from "node:assert/strict";
import { test } from "vitest";
import { type Complex, exp, expm1, log, log1p, minus, over, sqrt, times } from "../../src/queueing/complex.ts";
import { coefficients } from "../../src/queueing/fourier.ts";
import { coefficient, manyCoefficients } from "../../src/queueing/generating-function.ts";
import { invert } from "../../src/queueing/inversion.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { poissonMixture, poissonProbability } from "../../src/queueing/poisson.ts";
import { erlangLaw, residualOf, type TimeLaw } from "../../src/queueing/time-law.ts";
import { close } from "./cases.ts";

test("smooth functions come back from their transforms to ten digits", () => {
  for (const t of [1e-3, 0.5, 3, 1e4]) {
    const exponential = invert((re, im) => over([1, 0], [re + 1 / t, im]), t);
    assert.ok(Math.abs(exponential - Math.exp(-1)) < 1e-10);
    const gamma = invert((re, im) => times(over([1, 0], [re + 1, im]), over([1, 0], [re + 1, im])), t);
    assert.ok(Math.abs(gamma - t * Math.exp(-t)) < 1e-10);
  }
});

// max(0, 1 − t): transform (s − 1 + exp(−s))/s²; its derivative jumps at 1
function ramp(re: number, im: number): Complex {
  const [a, b] = exp([-re, -im]);
  return over([re - 1 + a, im + b], times([re, im], [re, im]));
}

test("a function with a kink comes back to nine digits a hundredth away from it, and to five at it", () => {
  for (const [t, error] of [
    [0.5, 1e-10],
    [0.9, 1e-9],
    [0.99, 1e-9],
    [0.999, 2e-7],
    [1, 3e-5],
    [1.001, 2e-7],
    [1.01, 1e-9],
    [2, 1e-10],
  ]) {
    assert.ok(Math.abs(invert(ramp, t) - Math.max(0, 1 - t)) < error, `${invert(ramp, t)} at ${t}`);
  }
});

test("a function with a jump comes back to ten digits a hundredth away from it", () => {
  const step = (re: number, im: number): Complex => over(minus([1, 0], exp([-re, -im])), [re, im]);
  for (const t of [0.5, 0.9, 0.99, 1.01, 1.1, 2]) {
    assert.ok(Math.abs(invert(step, t) - (t < 1 ? 1 : 0)) < 1e-10, `${invert(step, t)} at ${t}`);
  }
});

test("a smooth tail costs 122 values of its transform at most, once for all times of an octave, and a quantile few of them", () => {
  let values = 0;
  const law = erlangLaw(2, 1);
  const counted: TimeLaw = {
    ...law,
    residual: (re, im) => {
      values++;
      return residualOf(law)(re, im);
    },
  };
  const queue = mg1Law(0.8, counted);
  queue.waitingTail(5);
  const first = values;
  assert.ok(first <= 122, `${first} values`);
  for (const t of [4, 5.5, 6.5]) queue.waitingTail(t);
  assert.ok(values - first <= 122 - first, `${values - first} values more`);
  for (const p of [0.5, 0.9, 0.99, 0.999]) {
    values = 0;
    queue.waitingQuantile(p);
    assert.ok(values <= 4 * 122, `${values} values at ${p}`);
  }
});

test("probabilities come back from generating functions, one by one and all at once", () => {
  const poisson = (re: number, im: number) => exp([8 * (re - 1), 8 * im]);
  const all = coefficients(poisson, 60);
  for (const n of [0, 1, 8, 30, 59]) {
    assert.ok(Math.abs(coefficient(poisson, n) - poissonProbability(n, 8)) < 2e-11);
    assert.ok(Math.abs(all[n] - poissonProbability(n, 8)) < 2e-13);
  }
  assert.equal(coefficient(poisson, -1), 0);
  assert.equal(coefficient(poisson, 1.5), 0);
});

test("complex functions agree with each other and keep small arguments", () => {
  const z: Complex = [0.3, -1.2];
  const back = log(exp(z));
  close(back[0], 0.3, 1e-14);
  close(back[1], -1.2, 1e-14);
  const small: Complex = [1e-9, 2e-9];
  for (const f of [expm1, log1p]) {
    const value = f(small);
    close(value[0], 1e-9, 1e-8);
    close(value[1], 2e-9, 1e-8);
  }
  const difference = minus(expm1(z), minus(exp(z), [1, 0]));
  assert.ok(Math.hypot(...difference) < 1e-15);
  assert.deepEqual(over([1e300, 1e300], [1e300, 1e300]), [1, 0]);
  assert.deepEqual(over([4, 2], [0, 2]), [1, -2]);
});

test("Poisson probabilities keep their digits for means of a million, and mixtures sum to 1", () => {
  close(poissonProbability(0, 3), Math.exp(-3), 1e-15);
  close(poissonProbability(4, 3), (81 / 24) * Math.exp(-3), 1e-14);
  assert.equal(poissonProbability(-1, 3), 0);
  assert.equal(poissonProbability(0, 0), 1);
  for (const mean of [0, 1e-9, 0.5, 30, 1e6]) {
    close(
      poissonMixture(mean, () => 1),
      1,
      1e-9,
    );
    close(
      poissonMixture(mean, (n) => 0.5 ** n),
      Math.exp(-mean / 2),
      1e-12,
    );
  }
});

test("probabilities asked for one after the other are found together", () => {
  let values = 0;
  const poisson = (re: number, im: number) => {
    values++;
    return exp([8 * (re - 1), 8 * im]);
  };
  const probability = manyCoefficients(poisson);
  for (let n = 0; n < 300; n++) assert.ok(Math.abs(probability(n) - poissonProbability(n, 8)) < 2e-11, String(n));
  assert.equal(probability(-1), 0);
  assert.equal(probability(0.5), 0);
  assert.ok(values < 20_000, `${values} values`); // 250 each would make 45,000
});

test("square roots are principal: squared they give back the number, and their real part is not negative", () => {
  for (const z of [
    [4, 0],
    [-4, 0],
    [3, 4],
    [3, -4],
    [-3, 4],
    [-3, -4],
    [0, 2],
    [0, -2],
    [1e-8, 1],
    [-1e-8, -1e-300],
  ] as const) {
    const root = sqrt(z);
    const back = minus(times(root, root), z);
    assert.ok(Math.hypot(...back) <= 4e-16 * Math.hypot(...z), `√(${z}) = ${root}`);
    assert.ok(root[0] >= 0);
    assert.ok(z[1] === 0 || Math.sign(root[1]) === Math.sign(z[1]));
  }
  assert.deepEqual(sqrt([-4, 0]), [0, 2]);
  assert.deepEqual(sqrt([0, 0]), [0, 0]);
});
