import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1 } from "../../src/queueing/mg1.ts";
import { nonPreemptive, type PriorityClass, preemptiveResume } from "../../src/queueing/priority.ts";
import { balancedHyperexponentialLaw, constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

const mix: PriorityClass[] = [
  { lambda: 0.2, service: constantLaw(1) },
  { lambda: 0.2, service: exponentialLaw(1) },
  { lambda: 0.2, service: balancedHyperexponentialLaw(2, 4) },
];

test("nonPreemptive agrees with the exact cases in every figure", () => {
  const [first, second] = nonPreemptive([
    { lambda: 0.3, service: exponentialLaw(0.5) },
    { lambda: 0.3, service: exponentialLaw(5 / 3) },
  ]);
  agrees("NP2-NEQ", {
    U: first.utilization + second.utilization,
    "Wq[class1]": first.waitingTime,
    "W[class1]": first.sojournTime,
    "Lq[class1]": first.numberInQueue,
    "Wq[class2]": second.waitingTime,
    "W[class2]": second.sojournTime,
    "Lq[class2]": second.numberInQueue,
    "Var_Wq[class1]": first.waitingVariance,
    "Var_Wq[class2]": second.waitingVariance,
  });
  const answers = nonPreemptive(mix).flatMap((queue, k) => [
    [`Wq[class${k + 1}]`, queue.waitingTime],
    [`W[class${k + 1}]`, queue.sojournTime],
    [`Lq[class${k + 1}]`, queue.numberInQueue],
  ]);
  agrees("NP3-MIX", { ...Object.fromEntries(answers), "Var_Wq[class1]": nonPreemptive(mix)[0].waitingVariance });
});

test("preemptiveResume agrees with the exact case", () => {
  const answers = preemptiveResume(mix).flatMap((queue, k) => [
    [`W[class${k + 1}]`, queue.sojournTime],
    [`L[class${k + 1}]`, queue.numberInSystem],
  ]);
  agrees("PR3-MIX", Object.fromEntries(answers));
});

test("urgent messages wait 10 ms and the others 50 where first come, first served would take 40", () => {
  const [urgent, other] = nonPreemptive([
    { lambda: 20, service: exponentialLaw(0.01) },
    { lambda: 60, service: exponentialLaw(0.01) },
  ]);
  close(urgent.waitingTime, 0.01, 1e-12);
  close(other.waitingTime, 0.05, 1e-12);
});

test("one class alone is M/G/1, whatever the rule", () => {
  const fcfs = mg1(0.7, erlangLaw(3, 1));
  for (const [queue] of [
    nonPreemptive([{ lambda: 0.7, service: erlangLaw(3, 1) }]),
    preemptiveResume([{ lambda: 0.7, service: erlangLaw(3, 1) }]),
  ]) {
    for (const figure of ["utilization", "numberInSystem", "numberInQueue", "waitingTime", "sojournTime"] as const) {
      close(queue[figure], fcfs[figure], 1e-14);
    }
    close(queue.waitingVariance, fcfs.waitingVariance, 1e-13);
    close(queue.sojournVariance, fcfs.sojournVariance, 1e-13);
  }
});

test("nonPreemptive agrees with its Markov chain, solved by Gauss–Seidel iteration in Python", () => {
  const [first, second] = nonPreemptive([
    { lambda: 0.3, service: exponentialLaw(1 / 2) },
    { lambda: 0.2, service: exponentialLaw(1 / 0.6) },
  ]);
  close(first.numberInQueue, 0.22254901960710938, 1e-9);
  close(second.numberInQueue, 0.2871600253000317, 1e-9);
});

test("work is conserved: ΣρWq does not depend on the order of the classes", () => {
  const weighted = (classes: PriorityClass[]) =>
    nonPreemptive(classes).reduce((sum, queue) => sum + queue.utilization * queue.waitingTime, 0);
  close(weighted(mix.toReversed()), weighted(mix), 1e-13);
});

test("the sojourn of an interrupted message varies as two M/M/1 classes say", () => {
  // M/M/1, λ₁ = λ₂ = ¼, μ = 1: E[W₂] = 8/3; Var W₂ = 256/27 from the chain, whose jumps are busy periods (Python)
  const [first, second] = preemptiveResume([
    { lambda: 0.25, service: exponentialLaw(1) },
    { lambda: 0.25, service: exponentialLaw(1) },
  ]);
  close(first.sojournVariance, (4 / 3) ** 2, 1e-14);
  close(second.sojournTime, 8 / 3, 1e-14);
  close(second.sojournVariance, 256 / 27, 1e-12);
});

test("a heavy tail in the least urgent class gives Infinity where a moment is missing, never NaN", () => {
  const heavy = { lambda: 0.1, service: { mean: 1, second: Infinity, third: Infinity } };
  const [urgent] = nonPreemptive([{ lambda: 0.1, service: constantLaw(1) }, heavy]);
  assert.equal(urgent.waitingTime, Infinity);
  assert.equal(urgent.waitingVariance, Infinity);
  const [spared, late] = preemptiveResume([{ lambda: 0.1, service: constantLaw(1) }, heavy]);
  assert.ok(spared.waitingTime < 0.06);
  assert.equal(late.sojournVariance, Infinity);
});

test("priorities refuse an overload", () => {
  assert.throws(() => nonPreemptive([{ lambda: 2, service: constantLaw(1) }]), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = Σ λE[S] = 2.00, but it must be below 1. Take work away from any class until the sum is below 1.",
  });
});

test("each class keeps the server busy by its own load, and together they must not reach 1", () => {
  const classes = [
    { lambda: 0.8, service: erlangLaw(2, 0.5) },
    { lambda: 0.1, service: exponentialLaw(4) },
  ];
  for (const rule of [nonPreemptive, preemptiveResume]) {
    assert.deepEqual(
      rule(classes).map(({ utilization }) => utilization),
      [0.4, 0.4],
    );
    assert.throws(() => rule([...classes, { lambda: 0.7, service: exponentialLaw(1) }]), {
      name: "UnstableQueueError",
    });
  }
});
