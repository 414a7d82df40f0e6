import assert from "node:assert/strict";
import { test } from "vitest";
import { mgInf } from "../../src/queueing/mginf.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { stateDependent } from "../../src/queueing/state-dependent.ts";
import { agrees, close } from "./cases.ts";

test("arrivals that are put off by those present agree with the exact case", () => {
  const queue = stateDependent(
    (n) => 0.95 / (n + 1),
    () => 1,
    Infinity,
  );
  agrees("MM1-BALK", { L: queue.numberInSystem, U: queue.utilization, W: queue.sojournTime });
  close(queue.throughput, queue.utilization, 1e-14);
  close(queue.numberVariance, 0.95, 1e-12);
  close(queue.probability(2), mgInf(0.95, 1).probability(2), 1e-13);
});

test("constant rates are M/M/1, with a limit M/M/1/K", () => {
  const rates = [() => 3, () => 4] as const;
  const [open, limited] = [stateDependent(...rates, Infinity), stateDependent(...rates, 5)];
  const [plain, bounded] = [mmc(3, 4, 1), mmck(3, 4, 1, 5)];
  for (const figure of ["utilization", "numberInSystem", "sojournTime", "numberVariance"] as const) {
    close(open[figure], plain[figure], 1e-12);
    close(limited[figure], bounded[figure], 1e-12);
  }
  const two = stateDependent(
    () => 3,
    (n) => 2 * Math.min(n, 2),
    Infinity,
  );
  close(two.numberInSystem, mmc(3, 2, 2).numberInSystem, 1e-12);
  close(two.throughput, 3, 1e-12);
  close(open.throughput, 3, 1e-12);
  close(limited.throughput, bounded.throughput, 1e-12);
  close(limited.probability(5), bounded.probability(5), 1e-12);
  assert.equal(limited.probability(6), 0);
});
