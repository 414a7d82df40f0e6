import assert from "node:assert/strict";
import { test } from "vitest";
import { fontMetrics } from "../../../src/report/font/metrics.ts";
import { inter, interMetrics } from "../inter.ts";

test("texts are as wide as an independent reader of the font's other character map says", () => {
  // a Python script that reads the subtable of format 4, while the product reads the one of format 12
  const expected: [string, number, number][] = [
    ["Hamburgefonstiv", 16746, 17266],
    ["p99 latency [ms]", 16356, 16724],
    ["λ = 12.3 µs – 4 ≤ é", 17815, 17818],
  ];
  for (const [text, regular, semibold] of expected) {
    assert.equal(interMetrics.width(text, 2048, false), regular);
    assert.equal(interMetrics.width(text, 2048, true), semibold);
  }
});

test("what is not a TrueType font is refused", () => {
  assert.throws(() => fontMetrics(new Uint8Array(4), inter.semibold), {
    name: "RangeError",
    message: "This is not a TrueType font.",
  });
  assert.throws(
    () => fontMetrics(inter.regular, new TextEncoder().encode("OTTO and more than twelve bytes")),
    RangeError,
  );
});
