import assert from "node:assert/strict";
import { test } from "vitest";
import { fcfsClasses, mixedService } from "../../src/queueing/fcfs-classes.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
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
