import assert from "node:assert/strict";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmcNonPreemptive, mmcPreemptive } from "../../src/queueing/mmc-priority.ts";
import { preemptiveResume } from "../../src/queueing/priority.ts";
import { nonPreemptiveLaw } from "../../src/queueing/priority-law.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

test("mmcNonPreemptive agrees with the exact case of three classes on four servers", () => {
  const lambdas = [1, 1.2, 1.2];
  const classes = mmcNonPreemptive(lambdas, 1, 4);
  agrees("NPC4", {
    P_wait: classes[0].waitingTail(0),
    "Wq[class1]": classes[0].waitingTime,
    "Wq[class2]": classes[1].waitingTime,
    "Wq[class3]": classes[2].waitingTime,
    Wq_all: classes.reduce((sum, queue, k) => sum + (lambdas[k] * queue.waitingTime) / 3.4, 0),
  });
  const total = mmc(3.4, 1, 4);
  close(
    classes.reduce((sum, queue) => sum + queue.utilization, 0),
    total.utilization,
    1e-14,
  );
  close(
    classes.reduce((sum, queue) => sum + queue.numberInQueue, 0),
    total.numberInQueue,
    1e-12,
  );
  close(
    classes.reduce((sum, queue) => sum + queue.numberInSystem, 0),
    total.numberInSystem,
    1e-12,
  );
});

test("one class is M/M/c, laws included", () => {
  const [alone] = mmcNonPreemptive([9], 1, 10);
  const fcfs = mmc(9, 1, 10);
  for (const figure of ["waitingTime", "sojournTime", "waitingVariance", "sojournVariance"] as const) {
    close(alone[figure], fcfs[figure], 1e-12);
  }
  for (const t of [0.1, 1, 5]) {
    assert.ok(Math.abs(alone.waitingTail(t) - fcfs.waitingTail(t)) < 1e-9);
    assert.ok(Math.abs(alone.sojournTail(t) - fcfs.sojournTail(t)) < 1e-9);
  }
});

test("one server is M/G/1 with priorities", () => {
  const pairs = [
    mmcNonPreemptive([0.3, 0.4], 1, 1),
    nonPreemptiveLaw([0.3, 0.4].map((lambda) => ({ lambda, service: exponentialLaw(1) }))),
  ];
  for (const k of [0, 1]) {
    const [ours, theirs] = pairs.map((pair) => pair[k]);
    close(ours.waitingVariance, theirs.waitingVariance, 1e-12);
    close(ours.sojournVariance, theirs.sojournVariance, 1e-12);
    close(ours.waitingQuantile(0.95), theirs.waitingQuantile(0.95), 1e-7);
    close(ours.sojournQuantile(0.95), theirs.sojournQuantile(0.95), 1e-7);
  }
});

test("interrupting, classes on one server have the sojourns of M/G/1 and on many add up to M/M/c", () => {
  const one = preemptiveResume([0.3, 0.4].map((lambda) => ({ lambda, service: exponentialLaw(1) })));
  mmcPreemptive([0.3, 0.4], 1, 1).forEach((queue, k) => {
    close(queue.sojournTime, one[k].sojournTime, 1e-12);
    close(queue.utilization, one[k].utilization, 1e-12);
  });
  const many = mmcPreemptive([3, 3, 3], 1, 10);
  close(
    many.reduce((sum, queue) => sum + queue.numberInSystem, 0),
    mmc(9, 1, 10).numberInSystem,
    1e-13,
  );
  close(many[0].sojournTime, mmc(3, 1, 10).sojournTime, 1e-13);
  for (const { utilization } of many) close(utilization, 0.3, 1e-15);
});

test("priorities on many servers refuse an overload and an empty class", () => {
  assert.throws(() => mmcNonPreemptive([1, 1], 1, 2), { name: "UnstableQueueError" });
  assert.throws(() => mmcPreemptive([1, 0], 1, 2), { message: "The arrival rate λ must be a number above 0, not 0." });
});
