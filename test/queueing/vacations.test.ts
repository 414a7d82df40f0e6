import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { mmcSetup } from "../../src/queueing/mmc-setup.ts";
import { constantLaw, erlangLaw, exponentialLaw } from "../../src/queueing/time-law.ts";
import { setup, vacations } from "../../src/queueing/vacations.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("vacations agrees with the exact case of exponential absences", () => {
  const queue = vacations(0.7, exponentialLaw(1), exponentialLaw(3));
  agrees("MM1-VAC-exp", { W: queue.sojournTime, Wq: queue.waitingTime });
});

test("averages follow Little's law and the load is that of the work alone", () => {
  for (const queue of [vacations(0.7, erlangLaw(2, 1), constantLaw(3)), setup(0.7, erlangLaw(2, 1), constantLaw(3))]) {
    close(queue.utilization, 0.7, 1e-15);
    close(queue.numberInSystem, 0.7 * queue.sojournTime, 1e-14);
    close(queue.numberInQueue, 0.7 * queue.waitingTime, 1e-14);
  }
});

test("mean and variance of wait and sojourn are those of their tails", () => {
  for (const queue of [
    vacations(0.6, erlangLaw(2, 1), erlangLaw(3, 2)),
    setup(0.6, erlangLaw(2, 1), erlangLaw(3, 2)),
  ]) {
    const [wait, sojourn] = [tailMoments(queue.waitingTail, 64), tailMoments(queue.sojournTail, 64)];
    close(wait.mean, queue.waitingTime, 1e-7);
    close(wait.variance, queue.waitingVariance, 1e-6);
    close(sojourn.mean, queue.sojournTime, 1e-7);
    close(sojourn.variance, queue.sojournVariance, 1e-6);
    close(queue.sojournTail(queue.sojournQuantile(0.9)), 0.1, 1e-7);
  }
});

test("a set-up that takes no time is no set-up", () => {
  const [quick, plain] = [setup(0.6, erlangLaw(2, 1), exponentialLaw(1e-9)), mg1Law(0.6, erlangLaw(2, 1))];
  close(quick.waitingTime, plain.waitingTime, 1e-8);
  close(quick.waitingVariance, plain.waitingVariance, 1e-8);
  close(quick.waitingTail(3), plain.waitingTail(3), 1e-7);
});

test("one server with exponential set-up is the same by transforms and by matrices", () => {
  const [byTransform, byMatrix] = [setup(0.6, exponentialLaw(1), exponentialLaw(4)), mmcSetup(0.6, 1, 1, 4)];
  close(byMatrix.sojournTime, byTransform.sojournTime, 1e-12);
  close(byMatrix.waitingTime, byTransform.waitingTime, 1e-12);
  // first come, first served: those left behind came during the sojourn
  close(byMatrix.numberVariance, byTransform.numberInSystem + 0.36 * byTransform.sojournVariance, 1e-11);
});

test("mmcSetup agrees with the exact case of four servers in every figure", () => {
  const queue = mmcSetup(2, 1, 4, 5);
  agrees("MM4-SETUP", { L: queue.numberInSystem, W: queue.sojournTime, mean_in_setup: queue.meanInSetup });
  close(queue.utilization, 0.5, 1e-15);
  close(queue.numberInQueue, queue.numberInSystem - 2, 1e-13);
  let [sum, mean, square] = [0, 0, 0];
  for (let n = 0; n < 300; n++) {
    const p = queue.probability(n);
    sum += p;
    mean += n * p;
    square += n * n * p;
  }
  close(sum, 1, 1e-12);
  close(mean, queue.numberInSystem, 1e-11);
  close(square - mean ** 2, queue.numberVariance, 1e-10);
});

test("absences and set-ups do not save an overload", () => {
  assert.throws(() => vacations(1, constantLaw(1), constantLaw(1)), { name: "UnstableQueueError" });
  assert.throws(() => setup(1, constantLaw(1), constantLaw(1)), { name: "UnstableQueueError" });
  assert.throws(() => mmcSetup(4, 1, 4, 1), { name: "UnstableQueueError" });
});
