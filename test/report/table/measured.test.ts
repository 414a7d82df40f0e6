import assert from "node:assert/strict";
import { test } from "vitest";
import { measuredTable } from "../../../src/report/table/measured.ts";
import { percentileTable } from "../../../src/report/table/percentiles.ts";
import { emptyResult, pointOf, rowOf, scenarioResult, sweepResult } from "../fixtures.ts";

const text = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replaceAll("\u00a0", " ")));

test("measured and simulated stand side by side with their difference and whether it is explained by the interval", () => {
  const { head, rows, notes } = measuredTable(scenarioResult())!;
  assert.deepEqual(head, ["point", "quantity", "measured", "simulated", "simulated − measured"]);
  assert.deepEqual(text(rows).slice(0, 2), [
    ["prefetch 1", "mean latency", "84.3 ms", "83.1 ms (82.3 – 83.9)", "−1.4 %"],
    ["prefetch 1", "p99 latency", "330 ms", "324 ms (311 – 340)", "−1.8 %, inside the interval"],
  ]);
  assert.equal(text(rows)[4]!.at(-1), "+6.5 %"); // measured below the interval
  assert.match(text(rows).at(-1)!.join(), /1\.16 s \(1\.11 – 1\.22\) \?,\+27\.8 %/);
  assert.deepEqual(notes, ["Measured: RabbitMQ 3.10.8, 15,200 messages."]);
});

test("theory joins where a measured row has one", () => {
  const row = rowOf({
    metric: "latency",
    statistic: "mean",
    value: 0.08,
    measured: { value: 0.084, source: "a broker" },
    theory: { value: 0.078, model: "M/M/8", exact: true, source: "" },
  });
  const { head, rows } = measuredTable(emptyResult({ points: [pointOf("", {})], rows: [row] }))!;
  assert.deepEqual(head, ["quantity", "measured", "simulated", "simulated − measured", "theory"]);
  assert.equal(text(rows)[0]!.at(-1), "78 ms (M/M/8)");
});

test("without measurements there is no such table", () => assert.equal(measuredTable(sweepResult()), null));

test("percentiles are listed in their order with both ends of their intervals", () => {
  const { head, rows, metric, where } = percentileTable(sweepResult())!;
  assert.deepEqual({ metric, where }, { metric: "latency", where: "system" });
  assert.deepEqual(head.slice(2), ["p50\n[ms]", "p90\n[ms]", "p95\n[ms]", "p99\n[ms]", "p99.9\n[ms]"]);
  assert.equal(rows.length, 24);
  for (const row of rows) for (const cell of row.slice(2)) assert.match(cell, /^[\d.,]+ \([\d.,]+–[\d.,]+\)$/);
});

test("a percentile without support is explained instead of printed", () => {
  const { rows, notes } = percentileTable(scenarioResult())!;
  assert.deepEqual(
    rows.map((row) => row.at(-1)),
    ["–", "–", "–"],
  );
  assert.ok(notes.includes("– = cannot be said: too few messages lie beyond this percentile."));
});
