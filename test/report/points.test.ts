import assert from "node:assert/strict";
import { test } from "vitest";
import { isLogGrid, numberAt, pointLabels, sweptNumber, sweptParameters } from "../../src/report/points.ts";
import { emptyResult, gridResult, pointOf, sweepResult } from "./fixtures.ts";

test("what a point is called is what tells it from the others", () => {
  assert.equal(pointLabels(sweepResult())[7], "one fast server, load 0.9");
  assert.equal(pointLabels(sweepResult(), ["load"])[7], "one fast server");
  assert.deepEqual(pointLabels(emptyResult({ points: [pointOf("only", { load: 0.8 })] })), [""]);
});

test("a parameter with one value was not swept", () => {
  const result = emptyResult({ points: [pointOf("", { load: 0.5, size: 1 }), pointOf("", { load: 0.6, size: 1 })] });
  assert.deepEqual(
    sweptParameters(result).map(({ name }) => name),
    ["load"],
  );
});

test("quantities in one unit are numbers with that unit; times in several units share one; other mixtures are words", () => {
  const swept = (...values: string[]) =>
    emptyResult({ points: values.map((value) => pointOf("", { service: value })) });
  const parameter = sweptNumber(swept("10 ms", "20 ms", "2.5 ms"), undefined)!;
  assert.equal(parameter.unit, "ms");
  assert.equal(numberAt(parameter, { service: "2.5 ms" }), 2.5);
  const times = sweptNumber(swept("500 us", "10 ms", "1 s"), undefined)!;
  assert.deepEqual([times.unit, times.numbers], ["ms", [0.5, 10, 1000]]);
  assert.equal(sweptNumber(swept("10 ms", "10/s"), undefined), undefined);
  assert.equal(sweptNumber(swept("fifo", "lifo"), undefined), undefined);
});

test("the axis is the numeric parameter with most values, or the one that was asked for", () => {
  assert.equal(sweptNumber(gridResult(), undefined)!.name, "prefetch");
  assert.equal(sweptNumber(gridResult(), "load")!.name, "load");
  assert.equal(sweptNumber(gridResult(), "nonsense"), undefined);
});

test("a point that does not set a parameter has no coordinate, not even an inherited one", () => {
  const parameter = sweptNumber(gridResult(), "load")!;
  assert.equal(numberAt({ ...parameter, name: "constructor" }, { load: 0.5 }), undefined);
});

test("steps of equal ratio over a wide range make a logarithmic grid", () => {
  assert.equal(isLogGrid([1, 2, 5, 10, 20, 50, 100]), true);
  assert.equal(isLogGrid([0.5, 0.6, 0.7, 0.8, 0.9]), false);
  assert.equal(isLogGrid([1, 2, 3, 4, 5, 100]), false);
  assert.equal(isLogGrid([0, 1, 10, 100]), false);
});
