import assert from "node:assert/strict";
import { test } from "vitest";
import { creditWindow, saturatedWindow } from "../../src/queueing/credit-window.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { tandem } from "../../src/queueing/tandem.ts";
import { agrees, close } from "./cases.ts";

test("a saturated window agrees with the exact cases in every figure", () => {
  for (const [id, window] of [
    ["PREFETCH-1", 1],
    ["PREFETCH-50", 50],
  ] as const) {
    const state = saturatedWindow(window, 0.01, 1000);
    agrees(id, {
      X: state.throughput,
      U: state.utilization,
      L_consumer: state.numberAtConsumer,
      W_at_consumer: state.timeAtConsumer,
      credits_in_flight: state.numberInFlight,
    });
  }
  agrees("PREFETCH-DET-5", { X: saturatedWindow(5, 0.01, 1000).throughput });
  agrees("PREFETCH-DET-10", { X: saturatedWindow(10, 0.01, 1000).throughput });
});

test("windows of 1 to 50 over a round trip of ten services carry the rates that are quoted", () => {
  for (const [window, rate] of [
    [1, 90.91],
    [5, 436.05],
    [10, 785.42],
    [20, 998.13],
    [50, 1000],
  ]) {
    assert.ok(Math.abs(saturatedWindow(window, 0.01, 1000).throughput - rate) < 0.006);
  }
  close(saturatedWindow(20, 1, 1, 100).throughput, 10, 1e-12); // nobody waits: each message cycles in 2 s
});

test("creditWindow agrees with the exact case in every figure", () => {
  const broker = creditWindow(60, 4, 0.03, 100);
  agrees("PREFETCH-OPEN", {
    L_broker_queue: broker.numberAtBroker,
    L_in_transfer: broker.numberInTransfer,
    L_at_consumer: broker.numberAtConsumer,
    W_total: broker.sojournTime,
    W_broker: broker.timeAtBroker,
    max_throughput: broker.capacity,
  });
});

test("with credits for all, transfer and consumer are on their own", () => {
  const wide = creditWindow(60, 60, 0.03, 100);
  close(wide.sojournTime, 0.03 + tandem(60, [100]).sojournTime, 1e-9);
  assert.ok(wide.numberAtBroker < 1e-9);
});

test("a window that cannot carry the load is refused with the rate it could carry", () => {
  assert.throws(() => creditWindow(80, 4, 0.03, 100), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = λ/capacity = 80/79.3893 = 1.01, but it must be below 1. " +
      "A wider window, up to a rate of 100/s, or a shorter transfer would help.",
  });
});

test("one credit makes transfer and service one: M/G/1 with their sum", () => {
  const line = creditWindow(2, 1, 0.1, 5);
  const law = mg1(2, { mean: 0.3, second: 2 * (0.1 ** 2 + 0.2 ** 2 + 0.02), third: 1 });
  close(line.sojournTime, law.sojournTime, 1e-12);
  close(line.timeAtBroker, law.waitingTime, 1e-12);
  close(line.numberAtConsumer, 2 / 5, 1e-12);
  close(line.capacity, 1 / 0.3, 1e-12);
  assert.throws(() => creditWindow(line.capacity, 1, 0.1, 5), { name: "UnstableQueueError" });
});

test("what cannot be is refused by the name it has here", () => {
  assert.throws(() => creditWindow(1, 0, 0.1, 5), /window must be a whole number ≥ 1/);
  assert.throws(() => creditWindow(1, 2, 0, 5), /transfer time/);
  assert.throws(() => creditWindow(1, 2, 0.1, 0), /service rate μ/);
});
