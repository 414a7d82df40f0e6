import assert from "node:assert/strict";
import { test } from "vitest";
import { delayedWait, waitBehind } from "../../src/queueing/conditional-wait.ts";
import { mdc } from "../../src/queueing/mdc.ts";
import { mg1Law } from "../../src/queueing/mg1.ts";
import { erlangC, mmc } from "../../src/queueing/mmc.ts";
import { numericLaw } from "../../src/queueing/numeric-law.ts";
import { erlangLaw } from "../../src/queueing/time-law.ts";
import { close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

test("those who wait in M/M/c do so exponentially, however few they are", () => {
  for (const [lambda, c] of [
    [1.6, 2],
    [9, 10],
    [20, 80],
  ]) {
    const wait = delayedWait(mmc(lambda, 1, c));
    close(wait.delayProbability, erlangC(lambda, c), 1e-15);
    close(wait.waitingTime, 1 / (c - lambda), 1e-12);
    close(wait.waitingTail(0.3), Math.exp(-0.3 * (c - lambda)), 1e-12);
    close(wait.waitingQuantile(0.99), Math.log(100) / (c - lambda), 1e-12);
    assert.equal(wait.waitingTail(0), 1);
    assert.equal(wait.waitingTail(-1), 1);
  }
});

test("the wait of those who wait has the mean its tail says, in M/G/1 and in M/D/c", () => {
  for (const queue of [mg1Law(0.7, erlangLaw(3, 1)), mdc(1.5, 1, 2)]) {
    const wait = delayedWait(queue);
    close(tailMoments(wait.waitingTail, 40).mean, wait.waitingTime, 1e-6);
    close(wait.waitingTail(wait.waitingQuantile(0.9)), 0.1, 1e-7);
  }
});

test("waits without a mean have quantiles among those who wait, too", () => {
  const heavy = numericLaw({ mean: 3, second: Infinity, third: Infinity }, (t) => (t < 1 ? 1 : t ** -1.5));
  const wait = delayedWait(mg1Law(1 / 6, heavy));
  assert.equal(wait.waitingTime, Infinity);
  close(wait.delayProbability, 0.5, 1e-12);
  close(wait.waitingTail(wait.waitingQuantile(0.8)), 0.2, 1e-7);
});

test("where nobody waits there is nothing to say of those who do", () => {
  const none = { waitingTime: 0, waitingTail: () => 0, waitingQuantile: () => 0 };
  assert.throws(() => delayedWait(none), { message: "Nobody waits, so there is no wait of those who do." });
});

test("a message behind n others waits for an Erlang time, and not at all while a server is free", () => {
  // 7 found, 3 servers of rate 2: five completions at rate 6; P(Erlang(5, 6) > 1) = Σ e⁻⁶6ᵏ/k!, k < 5
  const wait = waitBehind(7, 2, 3);
  close(wait.waitingTime, 5 / 6, 1e-14);
  close(wait.sojournTime, 5 / 6 + 0.5, 1e-14);
  close(wait.waitingVariance, 5 / 36, 1e-13);
  close(wait.sojournVariance, 5 / 36 + 0.25, 1e-13);
  close(wait.waitingTail(1), Math.exp(-6) * (1 + 6 + 18 + 36 + 54), 1e-13);
  const free = waitBehind(2, 2, 3);
  assert.equal(free.waitingTime, 0);
  assert.equal(free.waitingTail(0), 0);
  close(free.sojournTail(1), Math.exp(-2), 1e-13);
  const million = waitBehind(1_000_000, 1, 1);
  close(million.waitingTime, 1_000_000, 1e-13);
  close(million.waitingQuantile(0.5), 1_000_000 - 1 / 3, 1e-9); // median of an Erlang time, up to O(1/n)
});

test("averaged over what arrivals find, waits behind others are those of M/M/c", () => {
  const queue = mmc(4, 1, 5);
  for (const t of [0.2, 1, 4]) {
    let [waiting, sojourn] = [0, 0];
    for (let n = 0; n < 250; n++) {
      const wait = waitBehind(n, 1, 5);
      waiting += queue.probability(n) * wait.waitingTail(t);
      sojourn += queue.probability(n) * wait.sojournTail(t);
    }
    close(waiting, queue.waitingTail(t), 1e-12);
    close(sojourn, queue.sojournTail(t), 1e-12);
  }
});

test("waitBehind says what it needs", () => {
  assert.throws(() => waitBehind(-1, 1, 1), { message: "The number found must be a whole number ≥ 0, not -1." });
  assert.throws(() => waitBehind(1, 0, 1), { message: "The service rate μ must be a number above 0, not 0." });
  assert.throws(() => waitBehind(1, 1, 0), { message: "The number of servers c must be a whole number ≥ 1, not 0." });
});
