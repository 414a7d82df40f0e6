import assert from "node:assert/strict";
import { test } from "vitest";
import { isIrreducible, reachable, stationaryDistribution } from "../../src/random/markov.ts";

test("a birth and death process has its product form, over forty orders of magnitude", () => {
  const [birth, death] = [1e-10, 3];
  const n = 5;
  const rates = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (j === i + 1 ? birth : j === i - 1 ? death : 0)),
  );
  const ratio = birth / death;
  const total = Array.from({ length: n }, (_, k) => ratio ** k).reduce((sum, x) => sum + x, 0);
  stationaryDistribution(rates).forEach((probability, k) => {
    const expected = ratio ** k / total;
    assert.ok(Math.abs(probability / expected - 1) < 1e-14, `state ${k}: ${probability}, not ${expected}`);
  });
});

test("a one-way circle is in each state in proportion to how long it stays there", () => {
  const circle = [
    [-2, 2, 0],
    [0, -5, 5],
    [10, 0, -10],
  ];
  stationaryDistribution(circle).forEach((probability, i) => {
    assert.ok(Math.abs(probability - [0.5, 0.2, 0.1][i] / 0.8) < 1e-15);
  });
});

test("a general chain balances: what flows into each state flows out", () => {
  const rates = [
    [0, 3, 0.1, 7],
    [2, 0, 5, 0],
    [0, 1e6, 0, 1e-6],
    [4, 0, 2, 0],
  ];
  const phases = stationaryDistribution(rates);
  for (let state = 0; state < 4; state++) {
    const inflow = phases.reduce((sum, phase, i) => sum + phase * rates[i][state], 0);
    const outflow = phases[state] * rates[state].reduce((sum, rate) => sum + rate, 0);
    assert.ok(Math.abs(inflow / outflow - 1) < 1e-14, `state ${state}`);
  }
});

test("a single state is there always", () => assert.deepEqual(stationaryDistribution([[0]]), [1]));

test("a chain with a state of no return is not irreducible", () => {
  assert.ok(
    isIrreducible([
      [-1, 1, 0],
      [0, -1, 1],
      [1, 0, -1],
    ]),
  );
  const trap = [
    [-1, 1, 0],
    [1, -2, 1],
    [0, 0, 0],
  ];
  assert.ok(!isIrreducible(trap));
  assert.deepEqual(reachable(trap, 0), new Set([0, 1, 2]));
  assert.deepEqual(reachable(trap, 2), new Set([2]));
});
