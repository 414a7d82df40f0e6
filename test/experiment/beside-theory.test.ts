import assert from "node:assert/strict";
import { test } from "vitest";
import { departure } from "../../src/experiment/beside-theory.ts";
import { judgedMean } from "../../src/experiment/judge.ts";
import { meanDeparture } from "../../src/stats/departure.ts";
import { MEAN, wait } from "./measure.ts";

test("what a run can hardly have seen is no difference between it and theory", () => {
  assert.equal(departure(wait(0), "mean", 10.5), meanDeparture(MEAN, 10.5));
  assert.equal(departure(wait(0.1), "mean", 10.5), 0);
  assert.equal(departure(wait(0.1), "mean", 20), meanDeparture(MEAN, 18));
});

test("an estimate above the truth has seen too much, whatever is unseen", () => {
  assert.equal(departure(wait(0.1), "mean", 9), meanDeparture(MEAN, 9));
});

test("1.96 standard errors below theory, theory is at the upper end of the 95 % interval", () => {
  const z = departure(wait(0.1), "mean", judgedMean(wait(0.1), 0.95).high!)!;
  assert.ok(Math.abs(z + 1.959964) < 1e-6, String(z));
});
