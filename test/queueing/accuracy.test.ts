import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { families } from "./accuracy.ts";
import { worstOf } from "./comparison.ts";

const readme = readFileSync(new URL("../../src/queueing/README.md", import.meta.url), "utf8");
const rows = new Map(
  [...readme.matchAll(/^\| ([^|]+) \| ([^|]+) \| (10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|[\d.]+ %) \| (.+) \|$/gm)].map(
    ([, family, functions, bound, what]) => [family, { functions: functions.replaceAll("`", ""), bound, what }],
  ),
);

/** A bound as people write it, 10⁻¹² or 4.5 %. */
function share(bound: string): number {
  if (bound.endsWith("%")) return Number.parseFloat(bound) / 100;
  return 10 ** -Number([...bound.slice(3)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join(""));
}

for (const { family, functions, compare } of families) {
  test(`README states how accurate ${family} is: not better than it is, nor much worse`, () => {
    const row = rows.get(family);
    assert.ok(row, `no row for ${family}`);
    assert.equal(row.functions, functions);
    const { what, error } = worstOf(compare());
    assert.ok(error <= share(row.bound), `${what} is off by ${error}, more than ${row.bound}`);
    assert.ok(share(row.bound) <= Math.max(1e-14, 20 * error), `${row.bound} is too modest for ${error}`);
    assert.ok(
      compare().some((one) => one.what === row.what),
      `nothing is compared with ${row.what}`,
    );
  });
}

test("README has no row for a family that nothing is compared with", () => {
  assert.equal(rows.size, families.length);
});
