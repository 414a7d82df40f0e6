import assert from "node:assert/strict";
import { test } from "vitest";
import { diffusion } from "../../src/queueing/diffusion.ts";
import { fluid } from "../../src/queueing/fluid.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { transient } from "../../src/queueing/transient.ts";
import { close } from "./cases.ts";

test("consumers that slow down threefold and recover pile up 25 million messages, gone after 5326 s", () => {
  // RabbitMQ blog, 2020-06-22: 30,000 messages/s, 400 consumers, 10 ms → 30 ms → 10 ms in steps of 1 ms a minute
  const at = (milliseconds: number, seconds: number) => ({
    seconds,
    arrivals: 30_000,
    capacity: 400_000 / milliseconds,
  });
  const up = Array.from({ length: 19 }, (_, i) => at(11 + i, 60));
  const path = fluid([at(10, 300), ...up, at(30, 300), ...up.toReversed(), at(10, 3000)]);
  close(path.peak.backlog, 25.09e6, 0.02);
  close(path.drained!, 5326, 0.02);
});

test("a ten-minute outage at 20 % headroom takes fifty minutes to drain, and the worst message waits ten", () => {
  const path = fluid([
    { seconds: 600, arrivals: 100, capacity: 0 },
    { seconds: 7200, arrivals: 100, capacity: 120 },
  ]);
  close(path.peak.backlog, 60_000, 1e-12);
  assert.equal(path.peak.time, 600);
  close(path.drained!, 600 + 3000, 1e-12);
  close(path.longestWait, 600, 1e-9);
  assert.deepEqual(
    path.corners.map(({ time }) => time),
    [0, 600, 3600, 7800],
  );
});

test("a backlog that is still there at the end has not drained, and one that returns has not either", () => {
  assert.equal(fluid([{ seconds: 10, arrivals: 2, capacity: 1 }]).drained, null);
  const twice = fluid(
    [
      { seconds: 10, arrivals: 0, capacity: 1 },
      { seconds: 10, arrivals: 2, capacity: 1 },
      { seconds: 100, arrivals: 0, capacity: 1 },
    ],
    5,
  );
  assert.equal(twice.drained, 30);
  assert.equal(twice.peak.backlog, 10);
  assert.equal(fluid([{ seconds: 10, arrivals: 1, capacity: 2 }]).drained, 0);
});

test("fluid refuses negative rates and stretches without length", () => {
  assert.throws(() => fluid([{ seconds: 0, arrivals: 1, capacity: 1 }]), RangeError);
  assert.throws(() => fluid([{ seconds: 1, arrivals: -1, capacity: 1 }]), {
    message: "The arrival rate must be a number ≥ 0, not -1.",
  });
});

test("reflected Brownian motion tends to an exponential law with the mean of heavy traffic", () => {
  const path = diffusion(-0.1, 1.9);
  close(path.stationaryMean, 9.5, 1e-14);
  close(path.tail(1e6, 5), Math.exp(-5 / 9.5), 1e-9);
  close(path.mean(1e6), 9.5, 1e-9);
});

test("without drift it is the absolute value of free motion", () => {
  close(diffusion(0, 2).mean(3), Math.sqrt((2 * 6) / Math.PI), 1e-11);
  close(diffusion(0, 1).tail(1, 1), 0.31731050786291415, 1e-12); // P(|Z| > 1)
});

test("upwards it is free motion in the end, and far from 0 at once", () => {
  close(diffusion(1, 1, 0).mean(400), 400.5, 1e-9); // the push at 0 adds σ²/(2·drift)
  close(diffusion(-1, 1, 1000).mean(10), 990, 1e-12);
  assert.equal(diffusion(1, 1).stationaryMean, Infinity);
});

test("it follows a heavily loaded M/M/1 queue as it fills", () => {
  const [moment] = transient(0.95, { mu: 1, c: 1, capacity: Infinity, start: 0 }, [300]);
  close(diffusion(-0.05, 1.95).mean(300), moment.numberInSystem, 0.06);
  close(diffusion(-0.05, 1.95).stationaryMean, mmc(0.95, 1, 1).numberInSystem, 0.03);
});
