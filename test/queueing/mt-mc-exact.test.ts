import assert from "node:assert/strict";
import { test } from "vitest";
import { type CourseMoment, mtMc } from "../../src/queueing/mt-mc.ts";
import { mtMcPeriodic } from "../../src/queueing/mt-mc-periodic.ts";
import { close } from "./cases.ts";

/* Courses solved otherwise: by an explicit method of order 8 to twelve digits over all states (SciPy), and in closed form. */

/** Each row: time, E[N], E[waiting], P(N ≥ c), P(N = K); ∫ E[N], ∫ E[waiting], arrivals lost. */
function isCourse(moments: CourseMoment[], known: number[][], tolerance: number): void {
  assert.equal(moments.length, known.length);
  moments.forEach(({ time, numberInSystem, numberInQueue, allBusy, full, totals }, i) => {
    const { numberInSystem: all, numberInQueue: waiting, lost } = totals;
    [time, numberInSystem, numberInQueue, allBusy, full, all, waiting, lost].forEach((value, k) => {
      const gap = Math.abs(value - known[i][k]);
      assert.ok(gap <= tolerance * (1 + known[i][k]), `column ${k} at ${time}: ${value}, not ${known[i][k]}`);
    });
  });
}

/** P(X = n), n = 0 … last, of a Poisson number. */
function poisson(mean: number, last: number): number[] {
  const law = [Math.exp(-mean)];
  for (let n = 1; n <= last; n++) law.push((law[n - 1] * mean) / n);
  return law;
}

/** Sum of the differences of two laws. */
function distance({ lowest, probabilities }: CourseMoment, known: number[]): number {
  let sum = 0;
  for (let n = 0; n < known.length; n++) sum += Math.abs((probabilities[n - lowest] ?? 0) - known[n]);
  return sum;
}

test("a swinging queue with a limit has every figure of the full equations", () => {
  const known = [
    [
      0.5, 1.3968594678261, 0.0773370123923, 0.1645163394824, 0.0008971707924, 0.3568278455902, 0.0091059834672,
      0.0002535462702,
    ],
    [
      2.0, 4.5041788449851, 1.7874082582614, 0.8092369788308, 0.2113536992017, 5.0760244548734, 1.344551565681,
      0.5966419389169,
    ],
    [
      6.0, 2.4126912713579, 0.5007206361635, 0.4028271086077, 0.0305299931698, 20.1671169746065, 6.7210038086588,
      2.2208549893938,
    ],
    [
      15.0, 5.1736210393145, 2.3291132979477, 0.8927849553756, 0.3117557106736, 55.0849652627228, 19.3605943804381,
      7.6213839041185,
    ],
  ];
  const rate = (t: number) => 3 + 2 * Math.sin(t);
  isCourse(mtMc({ rate, corners: [], mu: 1, c: 3, capacity: 7 }, [0.5, 2, 6, 15]), known, 2e-6);
});

test("a period that is long beside what the queue remembers is the fixed point of its full equations", () => {
  const known = [
    [0.0, 2.0609787937621, 0.71872215946, 0.5392143382873, 0.044427513944, 0.0, 0.0, 0.0],
    [
      1.25, 3.5653458050169, 1.7788594036742, 0.8326336793818, 0.2070718380525, 3.4269694074997, 1.4547829032049,
      0.4558409722774,
    ],
    [
      3.75, 2.7487801538566, 1.1842584878637, 0.6919968166927, 0.0694115310044, 12.8587039163893, 6.376181524471,
      1.7620707358142,
    ],
    [
      5.0, 2.0609787937621, 0.71872215946, 0.5392143382873, 0.044427513944, 15.5963124841469, 7.3992489640787,
      1.8029364799318,
    ],
  ];
  const rate = (t: number) => 2 + 1.8 * Math.sin((2 * Math.PI * t) / 5);
  const queue = { rate, corners: [], mu: 1, c: 2, capacity: 6 };
  isCourse(mtMcPeriodic(queue, { period: 5, meanRate: 2 }, [0, 1.25, 3.75, 5]), known, 2e-6);
});

