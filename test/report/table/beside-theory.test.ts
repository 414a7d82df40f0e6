import assert from "node:assert/strict";
import { test } from "vitest";
import { besideTheoryTable, differenceTable } from "../../../src/report/table/beside-theory.ts";
import { emptyResult, pointOf, rowOf } from "../fixtures.ts";

const exact = { value: 0.05, model: "M/M/1", exact: true, source: "" };

test("theory stands beside every value it has an answer for: in standard errors if exact, in percent if not", () => {
  const latency = { metric: "latency", value: 0.0501, low: 0.0495, high: 0.0507 } as const;
  const rows = [
    rowOf({ ...latency, statistic: "mean", theory: { ...exact, z: 0.33 } }),
    rowOf({ ...latency, statistic: "p50", theory: { ...exact, value: 0.04, z: 9.9, refuted: true } }),
    rowOf({ ...latency, statistic: "p99", theory: { ...exact, value: 0.06, exact: false, model: "heavy traffic" } }),
    rowOf({ ...latency, statistic: "p95", theory: exact, quality: ["too-short"] }),
    rowOf({ metric: "throughput", statistic: "mean", value: 80 }),
  ];
  const { head, rows: lines, notes } = besideTheoryTable(emptyResult({ points: [pointOf("", {})], rows }))!;
  assert.deepEqual(head, ["quantity", "simulated", "theory", "model"]);
  assert.deepEqual(
    lines.map(([, , theory]) => theory),
    [
      "50.0\u00a0ms (+0.3\u00a0se)",
      "40.0\u00a0ms (+9.9\u00a0se\u00a0!)",
      "≈ 60.0\u00a0ms (−16.5\u00a0%)",
      "50.0\u00a0ms",
    ],
  );
  assert.equal(lines[3]![1], "50.1\u00a0ms (49.5–50.7) ?");
  assert.deepEqual(notes, [
    "? = not reliable: the run was too short for its correlation.",
    "! = more than chance explains.",
  ]);
  assert.equal(besideTheoryTable(emptyResult()), null);
});

test("a number that is the same at several places is shown once", () => {
  const latency = { metric: "latency", statistic: "mean", value: 0.0501, theory: exact } as const;
  const rows = [
    rowOf(latency),
    rowOf({ ...latency, where: "consumers.worker" }),
    rowOf({ ...latency, metric: "sojournTime", where: "queues.orders" }),
    rowOf({ ...latency, class: "urgent" }),
    rowOf({ ...latency, metric: "waitingTime", where: "queues.orders", theory: { ...exact, value: 0.04 } }),
  ];
  const { rows: lines } = besideTheoryTable(emptyResult({ points: [pointOf("", {})], rows }))!;
  assert.deepEqual(
    lines.map(([quantity]) => quantity),
    ["mean latency", "mean latency, urgent", "mean waiting time at queues.orders"],
  );
});

test("each paired difference says what common random numbers saved", () => {
  const difference = { metric: "latency", statistic: "mean", point: 1, versus: 0 } as const;
  const rows = [
    rowOf({ ...difference, value: -0.0123, low: -0.0125, high: -0.0121, varianceReduction: 12_340 }),
    rowOf({ ...difference, metric: "utilization", value: 0, low: 0, high: 0 }),
  ];
  const points = [pointOf("fair", {}), pointOf("greedy", {})];
  const { rows: lines, notes } = differenceTable(emptyResult({ points, rows }))!;
  assert.deepEqual(lines, [
    ["greedy − fair", "mean latency", "−12.30\u00a0ms (−12.50 to −12.10)", "12,000×"],
    ["greedy − fair", "utilisation", "0\u00a0%", ""],
  ]);
  assert.match(notes[0]!, /^Variance reduction: how many times as long/);
  assert.equal(differenceTable(emptyResult()), null);
});
