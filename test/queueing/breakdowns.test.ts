import assert from "node:assert/strict";
import { test } from "vitest";
import { interruptedService, mmcBreakdowns } from "../../src/queueing/breakdowns.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { momentsOf } from "../../src/queueing/phase-type.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

test("a server that fails at work agrees with the exact case", () => {
  const queue = mg1(0.6, interruptedService(exponentialLaw(1), 0.05, exponentialLaw(2)));
  agrees("MG1-BRK-OP-M", { W: queue.sojournTime, U_occupied: queue.utilization });
});

test("an interrupted exponential service has the moments of its two phases", () => {
  // at work: done at 1, fails at 0.3; under repair: back at 0.5
  const phases = {
    initial: [1, 0],
    generator: [
      [-1.3, 0.3],
      [0.5, -0.5],
    ],
  };
  const service = interruptedService(exponentialLaw(1), 0.3, exponentialLaw(2));
  for (const moment of ["mean", "second", "third"] as const) close(service[moment], momentsOf(phases)[moment], 1e-13);
});

test("servers that fail on their own agree with the exact case of three", () => {
  const queue = mmcBreakdowns(2, 1, 3, { timeToFailure: 20, repairTime: 2 });
  agrees("MM3-BRK", { L: queue.numberInSystem, W: queue.sojournTime, mean_up: queue.meanUp });
  close(queue.numberInQueue, queue.numberInSystem - 2, 1e-13);
  close(queue.waitingTime, queue.sojournTime - 1, 1e-13);
  close(queue.utilization, 2 / 3, 1e-14);
  let [sum, square] = [0, 0];
  for (let n = 0; n < 500; n++) {
    sum += queue.probability(n);
    square += n * n * queue.probability(n);
  }
  close(sum, 1, 1e-12);
  close(square - queue.numberInSystem ** 2, queue.numberVariance, 1e-10);
});

test("servers that hardly ever fail are M/M/c", () => {
  const [queue, plain] = [mmcBreakdowns(9, 1, 10, { timeToFailure: 1e9, repairTime: 1e-3 }), mmc(9, 1, 10)];
  close(queue.numberInSystem, plain.numberInSystem, 1e-9);
  close(queue.numberVariance, plain.numberVariance, 1e-8);
});

test("one server that fails idle or busy agrees with its Markov chain", () => {
  // the chain of (number, up or down), iterated by Gauss–Seidel in Python
  close(mmcBreakdowns(0.6, 1, 1, { timeToFailure: 20, repairTime: 2 }).numberInSystem, 2.262032085561498, 1e-10);
});

test("the load counts the time under repair", () => {
  assert.throws(() => mmcBreakdowns(2.8, 1, 3, { timeToFailure: 20, repairTime: 2 }), { name: "UnstableQueueError" });
  assert.throws(() => interruptedService(exponentialLaw(1), -1, exponentialLaw(1)), {
    message: "The failure rate must be a number ≥ 0, not -1.",
  });
});

test("half a second of work is interrupted half as often as a second, and repairs of two seconds add to it", () => {
  // given work x, failures are Poisson with mean 0.3x: conditional cumulants 1.6x, 0.3·8x, 0.3·48x over exponential x
  const service = interruptedService(exponentialLaw(0.5), 0.3, exponentialLaw(2));
  const phases = {
    initial: [1, 0],
    generator: [
      [-2.3, 0.3],
      [0.5, -0.5],
    ],
  };
  for (const moment of ["mean", "second", "third"] as const) close(service[moment], momentsOf(phases)[moment], 1e-13);
});

test("two servers of rate two at light load agree with their Markov chain, solved in Python", () => {
  const queue = mmcBreakdowns(0.1, 2, 2, { timeToFailure: 20, repairTime: 2 });
  close(queue.numberInSystem, 0.0517519909577608, 1e-11);
  close(queue.numberInQueue, 0.0517519909577608 - 0.05, 1e-9);
  close(queue.probability(0), 0.9499021737420201, 1e-11);
});