test("so is one that is short beside it", () => {
  const known = [
    [0.0, 3.4344784028749, 2.7249147936321, 0.7095636092428, 0.0, 0.0, 0.0, 0.0],
    [2.0, 4.2772158748333, 3.42104214252, 0.8561737323133, 0.0, 7.5402484970775, 5.9681126604055, 0.0],
    [6.0, 4.0580868791395, 3.3042546135973, 0.7538322655422, 0.0, 26.1467311702417, 21.1554663378758, 0.0],
    [8.0, 3.4344784028749, 2.7249147936323, 0.7095636092426, 0.0, 33.4004913555986, 27.0004913555986, 0.0],
  ];
  const rate = (t: number) => 0.8 * (1 + 0.8 * Math.sin((2 * Math.PI * t) / 8));
  const queue = { rate, corners: [], mu: 1, c: 1, capacity: Infinity };
  isCourse(mtMcPeriodic(queue, { period: 8, meanRate: 0.8 }, [0, 2, 6, 8]), known, 2e-5);
});

test("with servers for everybody the law is Poisson, far from 0 too, while it rises and while it falls", () => {
  const rate = (t: number) => (t < 4 ? 300 : 20);
  const moments = mtMc({ rate, corners: [4], mu: 1, c: 1000, capacity: Infinity }, [0.5, 4, 5, 9]);
  const atFour = 300 * (1 - Math.exp(-4));
  const means = [300 * (1 - Math.exp(-0.5)), atFour, 20 + (atFour - 20) / Math.E, 20 + (atFour - 20) * Math.exp(-5)];
  moments.forEach((moment, i) => {
    const off = distance(moment, poisson(means[i], 500));
    assert.ok(off < 1e-5, `${off}`);
    close(moment.numberInSystem, means[i], 1e-6);
    assert.equal(moment.allBusy, 0);
    assert.equal(moment.full, 0);
    assert.ok(moment.cutOff > 0 && moment.cutOff < 1e-9, `${moment.cutOff}`);
  });
  assert.ok(moments[1].lowest > 100 && moments[1].probabilities.length < 300);
});

test("fifty messages and no more to come are a binomial number if all are served at once, and leave one by one if not", () => {
  const start = { lowest: 50, probabilities: Float64Array.of(1) };
  const idle = { rate: () => 0, corners: [], mu: 2, capacity: Infinity };
  const [all] = mtMc({ ...idle, c: 60 }, [0.35], start);
  const present = Math.exp(-0.7);
  const binomial = [(1 - present) ** 50];
  for (let n = 1; n <= 50; n++) binomial.push((binomial[n - 1] * (51 - n) * present) / (n * (1 - present)));
  assert.ok(distance(all, binomial) < 1e-5, `${distance(all, binomial)}`);
  const [one] = mtMc({ ...idle, c: 1 }, [10], start);
  const left = poisson(20, 49).reverse(); // 1 … 50 are there when 49 … 0 have left
  assert.ok(distance(one, [1 - left.reduce((sum, p) => sum + p, 0), ...left]) < 1e-5);
  close(
    one.numberInQueue,
    left.reduce((sum, p, i) => sum + i * p, 0),
    1e-6,
  ); // i + 1 there, i wait
});

test("the state at time 0 is the one it starts from, and corners need not be in order", () => {
  const rate = (t: number) => (t < 1 ? 4 : t < 2 ? 0.5 : 2);
  const queue = { rate, mu: 1, c: 2, capacity: 12 };
  const start = { lowest: 1, probabilities: Float64Array.of(0.25, 0, 0.75) };
  const [now] = mtMc({ ...queue, corners: [] }, [0], start);
  assert.deepEqual(now, {
    time: 0,
    ...start,
    numberInSystem: 2.5,
    numberInQueue: 0.75,
    allBusy: 0.75,
    full: 0,
    totals: { numberInSystem: 0, numberInQueue: 0, lost: 0 },
    cutOff: 0,
  });
  const [ordered, not] = [
    [0, 1, 2, 9],
    [9, 2, 0, 1],
  ].map((corners) => mtMc({ ...queue, corners }, [1, 3], start));
  assert.deepEqual(not, ordered);
});

