import assert from "node:assert/strict";
import { test } from "vitest";
import { fcfsClasses, fcfsClassesLaw, mixedService } from "../../src/queueing/fcfs-classes.ts";
import { mg1, mg1Law } from "../../src/queueing/mg1.ts";
import { openClasses } from "../../src/queueing/open-classes.ts";
import { constantLaw, exponentialLaw, hyperexponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

test("three classes in one queue agree with the exact case", () => {
  const classes = fcfsClasses([
    { lambda: 0.2, service: constantLaw(1) },
    { lambda: 0.3, service: exponentialLaw(1) },
    { lambda: 0.1, service: exponentialLaw(3) },
  ]);
  agrees("FCFS-MULTI", {
    "Wq(all classes)": classes[0].waitingTime,
    "W[class1]": classes[0].sojournTime,
    "W[class2]": classes[1].sojournTime,
    "W[class3]": classes[2].sojournTime,
  });
  close(classes[0].sojournVariance, classes[0].waitingVariance, 1e-14);
  close(classes[2].sojournVariance, classes[2].waitingVariance + 9, 1e-14);
  close(classes[2].utilization, 0.3, 1e-14);
  close(classes[1].numberInSystem, 0.3 * classes[1].sojournTime, 1e-14);
  close(classes[1].numberInQueue, 0.3 * classes[1].waitingTime, 1e-14);
});

test("two exponential classes are one hyperexponential", () => {
  const classes = [
    { lambda: 0.1, service: exponentialLaw(3) },
    { lambda: 0.3, service: exponentialLaw(1) },
  ];
  const mixed = hyperexponentialLaw([0.25, 0.75], [3, 1]);
  for (const moment of ["mean", "second", "third"] as const) close(mixedService(classes)[moment], mixed[moment], 1e-14);
  close(fcfsClasses(classes)[1].waitingVariance, mg1(0.4, mixed).waitingVariance, 1e-14);
});

test("the sojourn of a class is everybody's wait and a service of its own", () => {
  const classes = [
    { lambda: 0.1, service: exponentialLaw(3) },
    { lambda: 0.3, service: exponentialLaw(1) },
  ];
  const mixed = hyperexponentialLaw([0.25, 0.75], [3, 1]);
  const [slow, fast] = fcfsClassesLaw(classes, mixed);
  const { waitingTail } = mg1Law(0.4, mixed);
  for (const t of [0.5, 2, 10]) {
    close(slow.waitingTail(t), waitingTail(t), 1e-9);
    for (const [law, mean] of [
      [slow, 3],
      [fast, 1],
    ] as const) {
      // P(S > t) + ∫ P(W > t − u) dP(S ≤ u), by Simpson's rule
      const steps = 2000;
      let sum = 0;
      for (let i = 0; i <= steps; i++) {
        const u = (i / steps) * t;
        const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
        const tail = i === steps ? 0.6 : waitingTail(t - u); // 0.6 wait at all
        sum += (weight * tail * Math.exp(-u / mean)) / mean;
      }
      close(law.sojournTail(t), Math.exp(-t / mean) + (sum * t) / (3 * steps), 1e-7);
    }
  }
  close(fast.sojournTail(fast.sojournQuantile(0.99)), 0.01, 1e-6);
  assert.deepEqual([slow.sojournTime, slow.sojournVariance], [slow.waitingTime + 3, slow.waitingVariance + 9]);
});

test("classes that are served alike stay as long as if there were no classes", () => {
  const classes = [0.3, 0.5].map((lambda) => ({ lambda, service: exponentialLaw(1) }));
  const [one] = fcfsClassesLaw(classes, exponentialLaw(1));
  close(one.sojournTail(5), Math.exp(-0.2 * 5), 1e-9);
});

test("poison messages that come five times agree with the exact case", () => {
  const [good, poison] = openClasses([0.6 * 0.95, 0.6 * 0.05], [[1, 5]]).sojournTimes;
  agrees("POISON", {
    U: openClasses([0.57, 0.03], [[1, 5]]).utilizations[0],
    L: 0.57 * good + 0.03 * poison,
    W_good: good,
    W_poison_total: poison,
  });
});

test("fcfsClasses refuses an overload", () => {
  assert.throws(() => fcfsClasses([{ lambda: 2, service: constantLaw(1) }]), { name: "UnstableQueueError" });
});
