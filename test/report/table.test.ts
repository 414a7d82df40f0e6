import assert from "node:assert/strict";
import { test } from "vitest";
import { summaryTable } from "../../src/report/table.ts";
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

/** Characters of a line as cli-table3 draws it: a border and two blanks for each column, and the last border. */
function drawnWidth({ head, rows }: { head: string[]; rows: string[][] }): number {
  const widths = head.map((name, i) =>
    Math.max(...[...name.split("\n"), ...rows.map((row) => row[i]!)].map((text) => text.length)),
  );
  return widths.reduce((sum, width) => sum + width + 3, 1);
}

test("a table stays within 100 columns and names what it leaves out", () => {
  for (const result of [sweepResult(), scenarioResult(), gridResult(), transientResult()])
    assert.ok(drawnWidth(summaryTable(result)) <= 100);
  const { head, notes } = summaryTable(sweepResult());
  assert.deepEqual(head, [
    "scenario",
    "load",
    "mean latency\n[ms]",
    "theory\n[ms]",
    "p99 latency\n[ms]",
    "theory\n[ms]",
  ]);
  assert.ok(notes.includes("Left out for want of room: throughput, utilisation and mean waiting time."));
});

test("losses give way later than theory: how long survivors waited means little without them", () => {
  const exact = { value: 0.05, model: "M/M/1/5", exact: true, source: "" };
  const rows = [
    rowOf({ metric: "latency", statistic: "mean", value: 0.05, theory: exact }),
    rowOf({ metric: "latency", statistic: "p99", value: 0.3, theory: exact }),
    rowOf({ metric: "lossProbability", statistic: "mean", value: 0.2 }),
  ];
  const { head } = summaryTable(emptyResult({ points: [pointOf("", {})], rows }), { width: 65 });
  assert.deepEqual(head, ["mean latency\n[ms]", "p99 latency\n[ms]", "loss\n[%]"]);
});

test("a part has a line if more than what passes through it is shown, and what latency means there is said", () => {
  const stages = ["queues.first", "queues.second", "consumers.first", "consumers.second"];
  const rows = [
    rowOf({ metric: "latency", statistic: "mean" }),
    ...stages.map((where) => rowOf({ where, metric: "throughput", statistic: "mean", value: 80 })),
    ...stages.slice(2).map((where) => rowOf({ where, metric: "latency", statistic: "mean" })),
  ];
  const points = [pointOf("", {}, { places: stages })];
  const table = summaryTable(emptyResult({ points, rows }));
  assert.deepEqual(
    table.rows.map(([where]) => where),
    ["system", "consumers.first", "consumers.second"],
  );
  assert.deepEqual(table.notes, ["Latency at a part is the time since publication, with all stages before it."]);
  const passing = rows.filter(({ metric }) => metric === "throughput");
  assert.equal(summaryTable(emptyResult({ points, rows: passing })).rows.length, 5);
});

test("with room, everything is shown", () => {
  const { head, notes } = summaryTable(sweepResult(), { width: 200 });
  assert.equal(head.length, 9);
  assert.ok(!notes.some((note) => note.startsWith("Left out")));
});

test("what a line is about is never left out, however long its name", () => {
  const { head, rows } = summaryTable(hostileResult(), { width: 20 });
  assert.deepEqual(head, ["scenario", `'+alert(1)+"`]);
  assert.equal(rows.length, 24);
});

test("a line has the numbers of its point, theory beside them to as many digits", () => {
  const rows = [
    rowOf({ metric: "throughput", statistic: "mean", value: 80 }),
    rowOf({
      metric: "latency",
      statistic: "mean",
      value: 0.0501,
      low: 0.0495,
      high: 0.0507,
      theory: { value: 0.05, model: "M/M/1", exact: true, source: "" },
    }),
    rowOf({
      metric: "latency",
      statistic: "p99",
      value: 0.231,
      low: 0.226,
      high: 0.2365,
      theory: { value: 0.2303, model: "heavy traffic", exact: false, source: "" },
    }),
    rowOf({ metric: "utilization", statistic: "mean", where: "consumers.worker", value: 0.8 }),
    rowOf({ metric: "lossProbability", statistic: "mean", value: 0, low: 0, high: 1e-6 }),
  ];
  const { head, rows: lines, notes } = summaryTable(emptyResult({ points: [pointOf("", {})], rows }), { width: 150 });
  assert.deepEqual(head, [
    "throughput\n[/s]",
    "utilisation\n[%]",
    "mean latency\n[ms]",
    "theory\n[ms]",
    "p99 latency\n[ms]",
    "theory\n[ms]",
  ]);
  assert.deepEqual(lines, [["80", "80", "50.1 (49.5–50.7)", "50.0", "231 (226–237)", "≈ 230 (+0.3\u00a0%)"]]);
  assert.deepEqual(notes, [
    "Theory: M/M/1 and heavy traffic (partly approximate). Beside it: simulation minus theory, in percent where it is an approximation.",
    "No message was lost.",
  ]);
});

