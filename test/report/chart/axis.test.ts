import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { logAxis, parameterAxis, position, valueAxis } from "../../../src/report/chart/axis.ts";

const values = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });

test("an axis holds all its values and begins at zero, or is logarithmic", () => {
  fc.assert(
    fc.property(values, (own) => {
      const { domain, log } = valueAxis("t", { values: own, ends: [] });
      // an end may fall short by a billionth, so that dust in the last bit does not cost a whole step
      assert.ok(domain[0] <= Math.min(...own) * (1 + 2e-9) && domain[1] >= Math.max(...own) * (1 - 2e-9));
      assert.ok(domain[0] < domain[1]);
      assert.equal(log ? domain[0] > 0 : domain[0] === 0, true);
      assert.equal(log, Math.max(...own) / Math.min(...own) > 50);
    }),
  );
});

test("values below zero keep an axis linear, and so do zeros alone, even when a logarithm is asked for", () => {
  assert.deepEqual(valueAxis("t", { values: [-0.3, 2], ends: [] }), {
    title: "t",
    log: false,
    domain: [-0.5, 2],
    ticks: null,
  });
  assert.equal(valueAxis("t", { values: [0, 0], ends: [] }, true).log, false);
});

test("an axis holds the intervals too; a logarithmic one follows them down for a decade", () => {
  assert.deepEqual(valueAxis("t", { values: [2], ends: [1, 9] }).domain, [0, 10]);
  assert.deepEqual(valueAxis("t", { values: [1, 100], ends: [0, 150] }).domain, [1, 200]);
  assert.deepEqual(valueAxis("t", { values: [1, 100], ends: [1e-9, 150] }).domain, [0.1, 200]);
});

test("a value of zero keeps an axis linear unless a logarithm is asked for", () => {
  assert.equal(valueAxis("t", { values: [0, 1, 100], ends: [] }).log, false);
  assert.deepEqual(valueAxis("t", { values: [0, 1, 100], ends: [] }, true).domain, [1, 100]);
});

test("a logarithmic axis ends at a 1, 2 or 5 and is labelled at round numbers inside it", () => {
  assert.deepEqual(logAxis("t", 0.03, 0.7), {
    title: "t",
    log: true,
    domain: [0.02, 1],
    ticks: [0.02, 0.05, 0.1, 0.2, 0.5, 1],
  });
  assert.deepEqual(logAxis("t", 1, 1e5).ticks, [1, 10, 100, 1000, 10_000, 100_000]);
  assert.ok(logAxis("t", 1e-12, 1e12).ticks!.length <= 13);
});

test("a parameter's axis reaches exactly as far as its values", () => {
  assert.deepEqual(parameterAxis("load", [0.5, 0.9, 0.7]).domain, [0.5, 0.9]);
  assert.equal(parameterAxis("prefetch", [1, 10, 100, 1000]).log, true);
  assert.equal(parameterAxis("prefetch", [1, 10, 100, 1000], false).log, false);
});

test("positions run from 0 to 1 along an axis, in logarithms where it has them", () => {
  assert.equal(position(logAxis("t", 1, 100), 10), 0.5);
  assert.equal(position(parameterAxis("t", [2, 4]), 3), 0.5);
});
