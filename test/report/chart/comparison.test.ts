import assert from "node:assert/strict";
import { test } from "vitest";
import { comparison } from "../../../src/report/chart/comparison.ts";
import type { Bar } from "../../../src/report/chart/interval-chart.ts";
import { emptyResult, pointOf, rowOf, scenarioResult, sweepResult } from "../fixtures.ts";

const WIDE = { width: 720 };
const bars = (chart: { spec: unknown } | undefined): Bar[] =>
  (chart!.spec as { layer: { data: { values: Bar[] } }[] }).layer[0]!.data.values;

const differences = (...intervals: [number, number][]) =>
  emptyResult({
    points: [pointOf("old", {}), ...intervals.map((_, i) => pointOf(`new ${i}`, {}))],
    rows: [
      rowOf({ metric: "latency", statistic: "mean", value: 0.1 }),
      ...intervals.map(([low, high], i) =>
        rowOf({ point: i + 1, versus: 0, metric: "latency", statistic: "mean", value: (low + high) / 2, low, high }),
      ),
    ],
  });

test("differences are less, more or undecided, by whether their intervals leave out zero", () => {
  const [chart] = comparison(differences([-0.02, -0.01], [0.01, 0.02], [-0.01, 0.02], [0, 0.02]), {}, WIDE);
  assert.equal(chart!.title, "Difference in mean latency from old");
  assert.deepEqual(
    bars(chart).map(({ label, side }) => [label, side]),
    [
      ["new 0", "less"],
      ["new 1", "more"],
      ["new 2", "undecided"],
      ["new 3", "undecided"],
    ],
  );
  assert.equal(bars(chart)[0]!.text, "−15 (−20 to −10)");
});

test("pairs with different baselines say both sides", () => {
  const result = differences([-0.02, -0.01], [0.01, 0.02]);
  result.rows[2]!.versus = 1;
  const [chart] = comparison(result, {}, WIDE);
  assert.equal(chart!.title, "Difference in mean latency");
  assert.deepEqual(
    bars(chart).map(({ label }) => label),
    ["new 0 − old", "new 1 − new 0"],
  );
});

test("along a sweep, differences become lines against the parameter with a rule at zero", () => {
  const [chart] = comparison(sweepResult(), {}, WIDE);
  assert.equal(chart!.title, "Difference in p99 latency from one fast server");
  assert.match(JSON.stringify(chart!.spec), /"y":\{"datum":0\}/);
});

test("without paired rows the values themselves are compared", () => {
  const result = scenarioResult();
  const [chart] = comparison({ ...result, rows: result.rows.filter(({ versus }) => versus === null) }, {}, WIDE);
  assert.equal(chart!.title, "p99 latency by scenario");
  assert.deepEqual(
    bars(chart).map(({ label, trusted }) => [label, trusted]),
    [
      ["prefetch 1", true],
      ["prefetch 10", true],
      ["unlimited prefetch", false],
    ],
  );
});

test("a statistic that was asked for and not compared is shown by its values, not replaced by another", () => {
  const result = differences([-0.02, -0.01]);
  const rows = [0, 1].map((point) => rowOf({ point, metric: "latency", statistic: "p99", value: 0.4 + point }));
  const [chart] = comparison({ ...result, rows: [...result.rows, ...rows] }, { statistic: "p99" }, WIDE);
  assert.equal(chart!.title, "p99 latency by scenario");
  assert.deepEqual(comparison(result, { statistic: "p99" }, WIDE), []);
});
