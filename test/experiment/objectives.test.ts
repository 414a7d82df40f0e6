import assert from "node:assert/strict";
import { test } from "vitest";
import type { Objective } from "../../src/spec.ts";
import { transient, windowed } from "./transient.ts";

const WINDOWS: [number, number][] = [
  [0, 20],
  [20, 40],
  [40, 60],
];

function latencyBelow(than: number, is: Objective["is"] = "<"): Objective {
  return { text: `latency ${is} ${than}`, where: "consumers.a", metric: "latency", statistic: "mean", is, than };
}

test("a transient run is judged by its worst window", async () => {
  const objectives = [latencyBelow(100), latencyBelow(1.05), latencyBelow(100, ">")];
  const result = await transient({ run: { windows: WINDOWS, replications: 100 }, objectives });
  const rows = windowed(result, "latency", "consumers.a");
  const largest = rows.reduce((a, b) => (b.high! > a.high! ? b : a));
  assert.deepEqual(
    result.verdicts.map(({ outcome, window, value }) => [outcome, window, value]),
    [
      ["met", largest.window, largest.value],
      ["missed", largest.window, largest.value],
      ["missed", rows[0].window, rows[0].value], // the shortest latency is farthest below
    ],
  );
});

test("windows in which nothing is seen neither meet nor miss an objective", async () => {
  // in the first second hardly anyone is served, and by two replications alone nobody
  const run = {
    windows: [
      [0, 1],
      [30, 60],
    ] as [number, number][],
    replications: 2,
    seed: 3,
  };
  const result = await transient({ run, objectives: [latencyBelow(100)] });
  assert.equal(windowed(result, "latency", "consumers.a")[0].value, null);
  assert.deepEqual([result.verdicts[0].outcome, result.verdicts[0].window], ["met", [30, 60]]);
});
