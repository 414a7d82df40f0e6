import assert from "node:assert/strict";
import { test } from "vitest";
import { normalQuantile } from "../../src/special/normal.ts";
import { beyondChance, chance } from "../../src/stats/holm.ts";
import { close } from "./close.ts";

const zOf = (p: number, sign = 1): number => -sign * normalQuantile(p / 2);

test("differences are accused from the largest on, each more easily, until the first that is not", () => {
  // at 0.05: 0.005 ≤ 0.05/4, 0.01 ≤ 0.05/3, but 0.03 > 0.05/2, so 0.04 ≤ 0.05 is not asked any more
  const z = [zOf(0.01), zOf(0.04, -1), zOf(0.03), zOf(0.005, -1)];
  assert.deepEqual(beyondChance(z, 0.05), [true, false, false, true]);
  assert.deepEqual(beyondChance(z, 0.01), [false, false, false, false]);
  assert.deepEqual(beyondChance([], 0.05), []);
  // what is not below 0.05/2 may be below 0.05, once the other is accused
  assert.deepEqual(beyondChance([zOf(0.04), zOf(0.02)], 0.05), [true, true]);
  assert.deepEqual(beyondChance([zOf(0.04), zOf(0.03)], 0.05), [false, false]);
});

test("a probability is two-sided", () => {
  close(chance(1.959963984540054), 0.05, 1e-12);
  close(chance(-1.959963984540054), 0.05, 1e-12);
});
