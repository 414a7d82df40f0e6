import assert from "node:assert/strict";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import {
  foregroundBackground,
  type SizeLaw,
  shortestJobFirst,
  shortestRemainingFirst,
} from "../../src/queueing/size-based.ts";
import { agrees, close } from "./cases.ts";

const exponential: SizeLaw = { mean: 1, second: 2, density: (x) => Math.exp(-x), tail: (x) => Math.exp(-x) };
const erlang: SizeLaw = {
  mean: 1,
  second: 1.5,
  density: (x) => 4 * x * Math.exp(-2 * x),
  tail: (x) => (1 + 2 * x) * Math.exp(-2 * x),
};
const pareto: SizeLaw = {
  mean: 3,
  second: Infinity,
  density: (x) => (x < 1 ? 0 : 1.5 * x ** -2.5),
  tail: (x) => (x < 1 ? 1 : x ** -1.5),
};

test("shortest job and shortest remaining first agree with the exact M/M/1 case", () => {
  const shortest = shortestJobFirst(0.8, exponential);
  agrees("SIZE-BASED-MM1", {
    Wq_SJF: shortest.waitingTime,
    W_SJF: shortest.sojournTime,
    W_SRPT: shortestRemainingFirst(0.8, exponential).sojournTime,
  });
});

test("with Erlang sizes all three agree with Simpson's rule over closed partial moments, in Python", () => {
  close(shortestJobFirst(0.8, erlang).waitingTime, 1.6999069858272857, 1e-10);
  const remaining = shortestRemainingFirst(0.8, erlang);
  close(remaining.waitingTime, 1.0697441424524843, 1e-10);
  close(remaining.sojournTime - remaining.waitingTime, 1.3480487216197614, 1e-10);
  close(foregroundBackground(0.8, erlang).sojournTime, 5.542410587991363, 1e-10);
});

test("serving the least served first is no better and no worse than any blind rule when sizes are exponential", () => {
  for (const rho of [0.3, 0.8, 0.99, 0.9999]) {
    close(foregroundBackground(rho, exponential).sojournTime, mmc(rho, 1, 1).sojournTime, 1e-9);
  }
});

test("counts follow from times by Little's law, and the load is λE[S]", () => {
  for (const queue of [
    shortestJobFirst(0.8, erlang),
    shortestRemainingFirst(0.8, erlang),
    foregroundBackground(0.8, erlang),
  ]) {
    close(queue.utilization, 0.8, 1e-14);
    close(queue.numberInSystem, 0.8 * queue.sojournTime, 1e-14);
    assert.equal(queue.numberInQueue, 0.8 * queue.waitingTime);
  }
});

test("sizes without a second moment ruin shortest job first, but not what interrupts", () => {
  assert.equal(shortestJobFirst(0.2, pareto).sojournTime, Infinity);
  assert.ok(shortestRemainingFirst(0.2, pareto).sojournTime < foregroundBackground(0.2, pareto).sojournTime);
  // processor sharing gives E[S]/(1 − ρ) = 7.5; sizes whose hazard falls do better when the least served goes first
  assert.ok(foregroundBackground(0.2, pareto).sojournTime < 7.5);
});

test("no rule based on size serves an overload", () => {
  for (const rule of [shortestJobFirst, shortestRemainingFirst, foregroundBackground]) {
    assert.throws(() => rule(1, exponential), { name: "UnstableQueueError" });
  }
});

test("sizes without a second moment leave the load what it is, and an overload says what would do", () => {
  const ruined = shortestJobFirst(0.2, pareto);
  close(ruined.utilization, 0.6, 1e-15);
  assert.equal(ruined.waitingTime, Infinity);
  assert.throws(() => shortestJobFirst(0.5, pareto), { message: /0\.5 × 3 = 1\.50.*Fewer than 0\.333333 arrivals/ });
});

test("impossible rates and sizes are refused in words", () => {
  for (const rule of [shortestJobFirst, shortestRemainingFirst, foregroundBackground]) {
    for (const bad of [0, -1, Number.NaN, Infinity]) {
      assert.throws(() => rule(bad, exponential), {
        message: `The arrival rate λ must be a number above 0, not ${bad}.`,
      });
      assert.throws(() => rule(0.5, { ...exponential, mean: bad }), {
        message: `The mean service time must be a number above 0, not ${bad}.`,
      });
    }
  }
});

test("in another unit of time all times are the same", () => {
  for (const rule of [shortestJobFirst, shortestRemainingFirst, foregroundBackground]) {
    const known = rule(0.8, erlang);
    for (const unit of [2 ** -30, 2 ** 20]) {
      // powers of two change no bit
      const scaled = rule(0.8 / unit, {
        mean: unit,
        second: 1.5 * unit ** 2,
        density: (x) => erlang.density(x / unit) / unit,
        tail: (x) => erlang.tail(x / unit),
      });
      assert.equal(scaled.waitingTime / unit, known.waitingTime);
      assert.equal(scaled.sojournTime / unit, known.sojournTime);
    }
  }
});

test("shortest job first with sizes between 0.3 and 1 s, all equally likely, is the integral by hand", () => {
  const [low, width, mean] = [0.3, 0.7, 0.65];
  const second = (1 - low ** 3) / 3 / width;
  const size: SizeLaw = {
    mean,
    second,
    density: (x) => (x < low || x > 1 ? 0 : 1 / width),
    tail: (x) => Math.min(1, Math.max(0, (1 - x) / width)),
  };
  for (const lambda of [0.5, 1.2]) {
    // 1 − λ(x² − low²)/(2 width) = a − kx²
    const k = lambda / (2 * width);
    const a = 1 + k * low ** 2;
    const r = Math.sqrt(k / a);
    const upTo = (x: number) => (x / (1 - (r * x) ** 2) + Math.atanh(r * x) / r) / 2;
    const wait = ((lambda * second) / 2 / width / a ** 2) * (upTo(1) - upTo(low));
    close(shortestJobFirst(lambda, size).waitingTime, wait, 1e-10);
  }
});
