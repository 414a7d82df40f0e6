import assert from "node:assert/strict";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import { mmck } from "../../src/queueing/mmck.ts";
import { budget, mtMc } from "../../src/queueing/mt-mc.ts";
import { mtMcPeriodic } from "../../src/queueing/mt-mc-periodic.ts";
import { timeVarying, transient } from "../../src/queueing/transient.ts";
import { agrees, close } from "./cases.ts";

const steady = (rate: number, c: number, capacity = Infinity) => ({
  rate: () => rate,
  corners: [],
  mu: 1,
  c,
  capacity,
});

test("the overload of M/M/1/20 agrees with the exact case", () => {
  const moments = mtMc(steady(1.5, 1, 20), [5, 10, 20, 50]);
  agrees(
    "TR-MM1K20",
    Object.fromEntries(moments.map(({ time, numberInSystem }) => [`E[N(${time})]`, numberInSystem])),
    1e-6,
  );
  const [, , , last] = moments;
  close(last.full, 0.29557554973760447, 1e-6);
});

test("with a constant rate it is the transient M/M/c of uniformization, stable or not, busy or idle", () => {
  for (const [lambda, c] of [
    [0.9, 1],
    [3, 2],
    [4, 8],
  ]) {
    const times = [0.5, 3, 40];
    const known = transient(lambda, { mu: 1, c, capacity: Infinity, start: 0 }, times);
    mtMc(steady(lambda, c), times).forEach(({ numberInSystem, lowest, probabilities, cutOff }, i) => {
      close(numberInSystem, known[i].numberInSystem, 2e-6);
      let distance = 0;
      for (let n = 0; n < 400; n++) {
        distance += Math.abs((probabilities[n - lowest] ?? 0) - (known[i].probabilities[n] ?? 0));
      }
      assert.ok(distance < 5e-6, `${distance}`);
      assert.ok(cutOff < 1e-9);
    });
  }
});

test("a rate that swings agrees with an explicit method over all states", () => {
  const rate = (t: number) => 1 + 0.9 * Math.sin(t);
  const queue = { rate, corners: [], mu: 1, c: 2, capacity: Infinity };
  const known = timeVarying(rate, 1.9, { ...queue, start: 0 }, [1, 10, 30]);
  mtMc(queue, [1, 10, 30]).forEach(({ numberInSystem }, i) => {
    close(numberInSystem, known[i].numberInSystem, 1e-6);
  });
});

test("a rate that jumps is followed on the right side of the jump", () => {
  const rate = (t: number) => (t < 2 ? 3 : 0);
  const [at2, later] = mtMc({ rate, corners: [2], mu: 1, c: 1, capacity: Infinity }, [2, 3]);
  const known = transient(3, { mu: 1, c: 1, capacity: Infinity, start: 0 }, [2]);
  close(at2.numberInSystem, known[0].numberInSystem, 1e-6);
  // from then on one server empties it: E[N(t)] falls by the time for which it is busy
  const busy =
    later.totals.numberInSystem - later.totals.numberInQueue - at2.totals.numberInSystem + at2.totals.numberInQueue;
  close(later.numberInSystem, at2.numberInSystem - busy, 1e-6);
});

test("what has come is lost, served or there, and integrals are those of the moments", () => {
  const rate = (t: number) => 2 + 1.5 * Math.cos(t / 3);
  const queue = { rate, corners: [], mu: 1, c: 2, capacity: 9 };
  const [end] = mtMc(queue, [40]);
  const { totals } = end;
  const arrived = 80 + 4.5 * Math.sin(40 / 3);
  const served = totals.numberInSystem - totals.numberInQueue; // ∫ μ · busy
  close(end.numberInSystem, arrived - totals.lost - served, 1e-5);
  // Simpson's rule over moments
  const moments = mtMc(
    queue,
    Array.from({ length: 401 }, (_, i) => i / 10),
  );
  const simpson = moments.reduce(
    (sum, { numberInQueue }, i) => sum + ((i === 0 || i === 400 ? 1 : i % 2 === 1 ? 4 : 2) * numberInQueue) / 30,
    0,
  );
  close(totals.numberInQueue, simpson, 1e-5);
  assert.ok(totals.lost > 1);
});

