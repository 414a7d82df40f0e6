import assert from "node:assert/strict";
import { test } from "vitest";
import { engset, finiteSource } from "../../src/queueing/finite-source.ts";
import { erlangB, mmc } from "../../src/queueing/mmc.ts";
import type { SojournLaw, Spread, SteadyState, WaitingLaw } from "../../src/queueing/steady-state.ts";
import { agrees, close } from "./cases.ts";

type Queue = Spread & SteadyState & WaitingLaw & SojournLaw;

test("finiteSource agrees with the exact interactive system in every figure", () => {
  const system = finiteSource(50, 30, 2, 1);
  agrees("TIMESHARE-50", {
    X: system.throughput,
    L: system.numberInSystem,
    Lq: system.numberInQueue,
    W: system.sojournTime,
    Wq: system.waitingTime,
    U: system.utilization,
    P_all_thinking: system.probability(0),
  });
});

test("finiteSource agrees with rational arithmetic for five clients and two servers", () => {
  // weights of the chain as Fractions in Python: N = 5, c = 2, think time 3, μ = 1
  const system = finiteSource(5, 3, 1, 2);
  close(system.numberInSystem, 95 / 67, 1e-14);
  close(system.numberInQueue, 15 / 67, 1e-14);
  close(system.throughput, 80 / 67, 1e-14);
  close(system.probability(3), 90 / 737, 1e-14);
  close(system.waitingTime, 3 / 16, 1e-14);
  close(system.waitingVariance, 573 / 2816, 1e-14);
  close(system.sojournVariance, 573 / 2816 + 1, 1e-14);
  close(system.sojournTime, system.numberInSystem / system.throughput, 1e-14); // Little's law
  close(system.numberInSystem + 3 * system.throughput, 5, 1e-14); // every client is somewhere
});

test("the more clients think long, the closer they come to a Poisson stream, in proportion", () => {
  const open = mmc(9, 1, 10);
  const gap = (clients: number, figure: (queue: Queue) => number) =>
    1 - figure(finiteSource(clients, clients / 9, 1, 10)) / figure(open);
  for (const figure of [
    (queue: Queue) => queue.waitingTime,
    (queue: Queue) => queue.sojournTail(3),
    (queue: Queue) => queue.waitingQuantile(0.99),
  ]) {
    close(gap(100_000, figure) / gap(1_000_000, figure), 10, 0.01); // the next term is of the order of the gap itself
    assert.ok(gap(1_000_000, figure) < 5e-4);
  }
});

test("no client waits when each has a server", () => {
  const system = finiteSource(3, 1, 1, 5);
  assert.equal(system.waitingTime, 0);
  close(system.numberVariance, 0.75, 1e-14); // binomial(3, ½)
  close(system.sojournQuantile(0.5), Math.LN2, 1e-12);
});

test("finiteSource refuses an empty population", () => {
  assert.throws(() => finiteSource(0, 1, 1, 1), { message: "The population N must be a whole number ≥ 1, not 0." });
});

test("engset agrees with rational arithmetic, for a handful of clients and for a hundred", () => {
  // weights (N choose n)aⁿ as Fractions in Python: N = 6, c = 3, a = ½, and N = 100, c = 20, a = 1/9
  const system = engset(6, 2, 1, 3);
  close(system.numberInSystem, 72 / 41, 1e-14);
  close(system.utilization, 24 / 41, 1e-14);
  close(system.throughput, 72 / 41, 1e-14);
  close(system.busyProbability, 10 / 41, 1e-14);
  close(system.lossProbability, 5 / 29, 1e-14);
  close(system.probability(1), 12 / 41, 1e-14);
  close(system.numberVariance, 1458 / 1681, 1e-13);
  // every attempt is lost or served: a client thinks, tries, and is served if it is not lost
  close(system.throughput, ((6 - system.numberInSystem) / 2) * (1 - system.lossProbability), 1e-14);
  const many = engset(100, 9, 1, 20);
  close(many.busyProbability, 0.0011719334142127802, 1e-12);
  close(many.lossProbability, 0.0010416100839525189, 1e-12);
  close(many.numberInSystem, 9.990624532686297, 1e-13);
  assert.deepEqual([many.numberInQueue, many.waitingTime, many.sojournTime], [0, 0, 1]);
});

test("a million clients that seldom try lose as Erlang's B says, and none is lost where each has a server", () => {
  close(engset(1_000_000, 1_000_000 / 90, 1, 100).lossProbability, erlangB(90, 100), 2e-3);
  const [thousand, million] = [1e5, 1e6].map((n) => engset(n, n / 90, 1, 100).lossProbability / erlangB(90, 100) - 1);
  close(thousand / million, 10, 0.02); // the gap falls as 1/N
  assert.equal(engset(3, 1, 1, 3).lossProbability, 0);
  close(engset(3, 1, 1, 5).numberInSystem, 1.5, 1e-15);
  assert.equal(engset(1, 1, 1, 1).lossProbability, 0);
  close(engset(20_000, 1, 1, 10_000).busyProbability, engset(20_000, 1, 1, 10_000).probability(10_000), 1e-15);
});

test("engset says what it needs", () => {
  assert.throws(() => engset(0, 1, 1, 1), { message: "The population N must be a whole number ≥ 1, not 0." });
  assert.throws(() => engset(1, 0, 1, 1), { message: "The mean think time must be a number above 0, not 0." });
  assert.throws(() => engset(1, 1, -1, 1), { message: "The service rate μ must be a number above 0, not -1." });
  assert.throws(() => engset(1, 1, 1, 0), { message: "The number of servers c must be a whole number ≥ 1, not 0." });
});

test("where never fewer than hundreds are waiting, a client's cycle is thinking, waiting and service", () => {
  for (const [clients, think, mu, c] of [
    [2000, 1, 1, 10],
    [2000, 100, 1, 1],
    [500, 1, 2, 3],
  ]) {
    const system = finiteSource(clients, think, mu, c);
    close(system.throughput, c * mu, 1e-12);
    close(think + system.waitingTime + 1 / mu, clients / system.throughput, 1e-12);
    close(system.sojournTime, system.numberInSystem / system.throughput, 1e-12);
    // a sum of that many exponential completions is nearly normal, and its median a third of one below its mean
    close(system.waitingQuantile(0.5), system.waitingTime - 1 / (3 * c * mu), 1e-4);
  }
});
