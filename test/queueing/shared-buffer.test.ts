import assert from "node:assert/strict";
import { test } from "vitest";
import { mmck } from "../../src/queueing/mmck.ts";
import { sharedBuffer } from "../../src/queueing/shared-buffer.ts";
import { agrees, close } from "./cases.ts";

test("queues that share a pool agree with the exact case, and one alone is M/M/1/K", () => {
  const { lossProbability, queues } = sharedBuffer(
    [
      { lambda: 0.8, mu: 1 },
      { lambda: 0.6, mu: 1 },
    ],
    10,
  );
  agrees("SHARED-BUFFER", {
    P_block: lossProbability,
    L1: queues[0].numberInSystem,
    L2: queues[1].numberInSystem,
    W1: queues[0].sojournTime,
    W2: queues[1].sojournTime,
  });
  close(queues[0].utilization, 0.8 * (1 - lossProbability), 1e-14);
  for (const [lambda, pool] of [
    [0.8, 7],
    [3, 5000],
  ]) {
    const [alone, plain] = [sharedBuffer([{ lambda, mu: 1 }], pool), mmck(lambda, 1, 1, pool)];
    close(alone.lossProbability, plain.lossProbability, 1e-12);
    close(alone.queues[0].numberInSystem, plain.numberInSystem, 1e-11);
  }
});

test("a pool of one place is a loss system, and queues of any speed share it", () => {
  const { lossProbability, queues } = sharedBuffer(
    [
      { lambda: 3, mu: 2 },
      { lambda: 1, mu: 4 },
    ],
    1,
  );
  close(lossProbability, 1.75 / 2.75, 1e-14);
  close(queues[0].numberInSystem, 1.5 / 2.75, 1e-14);
  close(queues[1].sojournTime, 0.25, 1e-14);
  close(queues[1].utilization, 0.25 / 2.75, 1e-14);
});

test("in a pool that never fills each queue is M/M/1, however large the pool is", () => {
  for (const pool of [200, 5000]) {
    const { lossProbability, queues } = sharedBuffer(
      [
        { lambda: 0.4, mu: 1 },
        { lambda: 0.5, mu: 1 },
      ],
      pool,
    );
    assert.ok(lossProbability < 1e-50);
    close(queues[0].numberInSystem, 0.4 / 0.6, 1e-13);
    close(queues[1].numberInSystem, 1, 1e-13);
  }
});
