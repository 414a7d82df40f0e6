import assert from "node:assert/strict";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { mtMcPeriodic } from "../../src/queueing/mt-mc-periodic.ts";
import { close } from "./cases.ts";

test("thousands of busy servers have the law of M/M/c where the rate does not vary, in any unit of time", () => {
  const queue = { rate: () => 8000, corners: [], mu: 10, c: 1000, capacity: Infinity };
  const [{ numberInSystem, allBusy }] = mtMcPeriodic(queue, { period: 1e-4, meanRate: 8000 }, [1e-4]);
  close(numberInSystem, mmc(8000, 10, 1000).numberInSystem, 1e-6);
  assert.ok(allBusy < 1e-9);
});

test("an overloaded queue lacks the same number from being full, however much room it has", () => {
  const period = 0.05;
  const missing = (capacity: number) => {
    const rate = (t: number) => 10 * (1 + 0.8 * Math.sin((2 * Math.PI * t) / period));
    const queue = { rate, corners: [], mu: 1, c: 1, capacity };
    const moments = mtMcPeriodic(queue, { period, meanRate: 10 }, [0, 0.01, 0.03]);
    return moments.map(({ numberInSystem, full }) => [capacity - numberInSystem, full]);
  };
  missing(400).forEach(([places, full], i) => {
    const [expected, fullOfFew] = missing(14)[i];
    close(places, expected, 1e-5);
    close(full, fullOfFew, 1e-5);
  });
});

test("within a period too short for anything to happen the law is that of the mean rate", () => {
  const queue = { rate: (t: number) => 2 + Math.sin(2e20 * Math.PI * t), corners: [], mu: 1, c: 1, capacity: 1 };
  const [{ numberInSystem }] = mtMcPeriodic(queue, { period: 1e-20, meanRate: 2 }, [0.5e-20]);
  close(numberInSystem, mmck(2, 1, 1, 1).numberInSystem, 1e-12);
});
