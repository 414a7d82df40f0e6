import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { apart } from "../../../src/report/chart/line-chart.ts";
import type { Sample } from "../../../src/report/chart/lines.ts";
import { readingNotes } from "../../../src/report/chart/lines.ts";
import { metricVsParameter } from "../../../src/report/chart/metric-vs-parameter.ts";
import type { ChartSpec } from "../../../src/report/chart/picture.ts";
import { emptyResult, pointOf, rowOf, sweepResult } from "../fixtures.ts";

interface Drawn extends Sample {
  line: string;
}

/** The samples that a line chart carries. */
const samplesOf = ({ spec }: ChartSpec): Drawn[] =>
  (spec as unknown as { layer: { data: { values: Drawn[] } }[] }).layer[0]!.data.values;

test("labels that are moved apart keep their order, their distance and the plot", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 7 }), (positions) => {
      const moved = apart(positions, 16, 300);
      const sorted = moved.toSorted((a, b) => a - b);
      for (let i = 1; i < sorted.length; i++) assert.ok(sorted[i]! - sorted[i - 1]! >= 16 - 1e-9);
      assert.ok(sorted[0]! >= 0 && sorted.at(-1)! <= 300);
      for (const [i, a] of positions.entries())
        for (const [j, b] of positions.entries()) if (a < b) assert.ok(moved[i]! < moved[j]!);
    }),
  );
});

test("labels far apart stay where their lines end", () =>
  assert.deepEqual(apart([250, 10, 100], 16, 300), [250, 10, 100]));

test("a line chart carries the rows' values in display units, with bands and theory", () => {
  const result = sweepResult();
  const [chart] = metricVsParameter(result, {}, { width: 720 });
  const samples = samplesOf(chart!);
  assert.equal(samples.length, 24);
  const row = result.rows.find(({ point, statistic }) => point === 7 && statistic === "p99")!;
  const sample = samples.find(({ line, x }) => line === "one fast server" && x === 0.9)!;
  for (const [shown, meant] of [
    [sample.y, row.value],
    [sample.low, row.low],
    [sample.high, row.high],
    [sample.theory, row.theory!.value],
  ]) {
    assert.ok(Math.abs(shown! / (1000 * meant!) - 1) < 1e-6);
  }
});

test("a value with a doubt is drawn hollow, a missing one leaves a gap, and a percentile without support is missing", () => {
  const rows = [[], ["too-short"], ["few-beyond-quantile"], []].map((quality, point) =>
    rowOf({ point, metric: "latency", statistic: "p99", value: point === 3 ? null : 0.1 + point / 10, quality }),
  );
  const result = emptyResult({
    points: [1, 2, 3, 4].map((size) => pointOf("", { size })),
    rows: [...rows, ...rows.map((row) => ({ ...row, statistic: "mean" }))],
  });
  const [chart] = metricVsParameter(result, { statistic: "p99" }, { width: 720 });
  assert.deepEqual(
    samplesOf(chart!).map(({ y, trusted }) => [y ?? null, trusted]),
    [
      [100, true],
      [200, false],
      [null, false],
      [null, true],
    ],
  );
  assert.match(JSON.stringify(chart!.spec.title), /Hollow: not reliable/);
});

test("lines beyond what colours can tell apart are left out, and the picture says so", () => {
  const cases = Array.from({ length: 9 }, (_, i) => [1, 2].map((size) => pointOf(`scenario ${i}`, { size }))).flat();
  const rows = cases.map((_, point) => rowOf({ point, metric: "latency", statistic: "mean", value: 1 + point }));
  const [chart] = metricVsParameter(emptyResult({ points: cases, rows }), {}, { width: 720 });
  assert.equal(new Set(samplesOf(chart!).map(({ line }) => line)).size, 7);
  assert.match(JSON.stringify(chart!.spec.title), /Shows 7 of 9 lines\./);
});

test("on a logarithmic axis, intervals end where it does, and zeros are missing, which the picture says", () => {
  const rows = [0, 0.2, 100].map((value, point) =>
    rowOf({ point, metric: "latency", statistic: "mean", value, low: 0, high: 2 * value }),
  );
  const result = emptyResult({ points: rows.map((_, size) => pointOf("", { size })), rows });
  const [chart] = metricVsParameter(result, { log: true }, { width: 720 });
  assert.deepEqual(
    samplesOf(chart!).map(({ y, low }) => [y ?? null, low]),
    [
      [null, 0.2],
      [0.2, 0.2],
      [100, 0.2],
    ],
  );
  assert.match(JSON.stringify(chart!.spec.title), /Zero has no place on this axis\./);
});

test("the notes explain the marks that occur, and no others", () => {
  const sample: Sample = { x: 1, y: 1, low: null, high: null, theory: null, measured: null, trusted: true };
  const notes = (changes: Partial<Sample>, interval: "band" | "bar" = "band") =>
    readingNotes(
      [{ label: "", samples: [{ ...sample, ...changes }] }],
      { markers: true, interval },
      { confidence: 0.95, theory: "M/M/1 (exact)" },
    ).replaceAll("\u00a0", " ");
  assert.equal(notes({}), "");
  assert.equal(notes({ low: 0, high: 2 }), "Band: 95 % interval.");
  assert.equal(notes({ low: 0, high: 2 }, "bar"), "Bar: 95 % interval.");
  assert.equal(notes({ theory: 1 }), "Dashed: M/M/1 (exact).");
  assert.equal(notes({ measured: 1 }), "Diamonds: measured.");
  assert.equal(notes({ trusted: false }), "Hollow: not reliable.");
});
