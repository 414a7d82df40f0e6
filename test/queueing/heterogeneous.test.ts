import assert from "node:assert/strict";
import { test } from "vitest";
import { heterogeneous } from "../../src/queueing/heterogeneous.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { UnstableQueueError } from "../../src/queueing/steady-state.ts";
import { agrees, close } from "./cases.ts";

test("two servers of different speed agree with the exact cases in every figure", () => {
  for (const [id, choice] of [
    ["MM2-HET-FSF", "fastest"],
    ["MM2-HET-RANDOM", "any"],
  ] as const) {
    const queue = heterogeneous(3, [3, 1.5], choice);
    agrees(id, {
      L: queue.numberInSystem,
      Lq: queue.numberInQueue,
      W: queue.sojournTime,
      U_fast: queue.utilizations[0],
      U_slow: queue.utilizations[1],
    });
  }
});

test("servers of equal speed are M/M/c, whoever is chosen", () => {
  const plain = mmc(3.2, 1, 4);
  for (const choice of ["fastest", "any"] as const) {
    const queue = heterogeneous(3.2, [1, 1, 1, 1], choice);
    for (const figure of ["utilization", "numberInSystem", "numberInQueue", "waitingTime", "numberVariance"] as const) {
      close(queue[figure], plain[figure], 1e-11);
    }
    close(queue.probability(2), plain.probability(2), 1e-12);
  }
});

test("work leaves as fast as it comes: the rates of busy servers sum to λ", () => {
  const rates = [5, 2, 1, 0.5];
  for (const choice of ["fastest", "any"] as const) {
    const { utilizations } = heterogeneous(6, rates, choice);
    close(
      rates.reduce((sum, rate, i) => sum + rate * utilizations[i], 0),
      6,
      1e-12,
    );
  }
});

test("heterogeneous refuses an overload and too many kinds of server", () => {
  assert.throws(() => heterogeneous(5, [3, 1.5], "any"), {
    message:
      "No steady state: ρ = λ/Σμ = 5/4.5 = 1.11, but it must be below 1. Servers of more than 5/s together would be enough.",
  });
  assert.throws(() => heterogeneous(1, new Array(11).fill(1), "any"), {
    message: "At most 10 servers can be told apart, not 11.",
  });
});

test("the order in which servers are listed does not matter", () => {
  for (const choice of ["fastest", "any"] as const) {
    const [sorted, mixed] = [heterogeneous(6, [5, 2, 1, 0.5], choice), heterogeneous(6, [1, 0.5, 5, 2], choice)];
    close(mixed.numberInSystem, sorted.numberInSystem, 1e-12);
    [2, 3, 0, 1].forEach((at, i) => {
      close(mixed.utilizations[at], sorted.utilizations[i], 1e-12);
    });
  }
});

test("ten servers are refused for their load alone", () => {
  assert.throws(() => heterogeneous(10, new Array<number>(10).fill(1), "any"), UnstableQueueError);
});
