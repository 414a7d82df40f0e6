import assert from "node:assert/strict";
import { test } from "vitest";
import { afterCheck, firstCheck, predictedLength } from "../../src/stats/run-length.ts";

test("half the width takes four times the length, a third nine times", () => {
  assert.equal(predictedLength(100, 0.1, 0.05), 400);
  assert.equal(predictedLength(100, 3, 1), 900);
  assert.equal(predictedLength(100, 1, 2), 25);
});

function lengthsChecked(outcomes: boolean[]): { lengths: number[]; done: boolean } {
  let state = firstCheck(1000);
  const lengths = [];
  for (const passed of outcomes) {
    lengths.push(state.length);
    state = afterCheck(state, passed);
  }
  return { lengths, done: state.done };
}

test("a run ends after two passes in a row, each check half as much again after the last", () => {
  assert.deepEqual(lengthsChecked([false, true, true]), { lengths: [1000, 1500, 2250], done: true });
  assert.deepEqual(lengthsChecked([true, false, true, false]), { lengths: [1000, 1500, 2250, 3375], done: false });
  assert.deepEqual(lengthsChecked([true]), { lengths: [1000], done: false });
});

test("a run that is done stays at the length that was checked", () => {
  assert.deepEqual(afterCheck({ length: 1500, passes: 1, done: false }, true), { length: 1500, passes: 2, done: true });
});
