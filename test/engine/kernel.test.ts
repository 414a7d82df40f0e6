import assert from "node:assert/strict";
import { test } from "vitest";
import { type Actor, Kernel } from "../../src/engine/kernel.ts";

/** Remembers what fired and when, and may schedule more. */
class Witness implements Actor {
  readonly seen: { time: number; what: number; arg: number }[] = [];
  private readonly kernel: Kernel;
  private readonly react: (arg: number) => void;

  constructor(kernel: Kernel, react: (arg: number) => void = () => {}) {
    this.kernel = kernel;
    this.react = react;
  }

  fire(what: number, arg: number): void {
    this.seen.push({ time: this.kernel.now, what, arg });
    this.react(arg);
  }

  get args(): number[] {
    return this.seen.map((event) => event.arg);
  }
}

test("events fire in order of time, each at its own time, with its kind and its argument", () => {
  const kernel = new Kernel();
  const witness = new Witness(kernel);
  const port = kernel.register(witness);
  kernel.schedule(2, port + 7, -5);
  kernel.schedule(1, port, 2 ** 31 - 1);
  kernel.run(10);
  assert.deepEqual(witness.seen, [
    { time: 1, what: 0, arg: 2 ** 31 - 1 },
    { time: 2, what: 7, arg: -5 },
  ]);
  assert.equal(kernel.fired, 2);
});

test("every actor gets its own events", () => {
  const kernel = new Kernel();
  const witnesses = Array.from({ length: 100 }, () => new Witness(kernel));
  const ports = witnesses.map((witness) => kernel.register(witness));
  ports.forEach((port, i) => {
    kernel.schedule(100 - i, port + (i % 8), i);
  });
  kernel.run(1000);
  witnesses.forEach((witness, i) => {
    assert.deepEqual(witness.seen, [{ time: 100 - i, what: i % 8, arg: i }]);
  });
});

test("events at equal times fire in the order of scheduling, those scheduled meanwhile last", () => {
  const kernel = new Kernel();
  const witness = new Witness(kernel, (arg) => {
    if (arg < 3) kernel.schedule(kernel.now, port, arg + 10);
  });
  const port = kernel.register(witness);
  for (let arg = 0; arg < 5; arg++) kernel.schedule(1, port, arg);
  kernel.run(2);
  assert.deepEqual(witness.args, [0, 1, 2, 3, 4, 10, 11, 12]);
});

test("a run ends before the events at its horizon and leaves them for the next", () => {
  const kernel = new Kernel();
  const witness = new Witness(kernel);
  const port = kernel.register(witness);
  for (const time of [1, 2, 3]) kernel.schedule(time, port, time);
  kernel.run(2);
  assert.deepEqual(witness.args, [1]);
  assert.equal(kernel.now, 2);
  assert.equal(kernel.pending, 2);
  kernel.run(2);
  assert.deepEqual(witness.args, [1]);
  kernel.run(3.5);
  assert.deepEqual(witness.args, [1, 2, 3]);
  assert.equal(kernel.now, 3.5);
  assert.equal(kernel.pending, 0);
});

test("a time that is past or not finite is refused, and nothing is scheduled", () => {
  const kernel = new Kernel();
  const port = kernel.register(new Witness(kernel));
  kernel.run(5);
  for (const time of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 4.999]) {
    assert.throws(() => kernel.schedule(time, port, 0), {
      name: "RangeError",
      message: `cannot schedule at ${time}, now 5`,
    });
  }
  assert.equal(kernel.pending, 0);
});

/** Times that often coincide, from a small generator of its own. */
function coarseTimes(count: number): number[] {
  let state = 1;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 27) / 4;
  });
}

for (const pending of [10, 128, 129, 5000]) {
  test(`with ${pending} events scheduled at once, order is kept whatever structure holds them`, () => {
    const kernel = new Kernel();
    const witness = new Witness(kernel);
    const port = kernel.register(witness);
    const times = coarseTimes(pending);
    times.forEach((time, arg) => {
      kernel.schedule(time, port, arg);
    });
    assert.equal(kernel.pending, pending);
    kernel.run(100);
    const expected = times
      .map((time, arg) => ({ time, what: 0, arg }))
      .sort((a, b) => a.time - b.time || a.arg - b.arg);
    assert.deepEqual(witness.seen, expected);
  });
}

test("order is kept when the events become too many for a heap while one of them fires", () => {
  const kernel = new Kernel();
  const times = coarseTimes(3000);
  const witness = new Witness(kernel, (arg) => {
    if (arg < 0) for (const [i, time] of times.entries()) kernel.schedule(kernel.now + time, port, 100 + i);
  });
  const port = kernel.register(witness);
  for (let arg = 0; arg < 100; arg++) kernel.schedule(2, port, arg);
  kernel.schedule(1, port, -1);
  kernel.run(100);
  const scheduled = [
    ...Array.from({ length: 100 }, (_, arg) => ({ time: 2, arg })),
    { time: 1, arg: -1 },
    ...times.map((time, i) => ({ time: 1 + time, arg: 100 + i })),
  ];
  const expected = scheduled.map((event, order) => ({ ...event, order }));
  expected.sort((a, b) => a.time - b.time || a.order - b.order);
  assert.deepEqual(
    witness.args,
    expected.map((event) => event.arg),
  );
  assert.equal(kernel.fired, 3101);
});