test("a rush of thousands of messages grows by its excess and is gone when it has been served", () => {
  const rate = (t: number) => (t < 300 ? 50 : 10);
  const [peak, gone] = mtMc({ rate, corners: [300], mu: 10, c: 4, capacity: Infinity }, [300, 300 + 100 + 60]);
  // what was not served at the beginning for want of messages is known from the first forty seconds
  const [early] = transient(50, { mu: 10, c: 4, capacity: Infinity, start: 0 }, [40]);
  close(peak.numberInSystem, early.numberInSystem + 10 * (300 - 40), 1e-6);
  close(gone.numberInSystem, mmc(10, 10, 4).numberInSystem, 1e-4);
  assert.ok(gone.cutOff < 1e-8);
});

test("a periodic rate that is constant gives M/M/c, and with a limit M/M/c/K", () => {
  for (const capacity of [Infinity, 6]) {
    const known = capacity === 6 ? mmck(1.6, 1, 2, 6) : mmc(1.6, 1, 2);
    const [start, end] = mtMcPeriodic(steady(1.6, 2, capacity), { period: 10, meanRate: 1.6 }, [0, 10]);
    close(start.numberInSystem, known.numberInSystem, 1e-6);
    close(start.numberInQueue, known.numberInQueue, 1e-6);
    close(end.totals.numberInQueue / 10, known.numberInQueue, 1e-6);
  }
});

test("servers for everybody under a sine agree with the exact case of M_t/M/∞", () => {
  const rate = (t: number) => 10 * (1 + 0.5 * Math.sin((2 * Math.PI * t) / 24));
  const queue = { rate, corners: [0, 6, 12, 18, 24], mu: 1, c: 100, capacity: Infinity };
  const hours = [0, 3, 6, 7, 12, 18];
  const moments = mtMcPeriodic(queue, { period: 24, meanRate: 10 }, hours);
  agrees(
    "MT-MINF-SIN",
    Object.fromEntries(moments.map(({ time, numberInSystem }) => [`m(${time})_exp`, numberInSystem])),
    1e-6,
  );
});

test("in the long run a period begins as it ends, also where a queue remembers many periods", () => {
  const rate = (t: number) => 0.8 * (1 + 0.5 * Math.sin((2 * Math.PI * t) / 24));
  const [start, end] = mtMcPeriodic(
    { rate, corners: [], mu: 1, c: 1, capacity: Infinity },
    { period: 24, meanRate: 0.8 },
    [0, 24],
  );
  close(end.numberInSystem, start.numberInSystem, 1e-5);
  // what comes in a period is served in it
  close(end.totals.numberInSystem - end.totals.numberInQueue, 0.8 * 24, 1e-5);
  // 40 periods from empty come to the same
  const [long] = mtMc({ rate, corners: [], mu: 1, c: 1, capacity: Infinity }, [24 * 40]);
  close(long.numberInSystem, start.numberInSystem, 1e-4);
});

test("what would take minutes or grows for ever is refused", () => {
  assert.throws(() => mtMc(steady(3, 2), [1e9], undefined, { left: 1e5 }), /would take minutes/);
  assert.ok(budget().left > 0);
  assert.throws(() => mtMcPeriodic(steady(2, 2), { period: 1, meanRate: 2 }, [1]), /No steady state: ρ = λ\/\(cμ\)/);
  assert.throws(() => mtMc({ ...steady(1, 1), mu: 0 }, [1]), /service rate μ/);
  assert.throws(() => mtMc({ ...steady(1, 1), c: 0.5 }, [1]), /number of servers c/);
  assert.throws(() => mtMc({ ...steady(1, 1), c: 0 }, [1]), /number of servers c/);
  assert.throws(() => mtMc(steady(1, 1, 0), [1]), /capacity K/);
  assert.throws(() => mtMcPeriodic(steady(1, 2), { period: 0, meanRate: 1 }, [1]), /period/);
  assert.throws(() => mtMcPeriodic(steady(1, 2, 5), { period: 1, meanRate: 0 }, [1]), /mean arrival rate/);
});

