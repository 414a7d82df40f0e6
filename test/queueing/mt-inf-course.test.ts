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
