import assert from "node:assert/strict";
import { test } from "vitest";
import { exploredChain, type Moves } from "../../src/queueing/explored-chain.ts";
import { mg1 } from "../../src/queueing/mg1.ts";
import { type PolledQueue, polling } from "../../src/queueing/polling.ts";
import { exponentialLaw } from "../../src/queueing/time-law.ts";
import { vacations } from "../../src/queueing/vacations.ts";
import { close } from "./cases.ts";

const exponential = (mean: number) => ({ mean, second: 2 * mean ** 2 });

/** Two queues and an exponential server, as a chain: numbers in both, where the server is, and what it may still serve. */
interface Place {
  present: [number, number];
  at: 0 | 1;
  /** Messages this visit may still serve; 0 while the server walks away. */
  left: number;
}

/** Mean waits of two queues by solving the chain, up to `most` messages in each. */
function chainWaits(queues: [PolledQueue, PolledQueue], most: number): number[] {
  const allowance = (queue: PolledQueue, present: number) =>
    present === 0 ? 0 : queue.visit === "gated" ? present : queue.visit === "one" ? 1 : Infinity;
  const moves: Moves<Place> = ({ present, at, left }) => {
    const serving = left !== 0;
    const all = queues.flatMap(({ lambda }, i) =>
      present[i] < most ? [{ to: { present: added(present, i, 1), at, left }, rate: lambda }] : [],
    );
    if (!serving) {
      const next = at === 0 ? 1 : 0;
      all.push({
        to: { present, at: next, left: allowance(queues[next], present[next]) },
        rate: 1 / queues[at].walk.mean,
      });
    } else {
      const after = added(present, at, -1);
      const rest = after[at] === 0 ? 0 : left - 1;
      all.push({ to: { present: after, at, left: rest }, rate: 1 / queues[at].service.mean });
    }
    return all;
  };
  // states are told apart by their JSON, in which Infinity is null
  const law = exploredChain<Place>({ present: [0, 0], at: 0, left: 0 }, moves);
  return queues.map(({ lambda, service }, i) => {
    const number = law.reduce((sum, { state, probability }) => sum + probability * state.present[i], 0);
    return number / lambda - service.mean;
  });
}

function added([a, b]: [number, number], i: number, by: number): [number, number] {
  return i === 0 ? [a + by, b] : [a, b + by];
}

test("the weighted sum of waits is that of the solved chain, and the waits lie within their bounds, for every visit", () => {
  for (const visits of [
    ["exhaustive", "exhaustive"],
    ["gated", "exhaustive"],
    ["gated", "gated"],
    ["one", "exhaustive"],
    ["one", "one"],
    ["gated", "one"],
  ] as const) {
    const queues: [PolledQueue, PolledQueue] = [
      { lambda: 0.08, service: exponential(1), walk: exponential(0.5), visit: visits[0] },
      { lambda: 0.05, service: exponential(0.6), walk: exponential(0.3), visit: visits[1] },
    ];
    const state = polling(queues);
    const waits = chainWaits(queues, 7);
    const sum = waits.reduce((total, wait, i) => total + state.weights[i] * wait, 0);
    close(state.weightedWait, sum, 1e-5);
    waits.forEach((wait, i) => {
      assert.ok(wait >= state.waits[i].low * (1 - 1e-5) && wait <= state.waits[i].high * (1 + 1e-5), visits.join());
    });
  }
});

test("alike queues wait as the reservation systems of a textbook do", () => {
  // Bertsekas & Gallager (1992), Data Networks, §3.5.2: λE[S²]/2(1 − ρ) + (m − ρ or m + ρ)V/2(1 − ρ) + σ²/2V
  const [m, lambda, mean, second, v, variance] = [4, 0.05, 3, 20, 0.2, 0.01];
  const rho = m * lambda * mean;
  for (const [visit, sign] of [
    ["exhaustive", -1],
    ["gated", 1],
  ] as const) {
    const queue = { lambda, service: { mean, second }, walk: { mean: v, second: variance + v ** 2 }, visit };
    const { waits, cycleTime, utilization } = polling(Array.from({ length: m }, () => queue));
    const textbook = (m * lambda * second + (m + sign * rho) * v) / (2 * (1 - rho)) + variance / (2 * v);
    for (const { low, high } of waits) {
      close(low, textbook, 1e-12);
      close(high, textbook, 1e-12);
    }
    close(cycleTime, (m * v) / (1 - rho), 1e-14);
    close(utilization, rho, 1e-14);
  }
});

test("one queue polled until it is empty is M/G/1 with vacations, and served one by one M/G/1 with longer services", () => {
  const walk = { mean: 2, second: 8 };
  const [alone] = polling([{ lambda: 0.4, service: exponential(1), walk, visit: "exhaustive" }]).waits;
  close(alone.low, vacations(0.4, exponentialLaw(1), exponentialLaw(2)).waitingTime, 1e-12);
  assert.equal(alone.low, alone.high);
  const [one] = polling([{ lambda: 0.2, service: exponential(1), walk, visit: "one" }]).waits;
  // each service takes its walk along, E[(S + V)²] = 2 + 2·2 + 8, and the walks of an empty queue are vacations
  close(one.low, mg1(0.2, { mean: 3, second: 14, third: 0 }).waitingTime + 8 / 4, 1e-12);
});

