import assert from "node:assert/strict";
import { test } from "vitest";
import { mtInfCourse } from "../../src/queueing/mt-inf-course.ts";
import { mtMc } from "../../src/queueing/mt-mc.ts";
import { agrees, close } from "./cases.ts";

const W = (2 * Math.PI) / 24;
const swinging = {
  rate: (t: number) => 10 * (1 + 0.5 * Math.sin(W * t)),
  cumulative: (t: number) => 10 * (t + (0.5 * (1 - Math.cos(W * t))) / W),
  corners: () => [],
};
const exponential = { mean: 1, tail: (u: number) => Math.exp(-u) };
const constant = { mean: 1, tail: (u: number) => (u < 1 ? 1 : 0) };

test("a system that has always been open agrees with the exact sinusoidal case", () => {
  const long = { ...swinging, opened: Number.NEGATIVE_INFINITY };
  const named = (suffix: string, service: typeof exponential, hours: number[]) =>
    mtInfCourse(long, service, hours).map(({ time, numberInSystem }) => [`m(${time})_${suffix}`, numberInSystem]);
  const figures = [...named("exp", exponential, [0, 3, 6, 7, 12, 18]), ...named("det", constant, [6, 12])];
  agrees("MT-MINF-SIN", Object.fromEntries(figures), 1e-9);
});

test("a system that opened at 0 fills up to the stationary mean", () => {
  const opened = { rate: () => 5, cumulative: (t: number) => 5 * t, corners: () => [], opened: 0 };
  const [now] = mtInfCourse(opened, { mean: 2, tail: (u) => Math.exp(-u / 2) }, [3]);
  const gone = 1 - Math.exp(-1.5);
  close(now.numberInSystem, 10 * gone, 1e-9);
  close(now.total, 10 * (3 - 2 * gone), 1e-9); // ∫ 10(1 − exp(−t/2))
  const [fixed] = mtInfCourse(opened, { mean: 2, tail: (u) => (u < 2 ? 1 : 0) }, [3]);
  close(fixed.numberInSystem, 10, 1e-9);
  close(fixed.total, 20, 1e-9); // t²·5/2 up to 2 s, 10 from then on
});

test("from empty, with exponential service, it is M_t/M/c with more servers than are ever busy", () => {
  const times = [1, 5, 24, 30];
  const mtM100 = mtMc({ rate: swinging.rate, corners: [], mu: 1, c: 100, capacity: Infinity }, times);
  mtInfCourse({ ...swinging, opened: 0 }, exponential, times).forEach(({ numberInSystem, total }, i) => {
    close(numberInSystem, mtM100[i].numberInSystem, 2e-6);
    close(total, mtM100[i].totals.numberInSystem, 2e-6);
  });
});

test("a service time must have a mean", () => {
  assert.throws(() => mtInfCourse({ ...swinging, opened: 0 }, { mean: 0, tail: () => 0 }, [1]), RangeError);
});

/** ∫ exp(−u) over ages of those who came from `from` to `to`, at time t. */
const left = (t: number, from: number, to: number) => Math.exp(to - t) - Math.exp(from - t);

test("a burst of a thousandth of a service is seen long after, whichever corners are named beside", () => {
  const known = (t: number) => 1 - Math.exp(-t) + 5000 * left(t, 2, 2.001) + 3000 * left(t, 5, 5.001);
  const rate = (t: number) => (t < 0 ? 7 : t >= 2 && t < 2.001 ? 5001 : t >= 5 && t < 5.001 ? 3001 : 1);
  const burst = (t: number, start: number) => Math.min(0.001, Math.max(0, t - start));
  const cumulative = (t: number) => (t < 0 ? 7 * t : t + 5000 * burst(t, 2) + 3000 * burst(t, 5));
  const all = [-1, 0, 2, 2.001, 5, 5.001, 30];
  const named = (from: number, t: number) => all.filter((corner) => corner >= from && corner < t);
  for (const corners of [named, () => all, () => all.toReversed()]) {
    const arrivals = { rate, cumulative, corners, opened: 0 };
    for (const { time, numberInSystem } of mtInfCourse(arrivals, exponential, [6, 9, 20])) {
      close(numberInSystem, known(time), 1e-9);
    }
    const [fixed] = mtInfCourse(arrivals, { mean: 3, tail: (u) => (u < 3 ? 1 : 0) }, [6]);
    close(fixed.numberInSystem, 6, 1e-9); // from 3 to 6, and one burst
  }
  // whoever has come has left, or is there: the time in the system up to now is that of those who came, less what is left
  const [{ total, numberInSystem }] = mtInfCourse({ rate, cumulative, corners: named, opened: 0 }, exponential, [9]);
  close(total, cumulative(9) - numberInSystem, 1e-9);
});

test("a rate that swings thirty times within a service is followed, also where services take a millionth of a second", () => {
  const w = 60 * Math.PI;
  for (const unit of [1, 1e-6]) {
    const fast = {
      rate: (t: number) => (10 / unit) * (1 + Math.sin((w * t) / unit)),
      cumulative: (t: number) => 10 * (t / unit + (1 - Math.cos((w * t) / unit)) / w),
      corners: () => [],
      opened: Number.NEGATIVE_INFINITY,
    };
    const service = { mean: unit, tail: (u: number) => Math.exp(-u / unit) };
    mtInfCourse(fast, service, [0.1 * unit, 0.33 * unit]).forEach(({ numberInSystem }, i) => {
      const time = [0.1, 0.33][i];
      close(numberInSystem, 10 + (10 * (Math.sin(w * time) - w * Math.cos(w * time))) / (1 + w ** 2), 1e-9);
    });
  }
});

test("the time spent in the system counts from 0 on, whenever it opened", () => {
  const steady = { rate: () => 5, cumulative: (t: number) => 5 * t, corners: () => [] };
  const service = { mean: 2, tail: (u: number) => Math.exp(-u / 2) };
  const totalOf = (opened: number) => mtInfCourse({ ...steady, opened }, service, [3])[0].total;
  close(totalOf(Number.NEGATIVE_INFINITY), 30, 1e-9);
  close(totalOf(-3), 30 - 20 * (Math.exp(-1.5) - Math.exp(-3)), 1e-9); // ∫ 10(1 − exp(−(t + 3)/2))
  close(totalOf(1), 20 * Math.exp(-1), 1e-9); // ∫ 10(1 − exp(−(t − 1)/2)) from 1 on
  assert.equal(totalOf(4), 0);
  assert.equal(mtInfCourse({ ...steady, opened: 4 }, service, [3])[0].numberInSystem, 0);
});
