import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { EventHeap } from "../../src/engine/event-heap.ts";
import { EventLadder } from "../../src/engine/event-ladder.ts";

/** A small generator of its own, so that this part depends on no other. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Events = EventHeap | EventLadder;
interface Event {
  time: number;
  order: number;
}

function drain(events: Events): number[] {
  const args: number[] = [];
  while (events.take()) args.push(events.arg);
  return args;
}

const inOrder = (a: Event, b: Event) => a.time - b.time || a.order - b.order;

/** How the times of new events lie relative to now: each is a way in which an event list can go wrong. */
const laws: Record<string, (u: number) => number> = {
  "spread evenly": (u) => u,
  "often equal": (u) => Math.floor(u * 5),
  "always equal": () => 1,
  immediate: () => 0,
  "over twelve orders of magnitude": (u) => 10 ** (12 * u - 9),
  "mostly near and sometimes far": (u) => (u < 0.9 ? u * 1e-3 : 1e6 * u),
  "all but simultaneous": (u) => 1 + u * 1e-15,
};

for (const [name, make] of Object.entries({ heap: () => new EventHeap(), ladder: () => new EventLadder() })) {
  describe(name, () => {
    for (const [law, draw] of Object.entries(laws)) {
      test(`events ${law} leave in order of time, and at equal times in the order they were added`, () => {
        const next = numbers(7);
        const events = make();
        const expected = Array.from({ length: 3000 }, (_, order) => ({ time: draw(next()), order }));
        for (const { time, order } of expected) events.add(time, order, 0, order);
        assert.deepEqual(
          drain(events),
          expected.sort(inOrder).map((event) => event.order),
        );
      });

      test(`with events ${law}, order survives adding while taking, at one pending or thousands`, () => {
        for (const pending of [1, 10, 200, 5000]) assertOrderKept(make(), draw, pending);
      });
    }

    test("there is nothing to take from an empty list, also after it was used", () => {
      const events = make();
      assert.equal(events.take(), false);
      events.add(1, 0, 0, 0);
      assert.equal(events.take(), true);
      assert.equal(events.take(), false);
      assert.equal(events.length, 0);
    });

    test("events at the horizon or beyond stay until it moves", () => {
      const events = make();
      for (let arg = 1; arg <= 3; arg++) events.add(arg, arg, 0, arg);
      events.horizon = 2;
      assert.deepEqual(drain(events), [1]);
      events.add(0.5, 4, 0, 4);
      assert.deepEqual(drain(events), [4]);
      assert.equal(events.length, 2);
      events.horizon = Number.POSITIVE_INFINITY;
      assert.deepEqual(drain(events), [2, 3]);
    });

    test("an event carries its port and its argument", () => {
      const events = make();
      events.add(2, 0, 17, -5);
      assert.equal(events.take(), true);
      assert.deepEqual([events.time, events.port, events.arg], [2, 17, -5]);
    });
  });
}

function assertOrderKept(events: Events, draw: (u: number) => number, pending: number): void {
  const next = numbers(pending);
  let order = 0;
  for (; order < pending; order++) events.add(draw(next()), order, 0, order);
  let last: Event = { time: 0, order: -1 };
  for (let i = 0; i < 20_000; i++) {
    assert.equal(events.take(), true);
    const taken = { time: events.time, order: events.arg };
    assert.ok(inOrder(last, taken) < 0, `${last.time}/${last.order} before ${taken.time}/${taken.order}`);
    last = taken;
    if (next() < 0.02 && events.length > 0) continue; // let the list shrink now and then …
    events.add(taken.time + draw(next()), order, 0, order++);
    if (events.length < pending) events.add(taken.time + draw(next()), order, 0, order++); // … and grow again
  }
}
