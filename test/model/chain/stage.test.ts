import assert from "node:assert/strict";
import { test } from "vitest";
import { Kernel } from "../../../src/engine/kernel.ts";
import { Confluence } from "../../../src/model/chain/confluence.ts";
import { FromProducer, type Inflow } from "../../../src/model/chain/inflow.ts";
import { Rows } from "../../../src/model/chain/rows.ts";
import { serversOf } from "../../../src/model/chain/servers.ts";
import { Meters } from "../../../src/model/meters.ts";
import { Decks } from "../../../src/random/deck.ts";

/** Arrivals at given times, each of which answers with its own number. */
function arrivals(number: number, times: number[]): Inflow {
  let at = 0;
  return {
    get time() {
      return times[at] ?? Number.POSITIVE_INFINITY;
    },
    take() {
      at++;
      return number;
    },
  };
}

test("inflows merge in the order of time, and of their names where times are equal", () => {
  const inflows = [arrivals(0, [2, 5, 5]), arrivals(1, [1, 5, 9]), arrivals(2, [5]), arrivals(3, [])];
  const confluence = new Confluence(inflows);
  confluence.refresh();
  const order: [number, number][] = [];
  while (confluence.time < Number.POSITIVE_INFINITY) order.push([confluence.time, confluence.take()]);
  const fives = [0, 0, 1, 2].map((number): [number, number] => [5, number]);
  assert.deepEqual(order, [[1, 1], [2, 0], ...fives, [9, 1]]);
});

test("what is added to an inflow is seen after a refresh", () => {
  const late = [7];
  const confluence = new Confluence([arrivals(0, [9]), arrivals(1, late)]);
  late.unshift(3);
  confluence.refresh();
  assert.deepEqual([confluence.time, confluence.take(), confluence.time], [3, 1, 7]);
});

for (const count of [1, 3]) {
  test(`${count} servers refuse services that never end, or end before they begin`, () => {
    const clock = { now: 5 };
    const servers = serversOf(count, clock);
    for (const seconds of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      assert.throws(() => servers.start(0, seconds), { name: "RangeError", message: /begins at 5 s cannot end/ });
    }
    servers.start(7, 0);
    assert.deepEqual([servers.time, servers.finish(), servers.idle], [5, 7, count]);
  });
}

test("a producer whose times fall or are no numbers is refused", () => {
  for (const times of [
    [2, 1],
    [2, Number.NaN],
  ]) {
    const kernel = new Kernel();
    const decks = new Decks();
    const deck = decks.add({ next: () => times.shift() ?? Number.POSITIVE_INFINITY });
    const inflow = new FromProducer(new Rows(kernel), new Meters(kernel, 1), { arrivals: decks, deck, published: 0 });
    assert.equal(inflow.time, 2);
    assert.throws(() => inflow.take(), { name: "RangeError", message: /after 2$/ });
  }
});

test("rows are used again, and more are made when they are all in use", () => {
  const rows = new Rows({ now: 3 });
  const first = rows.begin();
  rows.end(first);
  assert.equal(rows.begin(), first);
  const many = Array.from({ length: 40_000 }, () => rows.begin());
  assert.equal(new Set([first, ...many]).size, 40_001);
  assert.ok(many.every((row) => rows.born[row] === 3));
  assert.deepEqual([rows.begun, rows.ended], [40_002, 1]);
});