test("without walks the server conserves work, and different queues have bounds that differ", () => {
  const queues: PolledQueue[] = [1, 2, 3].map((mean, i) => ({
    lambda: 0.1,
    service: exponential(mean),
    walk: { mean: 0, second: 0 },
    visit: (["exhaustive", "gated", "one"] as const)[i],
  }));
  const state = polling(queues);
  // Kleinrock's conservation law: Σ ρW = ρ·(Σ λE[S²]/2)/(1 − ρ)
  close(state.weightedWait, (0.6 * 0.1 * (1 + 4 + 9)) / 0.4, 1e-12);
  assert.equal(state.cycleTime, 0);
  for (const { low, high } of state.waits) assert.ok(low > 0 && high > low);
});

test("near saturation and with a thousand queues, bounds stay in order", () => {
  const queues = Array.from(
    { length: 1000 },
    (_, i): PolledQueue => ({
      lambda: 0.9999e-3 * (1 + 0.5 * Math.sin(i)),
      service: exponential(1),
      walk: exponential(1e-3),
      visit: "exhaustive",
    }),
  );
  const load = queues.reduce((sum, { lambda }) => sum + lambda, 0);
  const state = polling(queues.map((queue) => ({ ...queue, lambda: (queue.lambda * 0.9999) / load })));
  close(state.utilization, 0.9999, 1e-12);
  for (const { low, high } of state.waits) assert.ok(low > 0 && high >= low && high < Infinity);
});

test("polling names the load and the remedy when the server cannot keep up", () => {
  const queue: PolledQueue = { lambda: 0.5, service: exponential(1), walk: exponential(1), visit: "one" };
  assert.throws(() => polling([queue]), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = Σ λE[S] + λ·walks = 0.5 + 0.5 × 1 = 1.00, but it must be below 1. " +
      "Queue 1 needs visits that serve more than one, or fewer than 0.5 arrivals/s.",
  });
  assert.throws(() => polling([{ ...queue, visit: "gated", lambda: 1 }]), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = Σ λE[S] = 1.00, but it must be below 1. Take work away from any queue until the sum is below 1.",
  });
  assert.throws(() => polling([{ ...queue, walk: { mean: -1, second: 1 } }]), {
    message: "The mean walk must be a number ≥ 0, not -1.",
  });
});

test("the least waits are those of the queue alone and of half a round, computed by hand", () => {
  const state = polling([
    { lambda: 0.2, service: { mean: 1, second: 3 }, walk: { mean: 0.5, second: 0.25 }, visit: "exhaustive" },
    { lambda: 0.1, service: { mean: 2, second: 8 }, walk: { mean: 1, second: 1 }, visit: "gated" },
    { lambda: 0.05, service: { mean: 2, second: 8 }, walk: { mean: 0, second: 0 }, visit: "one" },
  ]);
  // ρ = 0.5, a round is 1.5/0.5 = 3
  const least = [0.375 + (0.8 * 3) / 2, (1.2 * 3) / 2, 0.4 / 1.8];
  state.waits.forEach(({ low, high }, i) => {
    close(low, least[i], 1e-14);
    // the most is what the sum leaves when all others wait their least
    const others = state.weights.reduce((sum, weight, j) => sum + (j === i ? weight * high : weight * least[j]), 0);
    close(others, state.weightedWait, 1e-13);
  });
  close(state.weights[2], 0.1 * (1 - 0.05 * 3), 1e-14);
  // 0.5·(0.3 + 0.4 + 0.2)/0.5 + 0.5·1.5/2 + 3·((0.25 − 0.09)/2 + 0.04 + 0.01)
  close(state.weightedWait, 0.9 + 0.375 + 3 * 0.13, 1e-14);
  const alone = polling([
    { lambda: 0.4, service: { mean: 1, second: 3 }, walk: { mean: 0.01, second: 0.0001 }, visit: "gated" },
    { lambda: 0.1, service: { mean: 1, second: 3 }, walk: { mean: 0.01, second: 0.0001 }, visit: "gated" },
  ]);
  close(alone.waits[0].low, 1.2 / 1.2, 1e-14); // more than half a round of 0.04
});

test("polling names the second queue where that one is the trouble, and refuses moments below 0", () => {
  const easy: PolledQueue = { lambda: 0.1, service: exponential(1), walk: exponential(2), visit: "gated" };
  assert.throws(() => polling([easy, { ...easy, lambda: 0.2, visit: "one" }]), {
    message:
      "No steady state: ρ = Σ λE[S] + λ·walks = 0.3 + 0.2 × 4 = 1.10, but it must be below 1. " +
      "Queue 2 needs visits that serve more than one, or fewer than 0.175 arrivals/s.",
  });
  assert.throws(() => polling([{ ...easy, walk: { mean: 1, second: -1 } }]), {
    message: "The second moment of the walk must be a number ≥ 0, not -1.",
  });
});
