import assert from "node:assert/strict";
import { test } from "vitest";
import { mergedObservers } from "./pools.ts";
import { transient, windowed, within } from "./transient.ts";

const WINDOWS: [number, number][] = [
  [0, 20],
  [20, 60],
];

test("without precision there are as many replications as were asked for", async () => {
  const result = await transient({ run: { windows: WINDOWS } });
  assert.equal(result.points[0].replications, undefined);
  assert.ok(!result.caveats.some(({ code }) => code === "precision"));
});

test("with precision there are more, until every window is narrow enough", async () => {
  const result = await transient({ run: { windows: WINDOWS, precision: within(0.2) } });
  assert.ok(result.points[0].replications! > 50);
  for (const { value, high } of windowed(result, "latency", "consumers.a")) assert.ok((high! - value!) / value! <= 0.2);
  assert.ok(!result.caveats.some(({ code }) => code === "precision"));
});

test("one narrow interval may be luck, so that a second check comes at half as many again", async () => {
  const result = await transient({ run: { precision: within(1) } });
  assert.equal(result.points[0].replications, 30);
});

test("when the budget ends first, a caveat says after how many, and how many would be needed", async () => {
  const result = await transient({
    run: { windows: WINDOWS, precision: within(0.01), budget: { messages: 3000, seconds: Infinity } },
  });
  const { replications, messages } = result.points[0];
  assert.ok(replications! > 40 && messages < 3500);
  const [caveat] = result.caveats.filter(({ code }) => code === "precision");
  assert.match(caveat.text, /^The message budget ended after \d\d replications, .*; about [\d,]+ would be needed\.$/);
});

test("the number of replications does not depend on how many run at once", async () => {
  const run = { windows: WINDOWS, precision: within(0.3) };
  const alone = JSON.stringify(await transient({ run }));
  for (const width of [2, 8]) {
    assert.equal(JSON.stringify(await transient({ run, pool: mergedObservers(width) })), alone);
  }
});
