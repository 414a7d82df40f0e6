import assert from "node:assert/strict";
import { test } from "vitest";
import { poissonMixture, poissonProbability } from "../../src/queueing/poisson.ts";
import { close } from "./cases.ts";

test("where nothing is expected nothing comes, and never less than nothing", () => {
  assert.deepEqual(
    [-2, -1, 0, 1, 2].map((n) => poissonProbability(n, 0)),
    [0, 0, 1, 0, 0],
  );
  assert.deepEqual(
    [-2, -1].map((n) => poissonProbability(n, 3)),
    [0, 0],
  );
  close(poissonProbability(1, 3), 3 * Math.exp(-3), 1e-15);
});

test("a mixture reaches as far as something is found, on either side", () => {
  const only = (m: number) => (n: number) => (n === m ? 1 : 0);
  for (const m of [0, 3, 99, 100, 101, 300]) {
    close(poissonMixture(100, only(m)), poissonProbability(m, 100), 1e-13);
    close(poissonMixture(100.5, only(m)), poissonProbability(m, 100.5), 1e-13);
  }
  assert.equal(
    poissonMixture(100, () => 0),
    0,
  );
  assert.equal(poissonMixture(0, only(0)), 1);
  assert.equal(poissonMixture(0, only(1)), 0);
});

test("a mixture asks for no more values than can change it: of 10,000 expected, those within ten deviations", () => {
  for (const [mean, most] of [
    [0.001, 7],
    [1, 22],
    [30, 95],
    [1e4, 1909],
  ]) {
    let asked = 0;
    const all = poissonMixture(mean, () => {
      asked++;
      return 1;
    });
    close(all, 1, 1e-12);
    assert.ok(asked <= most, `${asked} values for ${mean}`);
  }
});

test("a mixture of what is certain is certain, for means up to a hundred million", () => {
  for (const mean of [1e-9, 1e6, 1e8]) {
    close(
      poissonMixture(mean, () => 1),
      1,
      1e-12,
    );
  }
});
