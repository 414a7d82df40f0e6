import assert from "node:assert/strict";
import { test } from "vitest";
import { exploredChain } from "../../src/queueing/explored-chain.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { joinShortestOfTwo } from "../../src/queueing/shortest-queue.ts";
import { agrees, close } from "./cases.ts";

test("joining the shorter of two queues agrees with the exact case", () => {
  const queue = joinShortestOfTwo(1, 1);
  agrees("JSQ2-r50", { W: queue.sojournTime, L: queue.numberInSystem });
  close(queue.waitingTime, queue.sojournTime - 1, 1e-14);
  close(queue.numberInQueue, queue.numberInSystem - 1, 1e-14);
  assert.equal(queue.utilization, 0.5);
});

test("it is better than choosing blindly and worse than one queue, and in heavy traffic close to one queue", () => {
  for (const lambda of [0.2, 1.8]) {
    const shared = mmc(lambda, 1, 2).sojournTime;
    const blind = mmc(lambda / 2, 1, 1).sojournTime;
    const { sojournTime } = joinShortestOfTwo(lambda, 1);
    assert.ok(shared < sojournTime && sojournTime < blind);
  }
  close(joinShortestOfTwo(1.999, 1).sojournTime, mmc(1.999, 1, 2).sojournTime, 1e-3);
});

test("joining the shorter queue does not help an overload", () => {
  assert.throws(() => joinShortestOfTwo(2, 1), { name: "UnstableQueueError" });
});

test("queues of rate three with two fifths of the load agree with their chain cut off at forty each", () => {
  const chain = exploredChain({ a: 0, b: 0 }, ({ a, b }) => [
    ...(a < 40 && a <= b ? [{ to: { a: a + 1, b }, rate: a === b ? 1.2 : 2.4 }] : []),
    ...(b < 40 && b <= a ? [{ to: { a, b: b + 1 }, rate: a === b ? 1.2 : 2.4 }] : []),
    ...(a > 0 ? [{ to: { a: a - 1, b }, rate: 3 }] : []),
    ...(b > 0 ? [{ to: { a, b: b - 1 }, rate: 3 }] : []),
  ]);
  const mean = chain.reduce((sum, { state, probability }) => sum + (state.a + state.b) * probability, 0);
  const queue = joinShortestOfTwo(2.4, 3);
  close(queue.numberInSystem, mean, 1e-11);
  close(queue.numberInQueue, mean - 0.8, 1e-10);
  close(queue.sojournTime, mean / 2.4, 1e-11);
  close(queue.waitingTime, mean / 2.4 - 1 / 3, 1e-10);
  close(queue.utilization, 0.4, 1e-14);
});
