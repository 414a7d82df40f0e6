import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { answer } from "../../src/report/answer.ts";
import { boundAbove } from "../../src/report/prose/sweep-sentences.ts";
import type { Result, Row } from "../../src/result.ts";
import {
  emptyResult,
  gridResult,
  hostileResult,
  pointOf,
  rowOf,
  scenarioResult,
  sweepResult,
  transientResult,
} from "./fixtures.ts";

const said = (result: Result): string[] => answer(result).map((sentence) => sentence.replaceAll("\u00a0", " "));

/** A sweep of load 1, 2, 3 … with these values ± a relative half-width. */
function sweep(values: (number | null)[], { half = 0.01, quality = {} as Record<number, string[]> } = {}): Result {
  const rows = values.map((value, point) =>
    rowOf({
      point,
      metric: "latency",
      statistic: "mean",
      value,
      low: value && value * (1 - half),
      high: value && value * (1 + half),
      quality: quality[point] ?? [],
    }),
  );
  return emptyResult({ points: values.map((_, i) => pointOf("", { load: i + 1 })), rows });
}

test("a sweep with scenarios is answered by a ranking at its end and the course of each", () => {
  assert.deepEqual(said(sweepResult()), [
    "At load 0.9, p99 latency is lowest with one fast server: 475 ms (450 – 499); four servers: 488 ms (462 – 513), 2.7 % more; sixteen slow servers: 820 ms (770 – 860), 1.7 times that.",
    "one fast server: p99 latency stays below 120 ms up to load 0.6 and reaches 475 ms (450 – 499) at load 0.9.",
    "four servers: p99 latency stays below 290 ms up to load 0.8 and reaches 488 ms (462 – 513) at load 0.9.",
    "sixteen slow servers: p99 latency rises from 737 ms (733 – 742) at load 0.2 to 820 ms (770 – 860) at load 0.9.",
    "No message was lost.",
    "Exact theory lies inside the interval of mean latency at 24 of 24 points, of p99 latency at 24 of 24.",
  ]);
});

test("objectives come first, with their numbers", () => {
  assert.deepEqual(said(scenarioResult()), [
    "The objective p99(latency) < 500 ms is met at prefetch 1 with 324 ms (311 – 340); missed at prefetch 10 with 800 ms (770 – 840); undecided at unlimited prefetch.",
    "prefetch 1: mean latency is 83.1 ms (82.3 – 83.9), 1.4 % below the measured 84.3 ms; p99 324 ms (311 – 340), 1.8 % below 330 ms.",
    "prefetch 10: mean latency is 192.5 ms (190.6 – 194.4), 0.8 % below the measured 194 ms; p99 800 ms (770 – 840), 0.3 % above 797 ms.",
    "unlimited prefetch: mean latency is 215.5 ms (213.3 – 217.7), 6.5 % above the measured 202 ms.",
    "p99 latency is lowest with prefetch 1: 324 ms (311 – 340); prefetch 10: 800 ms (770 – 840), 2.5 times that; not reliable for unlimited prefetch.",
    "Losses are largest at unlimited prefetch: 0.060 % (0.050 – 0.072) of all messages, and smallest at prefetch 1: 0 % (0 – 0.000020).",
  ]);
});

test("losses are told by their largest and smallest", () => {
  const rows = [0.2, 0.03, 0].map((value, point) =>
    rowOf({ point, metric: "lossProbability", statistic: "mean", value, low: value, high: value + 0.001 }),
  );
  const result = emptyResult({ points: [2, 5, 50].map((places) => pointOf("", { places })), rows });
  assert.ok(
    said(result).includes(
      "Losses are largest at places 2: 20.00 % (20.00 – 20.10) of all messages, and smallest at places 50: 0 % (0 – 0.10).",
    ),
    said(result).join("\n"),
  );
});

test("an objective that has one outcome everywhere is said once", () => {
  const verdicts = [0, 1, 2].map((point) => ({
    point,
    objective: "p99(latency) < 2 s",
    outcome: "met" as const,
    value: 1,
    low: 1,
    high: 1,
  }));
  assert.equal(said({ ...scenarioResult(), verdicts })[0], "The objective p99(latency) < 2 s is met at all 3 points.");
});

test("along a sweep, an objective is told in stretches, for each scenario", () => {
  const result = sweepResult();
  const verdicts = result.points.map((_, point) => {
    const { value, low, high } = result.rows.find((row) => row.point === point && row.statistic === "p99")!;
    return {
      point,
      objective: "p99(latency) < 250 ms",
      outcome: high! < 0.25 ? ("met" as const) : low! > 0.25 ? ("missed" as const) : ("undecided" as const),
      value,
      low,
      high,
    };
  });
  assert.equal(
    said({ ...result, verdicts })[0],
    "For one fast server, the objective p99(latency) < 250 ms is met at all points from load 0.2 to 0.8 and missed at load 0.9 with 475 ms (450 – 499); for four servers, it is met at all points from load 0.2 to 0.7 and missed at all points from load 0.8 to 0.9; for sixteen slow servers, it is missed at all points from load 0.2 to 0.9.",
  );
});

