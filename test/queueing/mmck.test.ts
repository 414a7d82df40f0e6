import assert from "node:assert/strict";
import { test } from "vitest";
import { erlangB, mmc } from "../../src/queueing/mmc.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { agrees, close } from "./cases.ts";

test("mmck agrees with the exact cases in every figure", () => {
  for (const [id, lambda, mu, c, capacity] of [
    ["MM1K5-l0.8", 0.8, 1, 1, 5],
    ["MM4K6-l50", 50, 10, 4, 6],
  ] as const) {
    const queue = mmck(lambda, mu, c, capacity);
    agrees(id, {
      P_block: queue.lossProbability,
      X: queue.throughput,
      U: queue.utilization,
      L: queue.numberInSystem,
      Lq: queue.numberInQueue,
      W: queue.sojournTime,
      Wq: queue.waitingTime,
      W_p99: queue.sojournQuantile(0.99),
      P_empty: queue.probability(0),
    });
  }
  // Octave queueing, qsmmmk: λ = 50, μ = 10, c = 4, K = 6
  assert.ok(Math.abs(mmck(50, 10, 4, 6).lossProbability - 0.293543) < 5e-7);
});

test("mmck without waiting room is Erlang's loss system", () => {
  const queue = mmck(15, 1, 20, 20);
  close(queue.lossProbability, erlangB(15, 20), 1e-13);
  agrees("ERLB-20", { P_block: queue.lossProbability, L: queue.numberInSystem, X: queue.throughput });
  agrees("ERLB-100", { P_block: mmck(90, 1, 100, 100).lossProbability });
  assert.equal(queue.waitingTail(0), 0);
  close(queue.sojournTail(2), Math.exp(-2), 1e-12);
  assert.equal(queue.waitingQuantile(0.99), 0);
});

test("mmck with a capacity that is never reached is M/M/c", () => {
  const [finite, infinite] = [mmck(9, 1, 10, 2000), mmc(9, 1, 10)];
  for (const figure of ["utilization", "numberInSystem", "numberInQueue", "waitingTime", "sojournTime"] as const) {
    close(finite[figure], infinite[figure], 1e-11);
  }
  for (const figure of ["waitingVariance", "sojournVariance", "numberVariance"] as const) {
    close(finite[figure], infinite[figure], 1e-10);
  }
  for (const t of [0, 0.5, 3]) {
    close(finite.waitingTail(t), infinite.waitingTail(t), 1e-11);
    close(finite.sojournTail(t), infinite.sojournTail(t), 1e-11);
  }
  close(finite.waitingQuantile(0.99), infinite.waitingQuantile(0.99), 1e-10);
  close(finite.probability(13), infinite.probability(13), 1e-11);
});

test("a message accepted by M/M/1/2 at λ = μ meets an empty system as often as not", () => {
  // p₀ = p₁ = p₂ = 1/3; an accepted message waits Exp(1) with probability ½, so W is Exp(1) or Erlang(2)
  const queue = mmck(1, 1, 1, 2);
  close(queue.sojournTail(2), Math.exp(-2) * (0.5 + 0.5 * 3), 1e-14);
  close(queue.waitingVariance, 1 - 0.25, 1e-14);
  close(queue.sojournVariance, 2 - 0.25, 1e-14);
  close(queue.numberVariance, 2 / 3, 1e-14);
});

test("a million places and an overload stay finite", () => {
  const over = mmck(2, 1, 1, 1_000_000);
  close(over.lossProbability, 0.5, 1e-12);
  close(over.numberInSystem, 1_000_000 - 1, 1e-12);
  close(over.sojournTime, 999_999, 1e-9);
  close(over.sojournQuantile(0.5), 999_999, 1e-5);
  // balanced load: every level equally likely, P(loss) = 1/(K + 1)
  close(mmck(1, 1, 1, 1_000_000).lossProbability, 1 / 1_000_001, 1e-9);
  const wide = mmck(9_999, 1, 10_000, 1_000_000);
  close(wide.waitingTime, mmc(9_999, 1, 10_000).waitingTime, 1e-8);
  close(wide.sojournTail(5), mmc(9_999, 1, 10_000).sojournTail(5), 1e-8);
});

test("mmck refuses a capacity that cannot hold what the servers hold", () => {
  assert.throws(() => mmck(1, 1, 4, 3), {
    message: "The capacity K, which includes the messages in service must be a whole number ≥ 4, not 3.",
  });
});

test("with more room than is ever used, all is as in M/M/c", () => {
  const [limited, unlimited] = [mmck(0.3, 1, 2, 3000), mmc(0.3, 1, 2)];
  for (const figure of ["numberInQueue", "waitingTime", "sojournTime", "waitingVariance", "sojournVariance"] as const) {
    close(limited[figure], unlimited[figure], 1e-12);
  }
  close(limited.waitingTail(0.5), unlimited.waitingTail(0.5), 1e-12);
});
