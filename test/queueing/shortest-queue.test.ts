import assert from "node:assert/strict";
import { test } from "vitest";
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
