import assert from "node:assert/strict";
import { test } from "vitest";
import { lcfsLaw } from "../../src/queueing/lcfs.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmcPreemptive } from "../../src/queueing/mmc-priority.ts";
import { nonPreemptiveLaw, preemptiveResumeLaw } from "../../src/queueing/priority-law.ts";
import type { NumberLaw, SteadyState } from "../../src/queueing/steady-state.ts";
import { erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { setup, vacations } from "../../src/queueing/vacations.ts";
import { close } from "./cases.ts";

/** Fails unless probabilities sum to 1 and have the mean and variance stated. */
function consistent(queue: SteadyState & NumberLaw, most: number): void {
  let [sum, mean, square] = [0, 0, 0];
  for (let n = 0; n < most; n++) {
    const p = queue.probability(n);
    [sum, mean, square] = [sum + p, mean + n * p, square + n * n * p];
  }
  close(sum, 1, 1e-8);
  close(mean, queue.numberInSystem, 1e-7);
  close(square - mean ** 2, queue.numberVariance, 1e-5);
}

const classes = [
  { lambda: 0.3, service: exponentialLaw(1) },
  { lambda: 0.2, service: erlangLaw(2, 1.5) },
];

test("the numbers of each class have the mean and variance of their laws, whatever the rule", () => {
  for (const queue of [...nonPreemptiveLaw(classes), ...preemptiveResumeLaw(classes)]) consistent(queue, 120);
});

test("with vacations and set-ups, too", () => {
  consistent(vacations(0.5, erlangLaw(2, 1), erlangLaw(3, 2)), 100);
  consistent(setup(0.5, erlangLaw(2, 1), erlangLaw(3, 2)), 100);
});

test("vacations of an exponential server leave the number that its Markov chain has", () => {
  // M/M/1 with exponential vacations: P(z) is M/M/1's times θ/(θ + λ(1 − z)), a geometric law: convolved by hand
  const queue = vacations(0.5, exponentialLaw(1), exponentialLaw(2));
  const [stay, away] = [0.5, 0.5 / (0.5 + 0.5)]; // ratios of both geometric laws
  for (const n of [0, 1, 2, 7]) {
    let exact = 0;
    for (let k = 0; k <= n; k++) exact += (1 - stay) * stay ** k * (1 - away) * away ** (n - k);
    assert.ok(Math.abs(queue.probability(n) - exact) < 1e-10);
  }
});

test("the most urgent class that interrupts has the number of M/M/1, and both together that of M/M/1 again", () => {
  const equal = [
    { lambda: 0.3, service: exponentialLaw(1) },
    { lambda: 0.4, service: exponentialLaw(1) },
  ];
  const [urgent, patient] = preemptiveResumeLaw(equal);
  for (const n of [0, 1, 5]) assert.ok(Math.abs(urgent.probability(n) - mmc(0.3, 1, 1).probability(n)) < 1e-10);
  close(patient.numberInSystem, mmcPreemptive([0.3, 0.4], 1, 1)[1].numberInSystem, 1e-12);
  // whoever is served, the server is idle when neither is present; alone the less urgent are absent more often
  assert.ok(patient.probability(0) > 0.3 && patient.probability(0) < 0.6);
});

test("the order of service without interruption does not change the number", () => {
  const [last, first] = [lcfsLaw(0.6, erlangLaw(3, 1)), mg1Law(0.6, erlangLaw(3, 1))];
  for (const n of [0, 3, 9]) assert.equal(last.probability(n), first.probability(n));
});