test("of many points that miss an objective, a few are named and the rest counted", () => {
  const points = Array.from({ length: 9 }, (_, i) => pointOf(`scenario ${i}`, {}));
  const verdicts = points.map((_, point) => ({
    point,
    objective: "x",
    outcome: point === 0 ? ("met" as const) : ("missed" as const),
    value: null,
    low: null,
    high: null,
  }));
  assert.equal(
    said(emptyResult({ points, verdicts }))[0],
    "The objective x is met at scenario 0; missed at scenario 1, scenario 2, scenario 3, scenario 4, scenario 5 and 3 more points.",
  );
});

test("a grid is answered by its extremes among reliable values", () => {
  assert.deepEqual(said(gridResult()), [
    "p99 latency lies between 554 ms (549 – 560) at prefetch 1, load 0.5 and 15.84 s (15.68 – 16.00) at prefetch 100, load 0.9. At 7 of 42 points it is not reliable.",
  ]);
});

test("a transient run is answered by its peaks", () => {
  assert.equal(
    said(transientResult())[0],
    "fixed: the number in queue at queues.orders, averaged over the replications, is highest after 21 min: 25,100 (23,500 – 26,900); it is above a hundredth of that from 10.3 min to 50.5 min.",
  );
  assert.equal(
    said(transientResult()).at(-1),
    "autoscaled: p99 latency is highest in the window 10 – 20 min: 137 s (132 – 143).",
  );
});

test("a peak over a level that is always there, or one of several, is not given a beginning and an end", () => {
  const [first] = transientResult().curves;
  const of = (levels: number[]) => {
    const curve = { ...first!, x: levels.map((_, i) => i * 60), y: levels, low: null, high: null };
    return said({ ...transientResult(), curves: [curve], rows: [] })[0];
  };
  assert.match(of([1, 2, 400, 2, 1])!, /after 120 s: 400; it is above a hundredth of that from 120 s to 120 s\.$/);
  assert.match(of([9, 20, 90, 400, 90, 20, 9])!, /400; it is above a tenth of that from 120 s to 4 min\.$/);
  assert.match(of([50, 60, 400, 60, 50])!, /after 120 s: 400\.$/);
  assert.match(of([1, 400, 1, 390, 1])!, /after 60 s: 400\.$/);
  assert.match(of([1, 2, 400, 390])!, /after 120 s: 400\.$/);
});

test("losses of a transient run are those of its worst window", () => {
  const windows: [number, number][] = [
    [0, 600],
    [600, 1200],
  ];
  const rows = windows.map((window, i) =>
    rowOf({ window, metric: "lossProbability", statistic: "mean", value: i / 5 }),
  );
  const result = emptyResult({ points: [pointOf("", {})], rows });
  assert.equal(
    said({ ...result, made: { ...result.made, mode: "transient" } }).at(-1),
    "Losses are largest in the window 10 – 20 min: 20.00 % (19.80 – 20.20) of its messages.",
  );
});

test("a single point is answered by its main numbers beside theory", () => {
  const theory = { value: 0.05, model: "M/M/1", exact: true, source: "" };
  const rows = [
    rowOf({ metric: "latency", statistic: "mean", value: 0.0501, low: 0.0495, high: 0.0507, theory }),
    rowOf({ metric: "latency", statistic: "p99", value: 0.23, low: 0.225, high: 0.236, quality: ["too-short"] }),
    rowOf({ metric: "utilization", statistic: "mean", where: "consumers.worker", value: 0.8 }),
  ];
  assert.deepEqual(said(emptyResult({ points: [pointOf("", {})], rows })), [
    "Mean latency is 50.1 ms (49.5 – 50.7), where M/M/1 gives 50 ms; utilisation at consumers.worker is 80.0 % (79.2 – 80.8).",
  ]);
});

test("the course of a sweep is called what it is", () => {
  const course = (...values: number[]) => said(sweep(values))[0]!;
  assert.equal(
    course(0.1, 0.1, 0.1),
    "Mean latency shows no clear change from load 1 to load 3: all intervals lie between 99 ms and 101 ms.",
  );
  assert.equal(
    course(0.1, 0.12, 0.15),
    "Mean latency rises from 100.0 ms (99.0 – 101.0) at load 1 to 150.0 ms (148.5 – 151.5) at load 3.",
  );
  assert.equal(
    course(0.1, 0.11, 0.9),
    "Mean latency stays below 120 ms up to load 2 and reaches 900 ms (891 – 909) at load 3.",
  );
  assert.equal(
    course(0.9, 0.5, 0.1),
    "Mean latency falls from 900 ms (891 – 909) at load 1 to 100.0 ms (99.0 – 101.0) at load 3.",
  );
  assert.equal(
    course(0.1, 0.9, 0.2),
    "Mean latency goes from 100.0 ms (99.0 – 101.0) at load 1 to 200.0 ms (198.0 – 202.0) at load 3, highest at load 2: 900 ms (891 – 909).",
  );
  assert.equal(
    course(0.5, 0.1, 0.9),
    "Mean latency goes from 500 ms (495 – 505) at load 1 to 900 ms (891 – 909) at load 3, lowest at load 2: 100.0 ms (99.0 – 101.0).",
  );
});

