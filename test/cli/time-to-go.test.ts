import assert from "node:assert/strict";
import { test } from "vitest";
import { timeToGo } from "../../src/cli/time-to-go.ts";

test("the rest is taken to go as fast as what is done, and told no finer than anybody plans by", () => {
  assert.equal(timeToGo(30, 0.5), "about 30 s to go");
  assert.equal(timeToGo(60, 0.25), "about 3 min to go");
  assert.equal(timeToGo(1200, 0.25), "about 1 h to go");
  assert.equal(timeToGo(600, 0.1), "about 1 h 30 min to go");
  assert.equal(timeToGo(3570, 0.5), "about 1 h to go");
  assert.equal(timeToGo(100, 1), "about 0 s to go");
});

test("nothing is said of the rest before anything is known of it", () => {
  assert.equal(timeToGo(4, 0.5), "");
  assert.equal(timeToGo(600, 0.009), "");
});
