import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { chartsOf } from "../../src/report/charts.ts";
import { svg } from "../../src/report/render.ts";
import { PHONE, WIDE } from "../../src/report/report.ts";
import type { Result } from "../../src/result.ts";
import {
  classResult,
  emptyResult,
  gridResult,
  hostileResult,
  pointOf,
  rowOf,
  scenarioResult,
  sweepResult,
  transientResult,
} from "./fixtures.ts";
import { interMetrics } from "./inter.ts";
import { cut, overlapping, textsOf } from "./svg-texts.ts";

const names = (result: Result): string[] => chartsOf(result, WIDE).charts.map(({ name }) => name);

test("without plots, a result gets the pictures that suit it, most telling first", () => {
  assert.deepEqual(names(sweepResult()), [
    "latency-p99-vs-load",
    "latency-mean-vs-load",
    "difference-latency-p99",
    "throughput-latency-p99",
    "latency-tail",
  ]);
  assert.deepEqual(names(scenarioResult()), ["difference-latency-p99", "latency-tail"]);
  assert.deepEqual(names(gridResult()), ["latency-p99-map"]);
  assert.deepEqual(names(transientResult()), ["queues.orders-numberinqueue-over-time", "latency-p99-windows"]);
  assert.deepEqual(names(classResult()), [
    "latency-p99-vs-load",
    "latency-mean-vs-load",
    "latency-p99-by-class-vs-load",
    "throughput-latency-p99",
  ]);
  assert.deepEqual(names(onePointOf(classResult())), ["latency-p99-by-class"]);
  assert.deepEqual(names(emptyResult()), []);
});

test("where messages are lost, their share is drawn as well", () => {
  const lossy = (result: Result): Result => {
    const lost = { metric: "lossProbability", statistic: "mean", value: 0.1 } as const;
    return { ...result, rows: [...result.rows, ...result.points.map((_, point) => rowOf({ ...lost, point }))] };
  };
  assert.ok(names(lossy(gridResult())).includes("lossprobability-mean-map"));
  assert.ok(!names(gridResult()).includes("lossprobability-mean-map"));
  assert.ok(names(lossy(classResult())).includes("lossprobability-mean-vs-load"));
  assert.ok(!names(classResult()).includes("lossprobability-mean-vs-load"));
});

test("plots choose and configure, in their order", () => {
  const plots = [
    { kind: "queue-length-distribution", options: { where: "queues.orders" } },
    { kind: "metric-vs-parameter", options: { metric: "utilization", where: "consumers.worker" } },
    { kind: "metric-vs-parameter", options: { statistic: "p50" } },
  ];
  assert.deepEqual(names({ ...sweepResult(), plots }), [
    "queues.orders-numberinsystem-distribution",
    "consumers.worker-utilization-mean-vs-load",
    "latency-p50-vs-load",
  ]);
});

test("a plot that cannot be made is explained, not left out in silence", () => {
  const plots = [
    { kind: "heat-map", options: {} },
    { kind: "pie", options: {} },
    { kind: "constructor", options: {} },
    { kind: "metric-vs-parameter", options: { metric: "latency", where: "queues.nowhere" } },
  ];
  const { charts, notes } = chartsOf({ ...sweepResult(), plots }, WIDE);
  assert.deepEqual(charts, []);
  assert.equal(notes.length, 4);
  assert.match(notes[0]!, /^The plot “heat-map” is missing: it needs values of that metric over two swept parameters/);
  assert.match(notes[1]!, /^There is no plot of kind “pie”/);
  assert.match(notes[2]!, /^There is no plot of kind “constructor”/);
});

test("two plots of one kind and subject have names of their own", () => {
  const plots = [1, 2].map(() => ({ kind: "latency-tail", options: {} }));
  assert.deepEqual(names({ ...sweepResult(), plots }), ["latency-tail", "latency-tail-2"]);
});

/** Results whose pictures are hard to label. */
const hard: Record<string, Result> = {
  sweep: sweepResult(),
  scenarios: scenarioResult(),
  "scenarios without differences": {
    ...scenarioResult(),
    rows: scenarioResult().rows.filter(({ versus }) => versus === null),
  },
  grid: gridResult(),
  transient: transientResult(),
  classes: classResult(),
  hostile: hostileResult(),
  "long names": {
    ...sweepResult(),
    points: sweepResult().points.map((point) => ({
      ...point,
      scenario: `${point.scenario} with prefetch unlimited, quorum queues and lazy acknowledgements`,
    })),
  },
  "long names without a sweep": longScenarios(),
  "large parameters": largeSweep(),
  "intervals down to zero, or open, on a logarithmic axis": wideSweep(),
  "all plots of a single point": singlePoint(),
  "a logarithmic sweep": logSweep(),
};

const onePointOf = (result: Result): Result => ({
  ...result,
  points: result.points.slice(0, 1),
  rows: result.rows.filter(({ point }) => point === 0),
});

