import assert from "node:assert/strict";
import { test } from "vitest";
import { models } from "./models.ts";

/** How a figure of this name changes when all rates grow k-fold. */
function dimension(name: string): number {
  if (/variance$/i.test(name) && !/^number/.test(name)) return -2;
  if (/(time|hold|delay|timeOfFirst|sojourns)$/i.test(name) || /^time(At|Of)/.test(name)) return -1;
  if (/^(throughputs?|rates|attemptRate|batchRate|capacity)$/.test(name)) return 1;
  return 0;
}

/** Compares figures, and laws at corresponding times, wherever they are in the answer. */
function compare(one: unknown, many: unknown, k: number, path: string[]): void {
  const name = path.findLast((part) => !/^(\d+|low|high)$/.test(part)) ?? "";
  if (typeof one === "number" && typeof many === "number") {
    const expected = one * k ** dimension(name);
    assert.ok(
      Math.abs(many - expected) <= 1e-6 * Math.abs(expected) + 1e-13,
      `${path.join(".")}: ${many}, not ${expected}`,
    );
  } else if (typeof one === "function" && typeof many === "function") {
    compareLaws(one as (x: number) => number, many as (x: number) => number, k, path);
  } else if (one !== null && typeof one === "object") {
    for (const [key, value] of Object.entries(one)) {
      compare(value, (many as Record<string, unknown>)[key], k, [...path, key]);
    }
  }
}

function compareLaws(one: (x: number) => number, many: (x: number) => number, k: number, path: string[]): void {
  const name = path[path.length - 1];
  const argument = name.endsWith("Tail") ? 0.45 : name === "probability" ? 2 : 0.8;
  const [before, after] = [one(argument), many(name.endsWith("Tail") ? argument / k : argument)];
  const expected = name.endsWith("Quantile") ? before / k : before;
  assert.ok(Math.abs(after - expected) <= 1e-6 * expected + 1e-9, `${path.join(".")}: ${after}, not ${expected}`);
}

for (const [name, model] of Object.entries(models)) {
  test(`${name} does not depend on the unit of time`, () => {
    for (const k of [1000, 0.01]) compare(model(1), model(k), k, []);
  });
}
