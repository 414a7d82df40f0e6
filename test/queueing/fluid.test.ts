import assert from "node:assert/strict";
import { test } from "vitest";
import { diffusion } from "../../src/queueing/diffusion.ts";
import { fluid } from "../../src/queueing/fluid.ts";
import { mmc } from "../../src/queueing/mmc.ts";
import { transient } from "../../src/queueing/transient.ts";
import { uniforms } from "../stats/single-server.ts";
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

test("the tail and the mean of reflected motion agree with its formula in mpmath, far out too", () => {
  for (const [drift, variance, start, t, x, tail] of [
    [1, 1, 0, 400, 400, 0.5099673351883013],
    [1, 2, 3, 600, 590, 0.646837620929249],
    [-0.3, 2, 5, 4, 3, 0.6146464484728892],
    [1, 1, 5, 30, 33, 0.6425001715360346],
  ]) {
    close(diffusion(drift, variance, start).tail(t, x), tail, 1e-12);
  }
  for (const [drift, variance, start, t, mean] of [
    [-0.3, 2, 5, 4, 4.003863632689437],
    [0.7, 3, 1, 50, 37.3423308123648],
    [-2, 1, 10, 3, 4.008043055572525],
    [-0.05, 0.01, 0, 4, 0.08493204333124585],
  ]) {
    close(diffusion(drift, variance, start).mean(t), mean, 1e-10);
  }
  assert.equal(diffusion(0, 1).stationaryMean, Infinity);
  close(diffusion(-0.01, 0.5).stationaryMean, 25, 1e-14);
});

test("the longest wait is that of one of a thousand drops followed one by one, on any path", () => {
  const uniform = uniforms(7);
  for (let path = 0; path < 60; path++) {
    const stretches = Array.from({ length: 6 }, () => ({
      seconds: 1 + Math.floor(5 * uniform()),
      arrivals: Math.floor(4 * uniform()),
      capacity: Math.floor(4 * uniform()),
    }));
    const backlog = Math.floor(6 * uniform());
    const { corners, peak, drained, longestWait } = fluid(stretches, backlog);
    // steps so small that everything changes at their ends only; drops are served in the order they came
    const step = 1 / 240;
    let [now, present] = [0, backlog];
    const [arrived, served] = [[backlog], [0]];
    for (const { seconds, arrivals, capacity } of stretches) {
      for (let i = 0; i < seconds / step; i++) {
        const done = Math.min(present + arrivals * step, capacity * step);
        present += arrivals * step - done;
        now += step;
        arrived.push(arrived[arrived.length - 1] + arrivals * step);
        served.push(served[served.length - 1] + done);
      }
    }
    close(corners[corners.length - 1].backlog + 1, present + 1, 1e-9);
    let [longest, at] = [0, 0];
    for (let i = 0; i < arrived.length; i++) {
      // those who came at the end of step i have left when as many are served
      while (at < served.length && served[at] < arrived[i] - 1e-9) at++;
      if (at === served.length) break;
      longest = Math.max(longest, (at - i) * step);
    }
    assert.ok(Math.abs(longestWait - longest) <= 2.5 * step, `${longestWait}, not ${longest}, on path ${path}`);
    const seen = corners.map((corner) => corner.backlog);
    assert.equal(peak.backlog, Math.max(...seen));
    assert.equal(peak.time, corners[seen.indexOf(peak.backlog)].time);
    if (present > 1e-9) assert.equal(drained, null);
    else assert.ok(drained !== null && drained <= now + 1e-9);
  }
});

test("the peak is where it is first reached, and half a message is still a backlog", () => {
  const level = fluid([
    { seconds: 5, arrivals: 3, capacity: 1 },
    { seconds: 5, arrivals: 1, capacity: 1 },
  ]);
  assert.deepEqual(level.peak, { time: 5, backlog: 10 });
  assert.equal(fluid([{ seconds: 1, arrivals: 1.5, capacity: 1 }]).drained, null);
  assert.deepEqual(
    fluid([{ seconds: 1, arrivals: 0, capacity: 4 }], 0.5).corners.map(({ time }) => time),
    [0, 0.125, 1],
  );
  assert.throws(() => fluid([{ seconds: 1, arrivals: 1, capacity: 1 }], -1), {
    message: "The backlog at the start must be a number ≥ 0, not -1.",
  });
  assert.throws(() => fluid([{ seconds: 1, arrivals: 1, capacity: -1 }]), {
    message: "The capacity must be a number ≥ 0, not -1.",
  });
});

test("no corner is listed twice: not where nothing waits, and not where a backlog ends with its stretch", () => {
  const stretches = [
    { seconds: 2, arrivals: 1, capacity: 3 },
    { seconds: 4, arrivals: 1, capacity: 2 },
    { seconds: 3, arrivals: 0, capacity: 1 },
    { seconds: 1, arrivals: 5, capacity: 2 },
    { seconds: 3, arrivals: 1, capacity: 2 },
  ];
  for (const [backlog, times] of [
    [0, [0, 2, 6, 9, 10, 13]],
    [4, [0, 2, 6, 9, 10, 13]],
    [5, [0, 2, 3, 6, 9, 10, 13]],
  ] as const) {
    const path = fluid(stretches, backlog);
    assert.deepEqual(
      path.corners.map(({ time }) => time),
      times,
    );
    assert.equal(path.drained, 13);
  }
});

test("a backlog that ends with its stretch is gone, whatever its decimals", () => {
  for (const [backlog, capacity, seconds] of [
    [0.9, 0.3, 3],
    [2.1, 0.7, 3],
    [0.3, 0.1, 3],
    [1.8, 0.09, 20],
  ]) {
    const { drained, corners } = fluid([{ seconds, arrivals: 0, capacity }], backlog);
    close(drained!, seconds, 1e-15);
    assert.equal(corners[corners.length - 1].backlog, 0);
    assert.equal(fluid([{ seconds, arrivals: 0, capacity }], backlog * 1.001).drained, null);
  }
});

test("the mean of a diffusion has no unit, and is that of free motion where it drifts far in little time", () => {
  for (const [variance, t] of [
    [1e4, 4],
    [1e-4, 4],
    [1e8, 1e-3],
    [1e-6, 1e6],
  ]) {
    close(diffusion(0, variance).mean(t), Math.sqrt((2 * variance * t) / Math.PI), 1e-11);
  }
  for (const [drift, variance, t] of [
    [100, 1, 10],
    [50, 2, 100],
    [1000, 1, 1000],
    [1e-3, 1e-8, 1e4],
  ]) {
    close(diffusion(drift, variance).mean(t), drift * t + variance / (2 * drift), 1e-11);
  }
  close(diffusion(-1, 1, 1e6).mean(10), 1e6 - 10, 1e-12);
  close(diffusion(-1, 1).mean(70), 0.5, 1e-12); // settled, and free motion would be all below 0
  close(diffusion(-100, 1, 1e6).mean(1e3), 9e5, 1e-12);
});
