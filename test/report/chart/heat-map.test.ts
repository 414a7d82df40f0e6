import assert from "node:assert/strict";
import { test } from "vitest";
import { heatMap } from "../../../src/report/chart/heat-map.ts";
import { gridResult, sweepResult } from "../fixtures.ts";

interface Cell {
  x: string;
  y: string;
  value: number | null;
  text: string;
}
const cells = ({ spec }: { spec: unknown }): Cell[] =>
  (spec as { layer: { data: { values: Cell[] } }[] }).layer[0]!.data.values;

test("each point is a cell with its number, doubts marked and gaps shown as gaps", () => {
  const [chart] = heatMap(gridResult(), {}, { width: 720 });
  assert.equal(cells(chart!).length, 42);
  const find = (x: string, y: string) => cells(chart!).find((cell) => cell.x === x && cell.y === y)!;
  assert.equal(find("10", "0.5").text, "0.792");
  assert.ok(Math.abs(find("10", "0.5").value! - 4.4 * 0.18) < 1e-12);
  assert.match(find("2", "0.95").text, /\?$/);
  assert.deepEqual([find("1", "0.95").value, find("1", "0.95").text], [null, "–"]);
});

test("values grow to the right and upwards", () => {
  const spec = JSON.stringify(heatMap(gridResult(), {}, { width: 720 })[0]!.spec);
  assert.ok(spec.includes('"domain":["1","2","5","10","20","50","100"]'));
  assert.ok(spec.includes('"domain":["0.95","0.9","0.8","0.7","0.6","0.5"]')); // the first is on top
});

test("the parameters of the axes can be chosen", () => {
  const [chart] = heatMap(gridResult(), { x: "load", y: "prefetch", statistic: "mean" }, { width: 720 });
  assert.equal(chart!.title, "Mean latency by load and prefetch");
  assert.equal(cells(chart!)[0]!.x, "0.5");
});

test("each scenario has a map of its own", () => {
  const grid = gridResult();
  const points = [...grid.points, ...grid.points].map((point, i) => ({
    ...point,
    scenario: i < 42 ? "fair" : "greedy",
  }));
  const rows = [...grid.rows, ...grid.rows.map((row) => ({ ...row, point: row.point + 42 }))];
  assert.deepEqual(
    heatMap({ ...grid, points, rows }, {}, { width: 720 }).map(({ title }) => title),
    ["p99 latency by prefetch and load, fair", "p99 latency by prefetch and load, greedy"],
  );
});

test("one swept parameter is not enough for a map", () =>
  assert.deepEqual(heatMap(sweepResult(), {}, { width: 720 }), []));
