import assert from "node:assert/strict";
import { test } from "vitest";
import { lineOf } from "../../../src/report/chart/curves.ts";
import { latencyTail } from "../../../src/report/chart/latency-tail.ts";
import { queueOverTime } from "../../../src/report/chart/queue-over-time.ts";
import { emptyResult, pointOf, sweepResult, transientResult } from "../fixtures.ts";

const WIDE = { width: 720 };
const one = { factor: 1, symbol: "" };

test("a long curve is thinned to what can be seen and keeps its ends", () => {
  const x = Array.from({ length: 5000 }, (_, i) => i);
  const curve = { ...sweepResult().curves[0]!, x, y: x, low: null, high: null, theory: null };
  const { samples } = lineOf(curve, "", { x: one, y: one }, () => true);
  assert.equal(samples.length, 240);
  assert.deepEqual([samples[0]!.x, samples.at(-1)!.x], [0, 4999]);
});

test("a tail shows no share that fewer than ten messages stand behind", () => {
  const result = sweepResult();
  for (const messages of [1000, 100_000]) {
    const points = result.points.map((point) => ({ ...point, messages }));
    const [chart] = latencyTail({ ...result, points }, {}, WIDE);
    const shares = (
      chart!.spec as unknown as { layer: { data: { values: { y: number }[] } }[] }
    ).layer[0]!.data.values.map(({ y }) => y);
    assert.ok(Math.min(...shares) >= 1000 / messages);
    assert.ok(Math.min(...shares) < 2000 / messages);
  }
});

test("a tail begins where some messages are through, not decades before", () => {
  const result = sweepResult();
  assert.ok(result.curves[0]!.x[1]! < 1e-7);
  const [chart] = latencyTail(result, {}, WIDE);
  const samples = (chart!.spec as unknown as { layer: { data: { values: { x: number; y: number }[] } }[] }).layer[0]!
    .data.values;
  assert.ok(samples.every(({ x, y }) => x >= 0.9 && y < 99.5));
});

test("of many curves, those at the largest parameter are shown, which the title says", () => {
  const result = sweepResult();
  const curves = result.points.map((_, point) => ({ ...result.curves[0]!, point }));
  const [chart] = latencyTail({ ...result, curves }, {}, WIDE);
  assert.equal(chart!.title, "Tail of the latency, load 0.9");
  assert.match(JSON.stringify(chart!.spec.title), /Shows 3 of 24(","| )curves\./);
});

test("a level over time has time on its axis in a unit that suits its length", () => {
  const [chart] = queueOverTime(transientResult(), {}, WIDE);
  assert.match(JSON.stringify(chart!.spec), /"title":"time \[min\]"/);
  assert.equal(chart!.title, "Number in queue at queues.orders over time");
});

test("a curve without points makes no picture", () => {
  const curve = { ...sweepResult().curves[0]!, x: [], y: [], low: [], high: [], theory: null, point: 0 };
  assert.deepEqual(latencyTail(emptyResult({ points: [pointOf("", {})], curves: [curve] }), {}, WIDE), []);
});