test("with several pools, each number stands on the line of its own place", () => {
  const places = ["consumers.a", "consumers.b"];
  const rows = [
    rowOf({ metric: "latency", statistic: "mean", value: 0.05 }),
    ...places.map((where, i) => rowOf({ metric: "utilization", statistic: "mean", where, value: 0.5 + i / 4 })),
  ];
  const table = summaryTable(emptyResult({ points: [pointOf("", {}, { places })], rows }));
  assert.deepEqual(table.head, ["where", "utilisation\n[%]", "mean latency\n[ms]"]);
  assert.deepEqual(table.rows, [
    ["system", "", "50.0 (49.5–50.5)"],
    ["consumers.a", "50", ""],
    ["consumers.b", "75", ""],
  ]);
});

test("one queue and one pool need one line, and each class has one of its own", () => {
  const { head, rows } = summaryTable(classResult());
  assert.deepEqual(head, [
    "load",
    "class",
    "throughput\n[/s]",
    "utilisation\n[%]",
    "mean latency\n[ms]",
    "p99 latency\n[ms]",
  ]);
  assert.deepEqual(rows.slice(0, 3), [
    ["0.6", "all", "60", "60", "25.00 (24.75–25.25)", "115.0 (113.8–116.1)"],
    ["0.6", "urgent", "", "", "12.00 (11.88–12.12)", "55.2 (54.6–55.8)"],
    ["0.6", "normal", "", "", "30.0 (29.7–30.3)", "138.0 (136.6–139.4)"],
  ]);
});

test("doubts are marked and explained, and an unsupported percentile is a dash", () => {
  const rows = [
    rowOf({ metric: "latency", statistic: "mean", value: 0.05, quality: ["too-short"] }),
    rowOf({ metric: "latency", statistic: "p99", value: 0.5, quality: ["few-beyond-quantile"] }),
    rowOf({ point: 1, metric: "latency", statistic: "mean", value: 0.05 }),
    rowOf({ point: 1, metric: "latency", statistic: "p99", value: 0.2 }),
    rowOf({ point: 2, metric: "latency", statistic: "mean", value: 0.05 }),
    rowOf({ point: 2, metric: "latency", statistic: "p99", value: 0.2 }),
  ];
  const table = summaryTable(emptyResult({ points: [1, 2, 3].map((size) => pointOf("", { size })), rows }));
  assert.deepEqual(table.rows[0], ["1", "50.0 (49.5–50.5) ?", "–"]);
  assert.deepEqual(table.notes, [
    "? = not reliable: the run was too short for its correlation.",
    "– = cannot be said: too few messages lie beyond this percentile.",
  ]);
});

test("losses are shown as soon as one point has some", () => {
  const { head, rows } = summaryTable(scenarioResult(), { width: 150 });
  assert.equal(head.at(-1), "loss\n[%]");
  assert.deepEqual(
    rows.map((row) => row.at(-1)),
    ["0 (0–0.000020)", "0.030 (0.025–0.036)", "0.060 (0.050–0.072)"],
  );
});

test("a transient result has a line for each window of each point", () => {
  const { head, rows } = summaryTable(transientResult());
  assert.deepEqual(head.slice(0, 2), ["scenario", "time\n[min]"]);
  assert.equal(rows.length, 12);
  assert.deepEqual(
    rows.slice(0, 2).map((row) => row.slice(0, 2)),
    [
      ["fixed", "0–10"],
      ["fixed", "10–20"],
    ],
  );
});

test("an empty result has an empty table", () => assert.deepEqual(summaryTable(emptyResult()).rows, []));
