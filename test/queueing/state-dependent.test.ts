import { test } from "vitest";
import { mgInf } from "../../src/queueing/mginf.ts";
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
