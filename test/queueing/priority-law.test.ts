import assert from "node:assert/strict";
import { test } from "vitest";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../../src/queueing/priority-law.ts";
import type { SojournLaw, Spread, SteadyState, WaitingLaw } from "../../src/queueing/steady-state.ts";
import { constantLaw, erlangLaw, exponentialLaw, residualOf, type TimeLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("the quantiles of both classes agree with the exact non-preemptive case", () => {
  const [first, second] = nonPreemptiveLaw([
    { lambda: 0.3, service: exponentialLaw(0.5) },
    { lambda: 0.3, service: exponentialLaw(5 / 3) },
  ]);
  agrees("NP2-NEQ", { "W_p99[class1]": first.sojournQuantile(0.99), "W_p99[class2]": second.sojournQuantile(0.99) });
});

test("one class alone has the laws of M/G/1, whatever the rule", () => {
  const fcfs = mg1Law(0.7, erlangLaw(3, 1));
  const alone = [{ lambda: 0.7, service: erlangLaw(3, 1) }];
  for (const [queue] of [nonPreemptiveLaw(alone), preemptiveResumeLaw(alone)]) {
    for (const t of [0, 0.3, 2, 9]) {
      assert.ok(Math.abs(queue.waitingTail(t) - fcfs.waitingTail(t)) < 1e-9);
      assert.ok(Math.abs(queue.sojournTail(t) - fcfs.sojournTail(t)) < 1e-9);
    }
    close(queue.waitingQuantile(0.9), fcfs.waitingQuantile(0.9), 1e-8);
    close(queue.sojournQuantile(0.9), fcfs.sojournQuantile(0.9), 1e-8);
  }
});

test("the most urgent class does not notice others that it interrupts", () => {
  const [urgent] = preemptiveResumeLaw([
    { lambda: 0.5, service: exponentialLaw(1) },
    { lambda: 0.1, service: erlangLaw(2, 4) },
  ]);
  for (const t of [0.5, 5]) assert.ok(Math.abs(urgent.sojournTail(t) - mmc(0.5, 1, 1).sojournTail(t)) < 1e-9);
});

test("mean and variance of wait and sojourn are those of their tails, for each class and rule", () => {
  const classes = [
    { lambda: 0.2, service: erlangLaw(3, 1) },
    { lambda: 0.1, service: exponentialLaw(2) },
    { lambda: 0.1, service: exponentialLaw(1) },
  ];
  for (const queue of [...nonPreemptiveLaw(classes), ...preemptiveResumeLaw(classes)]) {
    const wait = tailMoments(queue.waitingTail, 240, 5);
    const sojourn = tailMoments(queue.sojournTail, 240, 5);
    close(wait.mean, queue.waitingTime, 1e-6);
    close(wait.variance, queue.waitingVariance, 1e-5);
    close(sojourn.mean, queue.sojournTime, 1e-6);
    close(sojourn.variance, queue.sojournVariance, 1e-5);
  }
});

test("close to saturation the least urgent still have an answer", () => {
  const [, late] = preemptiveResumeLaw([
    { lambda: 0.9, service: constantLaw(1) },
    { lambda: 0.0999, service: exponentialLaw(1) },
  ]) as [unknown, SteadyState & Spread & WaitingLaw & SojournLaw];
  const p99 = late.sojournQuantile(0.99);
  // nearly exponential: the 0.99 quantile is ln 100 means
  close(p99, Math.log(100) * late.sojournTime, 0.01);
});

test("close to where constant service ends, the most urgent have all their digits", () => {
  const [urgent] = preemptiveResumeLaw([
    { lambda: 0.5, service: constantLaw(1) },
    { lambda: 0.1, service: exponentialLaw(1) },
  ]);
  const alone = mdc(0.5, 1, 1);
  for (const t of [0.5, 0.999, 1.001, 1.5, 3]) {
    assert.ok(Math.abs(urgent.sojournTail(t) - alone.sojournTail(t)) < 1e-8, `${t}`);
  }
});

test("interruptions by two kinds of message at 0.99 of the load cost few values of their laws", () => {
  let asked = 0;
  const counted = (law: TimeLaw): TimeLaw => ({
    ...law,
    residual: (re, im) => {
      asked++;
      return residualOf(law)(re, im);
    },
  });
  const classes = [
    { lambda: 0.3, service: counted(erlangLaw(2, 2)) },
    { lambda: 0.2, service: counted(exponentialLaw(1.5)) },
    { lambda: 0.09, service: exponentialLaw(1) },
  ];
  const late = preemptiveResumeLaw(classes)[2];
  asked = 0;
  for (const t of [5, 500, 50_000]) late.waitingTail(t);
  assert.ok(asked <= 4950, `${asked} values`);
});
