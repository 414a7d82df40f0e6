import assert from "node:assert/strict";
import { test } from "vitest";
import { erlangA } from "../../src/queueing/erlang-a.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("erlangA agrees with a published call centre", () => {
  // Garnett, Mandelbaum & Reiman (2002): 48 calls/min, 1 min of service, 2 min of patience, 50 agents
  const centre = erlangA(48 / 60, 1 / 60, 50, 120);
  assert.equal(centre.lossProbability.toFixed(3), "0.031");
  assert.equal(centre.utilization.toFixed(2), "0.93");
  assert.equal(centre.numberInQueue.toFixed(0), "3");
  assert.equal((centre.numberInQueue / 0.8).toFixed(1), "3.7"); // s, mean wait of all
});

test("erlangA agrees with its Markov chain, solved and uniformized by brute force in Python", () => {
  const queue = erlangA(4, 1, 3, 2);
  close(queue.utilization, 0.9242710324466142, 1e-12);
  close(queue.numberInSystem, 5.227186902660156, 1e-12);
  close(queue.numberInQueue, 2.454373805320313, 1e-12);
  close(queue.lossProbability, 0.3067967256650391, 1e-12);
  close(queue.throughput, 4 * (1 - 0.3067967256650391), 1e-12);
  close(queue.delayProbability, 0.8445563297588399, 1e-12);
  close(queue.numberVariance, 7.099424527634895, 1e-12);
  close(queue.probability(0), 0.011957205403166155, 1e-12);
  close(queue.waitingTime, 0.6225706863998469, 1e-12);
  close(queue.sojournTime, 1.6225706863998468, 1e-12);
  close(queue.waitingTail(0), 0.7757603346719785, 1e-12);
  close(queue.waitingTail(0.5), 0.48655762955388787, 1e-10);
  close(queue.waitingTail(2), 0.03470595085420979, 1e-10);
  close(queue.waitingQuantile(1 - 0.03470595085420979), 2, 1e-9);
});

test("endless patience is M/M/c, none is Erlang's loss system", () => {
  const patient = erlangA(9, 1, 10, 1e9);
  close(patient.waitingTime, mmc(9, 1, 10).waitingTime, 1e-6);
  close(patient.waitingTail(2), mmc(9, 1, 10).waitingTail(2), 1e-6);
  close(erlangA(15, 1, 20, 1e-9).lossProbability, mmck(15, 1, 20, 20).lossProbability, 1e-7);
});

test("10,000 servers and an overload stay finite", () => {
  const queue = erlangA(12_000, 1, 10_000, 50);
  close(queue.lossProbability, 1 / 6, 1e-9); // the fluid limit: what exceeds capacity leaves
  close(queue.waitingTime, 50 * Math.log(1.2), 1e-3); // those served outlast the wait w: exp(−w/50) = 10/12
  assert.ok(queue.waitingTail(9) > 0.7 && queue.waitingTail(9.4) < 0.1);
});

test("erlangA refuses an absurd patience", () => {
  assert.throws(() => erlangA(1, 1, 1, 0), { message: "The mean patience must be a number above 0, not 0." });
});

test("the sojourn of those served has the mean stated, and is an exponential service when nobody waits", () => {
  const queue = erlangA(4, 1, 3, 2);
  const { mean } = tailMoments(queue.sojournTail, 40);
  close(mean, queue.sojournTime, 1e-9);
  close(queue.sojournTail(queue.sojournQuantile(0.9)), 0.1, 1e-12);
  close(erlangA(1, 1, 60, 1).sojournTail(2), Math.exp(-2), 1e-12);
});

test("before time 0 nobody has started or left, and at 0 nobody has left", () => {
  const queue = erlangA(8, 2, 3, 1);
  assert.equal(queue.waitingTail(-1e-9), 1);
  assert.equal(queue.sojournTail(-1e-9), 1);
  assert.equal(queue.sojournTail(0), 1);
  assert.equal(queue.sojournTail(1e-12) > 1 - 1e-9, true);
});