test("a burst after a long silence is not stepped over, in whatever order corners come", () => {
  const bursts = [1000, 2000];
  const rate = (t: number) => (bursts.some((start) => t >= start && t < start + 0.1) ? 100 : 0);
  const queue = { rate, mu: 1, c: 200, capacity: Infinity };
  const height = 100 * (1 - Math.exp(-0.1));
  for (const corners of [
    [1000, 1000.1, 2000, 2000.1],
    [2000.1, 1000, 2000, 1000.1],
  ]) {
    const moments = mtMc({ ...queue, corners }, [1000.1, 1001, 2001]);
    const known = [height, height * Math.exp(-0.9), height * Math.exp(-0.9) * (1 + Math.exp(-1000))];
    moments.forEach(({ time, numberInSystem }, i) => {
      close(numberInSystem, known[i], 1e-6);
      assert.equal(time, [1000.1, 1001, 2001][i]);
    });
  }
});

test("one place is free again as its two states say", () => {
  const [now] = mtMc({ rate: () => 3, corners: [], mu: 2, c: 1, capacity: 1 }, [0.4]);
  const busy = 0.6 * (1 - Math.exp(-2));
  isCourse(
    [now],
    [[0.4, busy, 0, busy, busy, 0.24 - 0.12 * (1 - Math.exp(-2)), 0, 3 * (0.24 - 0.12 * (1 - Math.exp(-2)))]],
    1e-6,
  );
});

test("two thousand who are served at once and leave within moments are a binomial number still", () => {
  const queue = { rate: () => 0, corners: [], mu: 1, c: 2000, capacity: 2000 };
  const [now] = mtMc(queue, [0.5], { lowest: 2000, probabilities: Float64Array.of(1) });
  const present = Math.exp(-0.5);
  close(now.numberInSystem, 2000 * present, 1e-6);
  const variance = now.probabilities.reduce((sum, p, i) => sum + p * (now.lowest + i - 2000 * present) ** 2, 0);
  close(variance, 2000 * present * (1 - present), 1e-5);
  assert.ok(now.cutOff > 0 && now.cutOff < 1e-9, `${now.cutOff}`); // by leaving the lowest states kept
});

test("a queue that is full nearly all the time has the probabilities of M/M/1/K, though few states matter", () => {
  const queue = { rate: () => 50, corners: [], mu: 1, c: 1, capacity: 100 };
  const [now] = mtMc(queue, [5], { lowest: 100, probabilities: Float64Array.of(1) });
  assert.ok(now.lowest > 85);
  close(now.full, 0.98, 1e-6);
  assert.ok(
    distance(
      now,
      Array.from({ length: 101 }, (_, n) => 0.98 * 0.02 ** (100 - n)),
    ) < 1e-6,
  );
  // of 250 who come, five are let in for those served meanwhile
  close(now.totals.lost, 5 * 50 - 5 + (100 - now.numberInSystem), 1e-6);
});

test("a law far from 0 that forgets over many periods settles to the Poisson one of its sine", () => {
  const [w, mu] = [(2 * Math.PI) / 5, 0.1];
  const queue = { rate: (t: number) => 20 + 10 * Math.sin(w * t), corners: [], mu, c: 1000, capacity: Infinity };
  const times = [0, 1, 2.5, 4];
  mtMcPeriodic(queue, { period: 5, meanRate: 20 }, times).forEach((moment, i) => {
    const mean = 200 + (10 * (mu * Math.sin(w * times[i]) - w * Math.cos(w * times[i]))) / (mu ** 2 + w ** 2);
    close(moment.numberInSystem, mean, 1e-6);
    assert.ok(moment.lowest > 0 && distance(moment, poisson(mean, 400)) < 1e-5);
  });
});