test("only reliable values speak, and the others are named", () => {
  const [sentence] = said(sweep([0.1, 0.11, 0.9, 5], { quality: { 3: ["too-short"] } }));
  assert.equal(
    sentence,
    "Mean latency stays below 120 ms up to load 2 and reaches 900 ms (891 – 909) at load 3; not reliable at load 4.",
  );
  assert.deepEqual(said(sweep([0.1, 0.2], { quality: { 0: ["unstable"], 1: ["unstable"] } })), [
    "No value of this result is reliable enough for an answer.",
  ]);
});

test("what a sentence says stays below a bound does", () => {
  const positive = fc.double({ min: 1e-5, max: 1e3, noNaN: true });
  fc.assert(
    fc.property(fc.array(positive, { minLength: 3, maxLength: 8 }), (values) => {
      const sentence = said(sweep(values))[0]!;
      const [, number, unit, load] = /stays below ([\d.,]+) (µs|ms|s|min) up to load (\d)/.exec(sentence) ?? [];
      if (number === undefined) return;
      const seconds = Number(number.replaceAll(",", "")) * { µs: 1e-6, ms: 1e-3, s: 1, min: 60 }[unit!]!;
      for (const value of values.slice(0, Number(load)))
        assert.ok(value * 1.01 <= seconds * (1 + 1e-9), `${sentence}: ${value}`);
    }),
  );
  fc.assert(
    fc.property(positive, (value) => {
      const row: Pick<Row, "unit" | "metric"> = { unit: "1", metric: "numberInQueue" };
      const bound = Number(boundAbove(value, row).replaceAll(",", ""));
      assert.ok(bound > value && bound <= value * 1.11, `${bound} for ${value}`);
    }),
  );
});

test("scenarios that the data cannot tell apart are not ranked", () => {
  const two = (difference: Row[]) =>
    said(
      emptyResult({
        points: [pointOf("old", {}), pointOf("new", {})],
        rows: [
          rowOf({ metric: "latency", statistic: "mean", value: 0.1 }),
          rowOf({ point: 1, metric: "latency", statistic: "mean", value: 0.103 }),
          ...difference,
        ],
      }),
    )[0]!;
  const paired = (low: number, high: number) =>
    rowOf({ point: 1, versus: 0, metric: "latency", statistic: "mean", value: (low + high) / 2, low, high });
  assert.equal(
    two([paired(-0.001, 0.007)]),
    "Mean latency is lowest with old: 100.0 ms (99.0 – 101.0); new: 103.0 ms (102.0 – 104.0), no clear difference.",
  );
  assert.match(two([paired(0.001, 0.007)]), /new: .*, 3\.0 % more\.$/);
});

test("without a paired difference, intervals that overlap make no clear difference", () => {
  const rows = [0.1, 0.101].map((value, point) => rowOf({ point, metric: "latency", statistic: "mean", value }));
  assert.match(
    said(emptyResult({ points: [pointOf("old", {}), pointOf("new", {})], rows }))[0]!,
    /new: .*, no clear difference\.$/,
  );
});

test("an interrupted study says how much is missing", () => {
  const result = sweep([0.1, 0.2]);
  assert.equal(
    said({ ...result, made: { ...result.made, missing: 3 } }).at(-1),
    "The run was interrupted: 3 points of the study are missing.",
  );
});

test("an empty result has no answer, and says so", () => {
  assert.deepEqual(said(emptyResult()), ["No value of this result is reliable enough for an answer."]);
});

test("names stay as they were written", () => {
  assert.ok(said(hostileResult()).some((sentence) => sentence.includes(`datum["x"] + alert('1'): p99 latency rises`)));
});

test("where messages have classes, scenarios are ranked for each of them too", () => {
  const p99 = (point: number, name: string, value: number) =>
    rowOf({ point, class: name, metric: "latency", statistic: "p99", value });
  const mean = (row: Row): Row => ({ ...row, statistic: "mean", value: row.value! / 4 });
  const tails = [p99(0, "*", 3.4), p99(0, "urgent", 3.3), p99(1, "*", 3.42), p99(1, "urgent", 0.1)];
  const points = [pointOf("first-come", {}), pointOf("urgent-first", {})];
  const sentences = answer(emptyResult({ points, rows: [...tails, ...tails.map(mean)] }));
  assert.match(sentences[0]!, /^p99 latency is lowest with first-come: .* urgent-first: .* no clear difference\.$/);
  assert.match(
    sentences[1]!,
    /^p99 latency of urgent messages is lowest with urgent-first: .*; first-come: .* 33 times that\.$/,
  );
});

test("a ratio has no more digits than the numbers it is of", () => {
  const points = [pointOf("slow", {}), pointOf("fast", {})];
  const rows = [0.234, 89.4].map((value, point) => rowOf({ point, metric: "latency", statistic: "mean", value }));
  assert.match(answer(emptyResult({ points, rows }))[0]!, /, 380 times that\.$/);
});