test("without a level over time, its averages in windows are shown, unless there is only one", () => {
  const result = transientResult();
  const levels = result.rows.map((row) => ({
    ...row,
    metric: "numberInSystem" as const,
    statistic: "mean",
    unit: "1",
  }));
  const windowed = { ...result, curves: [], rows: [...result.rows, ...levels] };
  assert.deepEqual(names(windowed), ["numberinsystem-mean-windows", "latency-p99-windows"]);
  assert.deepEqual(names({ ...windowed, plots: [{ kind: "queue-over-time", options: {} }] }), [
    "numberinsystem-mean-windows",
  ]);
  assert.deepEqual(names({ ...windowed, rows: windowed.rows.filter(({ window }) => window![0] === 0) }), []);
});

function singlePoint(): Result {
  const sweep = sweepResult();
  const at = <Thing extends { point: number }>(things: Thing[]) =>
    things.filter(({ point }) => point === 7).map((thing) => ({ ...thing, point: 0 }));
  return {
    ...sweep,
    points: [sweep.points[7]!],
    rows: at(sweep.rows).filter(({ versus }) => versus === null),
    curves: at(sweep.curves),
    ledgers: at(sweep.ledgers),
  };
}

function longScenarios(): Result {
  const result = scenarioResult();
  const points = result.points.map((point) => ({
    ...point,
    scenario: `${point.scenario} with quorum queues, lazy acknowledgements and a consumer timeout`,
  }));
  return { ...result, points, rows: result.rows.filter(({ versus }) => versus === null) };
}

function wideSweep(): Result {
  const rows = [0, 1e-4, 1e-3, 0.1, 10].flatMap((value, point) => [
    rowOf({ point, metric: "latency", statistic: "mean", value, low: 0, high: point === 2 ? null : 2 * value }),
    rowOf({ point, metric: "throughput", statistic: "mean", value: 100 }),
  ]);
  const plots = [true, false].map((log) => ({ kind: "metric-vs-parameter", options: { log } }));
  return emptyResult({ points: rows.map((_, size) => pointOf("", { size })), rows, plots });
}

/** Twelve labels that do not all fit: which are hidden changes with the width, after Vega has reserved room for some. */
function largeSweep(): Result {
  const sizes = Array.from({ length: 12 }, (_, i) => Math.round(((i + 1) * 10_000) / 12));
  const rows = sizes.map((size, point) => rowOf({ point, metric: "latency", statistic: "mean", value: size / 1e7 }));
  return emptyResult({ points: sizes.map((size) => pointOf("", { size })), rows });
}

function logSweep(): Result {
  const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
  const rows = sizes.flatMap((size, point) => [
    rowOf({ point, metric: "latency", statistic: "mean", value: 0.0001 * size }),
    rowOf({ point, metric: "throughput", statistic: "mean", value: 1e6 / size }),
  ]);
  return emptyResult({ points: sizes.map((size) => pointOf("", { "queues.orders.max-length": size })), rows });
}

describe("labels", () => {
  for (const [kind, result] of Object.entries(hard)) {
    for (const [size, canvas] of Object.entries({ desk: WIDE, phone: PHONE })) {
      test(`of ${kind} neither overlap nor leave the picture on a ${size}`, async () => {
        const { charts } = chartsOf(result, canvas);
        assert.ok(charts.length > 0);
        for (const { name, spec } of charts) {
          const warn = (warning: string) => assert.fail(`${name}: ${warning}`); // Vega-Lite has no reason to
          const picture = await svg(spec, { fontMetrics: interMetrics, warn });
          assert.doesNotMatch(picture, /NaN|Infinity|undefined|null/, name);
          const drawn = textsOf(picture);
          assert.ok(drawn.texts.length > 5, name);
          assert.equal(drawn.width, canvas.width, name);
          assert.ok(drawn.plotWidth > 0.4 * canvas.width, `${name}: plot of ${drawn.plotWidth}`);
          assert.deepEqual(cut(drawn), [], name);
          assert.deepEqual(overlapping(drawn), [], name);
        }
      });
    }
  }
});

test("every axis has a title, and a unit where its quantity has one", () => {
  for (const result of [sweepResult(), scenarioResult(), transientResult()]) {
    for (const { name, spec } of chartsOf(result, WIDE).charts) {
      const titles = [...JSON.stringify(spec).matchAll(/"title":"([^"]+)"/g)].map(([, title]) => title!);
      assert.ok(titles.length >= 1, name);
      for (const title of titles) assert.match(title, /\[(ms|s|min|%|\/s|messages)\]$|^load$/, name);
    }
  }
});

test("every picture is described in words with numbers", () => {
  for (const result of [sweepResult(), scenarioResult(), gridResult(), transientResult()]) {
    for (const { describes } of chartsOf(result, WIDE).charts) assert.match(describes, /: .*\d/);
  }
  const [first] = chartsOf(sweepResult(), WIDE).charts;
  assert.match(
    first!.describes,
    /^p99 latency against load: p99 latency \[ms\] by load\. one fast server goes from 57\.\d at 0\.2 to 475 at 0\.9\./,
  );
});