test("in another unit of time every figure is the same, and so is how much is known to be cut off", () => {
  const rate = (t: number) => 200 + 100 * Math.sin(3 * t);
  const queue = { rate, corners: [], mu: 1, c: 150, capacity: Infinity };
  const seconds = mtMc(queue, [1, 4]);
  for (const unit of [1024, 2 ** 40]) {
    // a power of two changes no bit
    const scaled = { ...queue, rate: (t: number) => rate(t * unit) * unit, mu: unit };
    const others = mtMc(scaled, [1 / unit, 4 / unit]);
    seconds.forEach(({ time, totals, ...state }, i) => {
      const { time: scaledTime, totals: scaledTotals, ...scaledState } = others[i];
      assert.deepEqual(scaledState, state);
      assert.equal(scaledTime * unit, time);
      assert.equal(scaledTotals.numberInQueue * unit, totals.numberInQueue);
      assert.equal(scaledTotals.lost, totals.lost);
    });
  }
  assert.ok(seconds[1].lowest > 0 && seconds[1].cutOff > 0);
});

test("no more work is done than was measured, and nothing is lost of the law over thousands of steps", () => {
  const spent = (queue: Parameters<typeof mtMc>[0], until: number) => {
    const work = { left: 1e8 };
    const [end] = mtMc(queue, [until], undefined, work);
    return { end, work: 1e8 - work.left };
  };
  const rise = spent({ ...steady(300, 1000), rate: (t) => (t < 4 ? 300 : 20), corners: [4] }, 9);
  const rush = spent({ ...steady(5, 4), rate: (t) => (t < 300 ? 5 : 2), corners: [300] }, 500);
  const swing = spent({ ...steady(0.8, 1), rate: (t) => 0.8 * (1 + 0.5 * Math.sin(t / 4)) }, 960);
  for (const [{ end, work }, most] of [
    [rise, 132_757],
    [rush, 109_396],
    [swing, 351_776],
  ] as const) {
    assert.ok(work <= 1.01 * most, `${work} instead of ${most}`);
    const total = end.probabilities.reduce((sum, p) => sum + p, 0);
    assert.ok(Math.abs(total - 1) < 4e-13, `${total}`); // up to 10⁻¹⁴ a step would be missing on either side
  }
});

test("a swing that is over many times before the first time asked for is not stepped across", () => {
  // servers for everybody: E[N]′ = λ(t) − μE[N]; every 50 ms nobody comes, and at 1 s the twentieth swing ends
  const [mu, w] = [100, 40 * Math.PI];
  const rate = (t: number) => 50 * (1 - Math.cos(w * t));
  const [{ numberInSystem }] = mtMc({ rate, corners: [], mu, c: 1000, capacity: Infinity }, [1]);
  close(numberInSystem, 50 / mu - (50 * mu) / (mu ** 2 + w ** 2), 1e-6);
});

test("a queue that settles to a law of which each state has exactly as much as all beyond it is not cut off there", () => {
  // M/M/1 at half load, and M/M/1/60 at twice its load, where the same holds downwards
  const [half] = mtMc(steady(0.5, 1), [1e6]);
  close(half.numberInSystem, 1, 1e-6);
  const [full] = mtMc(steady(2, 1, 60), [1e6]);
  close(full.numberInSystem, mmck(2, 1, 1, 60).numberInSystem, 1e-6);
  close(full.full, 0.5, 1e-6);
});
