import assert from "node:assert/strict";
import { test } from "vitest";
import { blockingTandem } from "../../src/queueing/blocking-tandem.ts";
import { tandem } from "../../src/queueing/tandem.ts";
import { close } from "./cases.ts";

test("blockingTandem agrees with its Markov chain, iterated in Python", () => {
  const line = blockingTandem(0.5, 1, 1, 0);
  close(line.numberAtFirst, 2.3, 1e-9);
  close(line.numberAtSecond, 0.5, 1e-9);
  close(line.blocked, 0.2, 1e-9);
  close(line.sojournTime, (2.3 + 0.5) / 0.5, 1e-9);
  close(line.capacity, 2 / 3, 1e-13);
});

test("with plenty of room the two servers are M/M/1 each", () => {
  const line = blockingTandem(0.6, 1, 0.9, 80);
  close(line.sojournTime, tandem(0.6, [1, 0.9]).sojournTime, 1e-9);
  close(line.numberAtSecond, 2, 1e-9);
  assert.ok(line.blocked < 1e-12);
});

test("less than the slower server's rate can be too much", () => {
  assert.throws(() => blockingTandem(0.7, 1, 1, 0), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = λ/capacity = 0.7/0.666667 = 1.05, but it must be below 1. Arrivals below 0.666667/s would be stable.",
  });
});

test("a line offered exactly what it can sustain is refused", () => {
  const { capacity } = blockingTandem(0.1, 3, 2, 2);
  assert.throws(() => blockingTandem(capacity, 3, 2, 2), { name: "UnstableQueueError" });
});
