import assert from "node:assert/strict";
import { test } from "vitest";
import { KINDS } from "../../src/verify/models/kinds.ts";
import { slope, visibleErrors, visibleServiceError } from "../../src/verify/power.ts";
import { comparisonOf } from "./evidence.ts";

const at = (metric: "sojournTime" | "numberInSystem" | "utilization" | "throughput", where = "queues.a") => ({
  where,
  class: "*",
  metric,
});

const near = (actual: number | null, expected: number) =>
  assert.ok(actual !== null && Math.abs(actual / expected - 1) < 1e-2, `${actual} is not ${expected}`);

test("M/M/1 reacts to longer services as calculus says", () => {
  // W = s/(1 − λs) and L = λs/(1 − λs) at s = 1, differentiated by s
  near(slope(KINDS["M/M/1"], 0.8, at("sojournTime")), 25);
  near(slope(KINDS["M/M/1"], 0.8, at("numberInSystem")), 20);
  near(slope(KINDS["M/M/1"], 0.8, at("utilization", "consumers.a")), 0.8);
});

test("a limited queue passes less when its services are longer", () => {
  const loss = slope(KINDS["M/M/2/6"], 0.9, at("throughput"));
  assert.ok(loss !== null && loss < 0);
});

test("the visible error is that at which nine in ten errors exceed the threshold", () => {
  // one comparison at 0.3 %: |z| > 2.9677; half-width 1.96 makes a standard error of 1
  const [share] = visibleErrors([comparisonOf({ exact: 100, low: 98.04, high: 101.96, mean: true })]);
  near(share, (2.9677 + 1.2816) / 100);
});

test("the service error is that of the comparison which reacts most", () => {
  const grid = { from: "grid", exact: 1, low: 0.9, high: 1.1, mean: true } as const;
  const found = visibleServiceError([
    comparisonOf({ ...grid, model: "dull", slope: 1 }),
    comparisonOf({ ...grid, model: "sharp", slope: -10 }),
    comparisonOf({ ...grid, model: "unknown" }),
  ]);
  assert.equal(found?.model, "sharp");
  assert.equal(visibleServiceError([comparisonOf({ ...grid })]), null);
});
