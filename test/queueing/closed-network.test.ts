import assert from "node:assert/strict";
import { test } from "vitest";
import { linearizer, schweitzer } from "../../src/queueing/approximate-mva.ts";
import { closedBounds } from "../../src/queueing/closed-bounds.ts";
import { type ClosedStation, closedNetwork } from "../../src/queueing/closed-network.ts";
import { finiteSource } from "../../src/queueing/finite-source.ts";
import { exactMva } from "../../src/queueing/mva.ts";
import { agrees, close } from "./cases.ts";

function figuresOf({ throughput, cycleTime, stations }: ReturnType<typeof closedNetwork>): Record<string, number> {
  const rows = stations.flatMap((station, i) => [
    [`X[${i + 1}]`, station.throughput],
    [`L[${i + 1}]`, station.numberInSystem],
    [`W_visit[${i + 1}]`, station.sojournTime],
  ]);
  return { X: throughput, W_cycle: cycleTime, ...Object.fromEntries(rows) };
}

const utilizationsOf = ({ stations }: ReturnType<typeof closedNetwork>) =>
  Object.fromEntries(stations.map((station, i) => [`U[${i + 1}]`, station.utilization]));

test("closedNetwork agrees with the textbook cases in every figure", () => {
  const stations = (visits: number[], service: number[], servers: number[]): ClosedStation[] =>
    visits.map((v, i) => ({ visits: v, service: service[i], servers: servers[i] }));
  const bolch = closedNetwork(6, stations([1, 0.4, 0.2, 0.1], [0.02, 0.2, 0.4, 0.6], [1, 1, 1, 1]));
  agrees("BOLCH-8.3", { ...figuresOf(bolch), ...utilizationsOf(bolch) }, 1e-12);
  const mixed = closedNetwork(3, stations([1, 0.5, 0.5, 1], [0.5, 0.6, 0.8, 1], [2, 1, 1, Infinity]));
  const { "U[4]": delay, ...utilizations } = utilizationsOf(mixed);
  assert.equal(delay, 0);
  agrees("BOLCH-8.4", { ...figuresOf(mixed), ...utilizations }, 1e-12);
  const jain = closedNetwork(20, stations([16, 10, 5], [0.125, 0.3, 0.2], [1, 1, 1]), 4);
  agrees("JAIN-MVA", { ...figuresOf(jain), ...utilizationsOf(jain) }, 1e-12);
  const big = closedNetwork(100, stations([1, 1, 0.5], [0.5, 0.08, 0.3], [8, 1, 2]), 5);
  agrees("CLOSED-BIG", { ...figuresOf(big), ...utilizationsOf(big) });
  close(big.throughput, 12.33240890967642, 1e-14); // convolution in Python's fractions
});

test("one station and thinking clients are a finite source, in every probability", () => {
  for (const [population, servers] of [
    [50, 1],
    [30, 4],
  ]) {
    const closed = closedNetwork(population, [{ visits: 1, service: 0.5, servers }], 30);
    const source = finiteSource(population, 30, 2, servers);
    close(closed.throughput, source.throughput, 1e-12);
    close(closed.stations[0].utilization, source.utilization, 1e-12);
    for (let n = 0; n <= population; n += 5) {
      close(closed.stations[0].probabilities[n], source.probability(n), 1e-10);
    }
  }
});

test("a station may work at any speed: twice as fast with everything is half the service", () => {
  const [fast, slow] = [(n: number) => 2 * Math.min(n, 3), 3].map((servers, i) =>
    closedNetwork(12, [
      { visits: 1, service: i === 0 ? 2 : 1, servers },
      { visits: 2, service: 0.3, servers: 1 },
    ]),
  );
  close(fast.throughput, slow.throughput, 1e-13);
  close(fast.stations[0].utilization, 1 - fast.stations[0].probabilities[0], 1e-14);
});

test("three thousand messages and a delay of ten thousand services overflow nowhere", () => {
  const network = closedNetwork(3000, [{ visits: 1, service: 1, servers: 1 }], 10_000);
  const source = finiteSource(3000, 10_000, 1, 1);
  close(network.throughput, source.throughput, 1e-10);
  close(network.stations[0].numberInSystem, source.numberInSystem, 1e-8);
});

test("two long delays, be they stations, thinking or one of each, are one of twice the length", () => {
  const away = { visits: 1, service: 10_000, servers: Infinity };
  const server = { visits: 1, service: 1, servers: 1 };
  const source = finiteSource(3000, 20_000, 1, 1);
  for (const network of [
    closedNetwork(3000, [away, away, server]),
    closedNetwork(3000, [server, away, away]),
    closedNetwork(3000, [server, away], 10_000),
  ]) {
    close(network.throughput, source.throughput, 1e-10);
  }
});

test("where nobody can be elsewhere, all are at the one station", () => {
  const { throughput, stations } = closedNetwork(4, [{ visits: 1, service: 0.5, servers: 2 }]);
  close(throughput, 4, 1e-14);
  assert.deepEqual(stations[0].probabilities, [0, 0, 0, 0, 1]);
});

test("mean value analysis agrees with the convolution for one class", () => {
  const mva = exactMva({ populations: [20], think: [4], demands: [[2], [3], [1]] });
  agrees("JAIN-MVA", { X: mva.throughputs[0], W_cycle: mva.cycleTimes[0], "L[2]": mva.numbers[1][0] }, 1e-12);
  close(mva.utilizations[1], 3 * mva.throughputs[0], 1e-14);
  close(mva.sojourns[1][0], mva.numbers[1][0] / mva.throughputs[0], 1e-14);
});

const twoClasses = {
  populations: [3, 2],
  think: [0, 5],
  demands: [
    [1, 2],
    [3, 1],
    [0.5, 4],
  ],
  delays: [false, false, true],
};

test("mean value analysis of two classes agrees with summing the product form, in Python's fractions", () => {
  const state = exactMva(twoClasses);
  close(state.throughputs[0], 0.27840419622449075, 1e-13);
  close(state.throughputs[1], 0.12560261535519474, 1e-13);
  close(state.numbers[1][0], 2.3457878393268556, 1e-13);
  close(state.numbers[0][1], 0.4174951963792993, 1e-13);
  for (const r of [0, 1]) {
    const inside = state.numbers.reduce((sum, row) => sum + row[r], 0);
    close(inside + twoClasses.think[r] * state.throughputs[r], twoClasses.populations[r], 1e-13); // everybody is somewhere
  }
});

test("Schweitzer and the linearizer come close to exact, the latter closer", () => {
  const network = {
    populations: [20, 15],
    think: [10, 0],
    demands: [
      [1, 2],
      [3, 1],
      [2, 2],
    ],
  };
  const exact = exactMva(network);
  const errors = [schweitzer(network), linearizer(network)].map((state) =>
    Math.max(...state.throughputs.map((x, r) => Math.abs(x / exact.throughputs[r] - 1))),
  );
  assert.ok(errors[0] < 0.02, `Schweitzer is ${errors[0]} off`);
  assert.ok(errors[1] < 0.001 && errors[1] < errors[0], `the linearizer is ${errors[1]} off`);
});

test("both approximations are exact for a single message and survive an empty class", () => {
  for (const solve of [schweitzer, linearizer]) {
    const one = solve({
      populations: [1, 0],
      think: [2, 0],
      demands: [
        [1, 1],
        [3, 1],
      ],
    });
    close(one.throughputs[0], 1 / 6, 1e-9);
    assert.equal(one.throughputs[1], 0);
  }
});

test("the bounds hold on both sides and meet where they must", () => {
  for (const population of [1, 5, 20, 100]) {
    for (const think of [0, 4]) {
      const { throughput } = closedNetwork(
        population,
        [2, 3, 1].map((service) => ({ visits: 1, service, servers: 1 })),
        think,
      );
      const bounds = closedBounds(population, [2, 3, 1], think);
      assert.ok(
        bounds.throughput.low <= throughput * (1 + 1e-12) && throughput <= bounds.throughput.high * (1 + 1e-12),
      );
      close(bounds.cycleTime.low + think, population / bounds.throughput.high, 1e-12);
      close(bounds.cycleTime.high + think, population / bounds.throughput.low, 1e-12);
    }
  }
  close(closedBounds(1, [2, 3, 1], 4).throughput.low, 0.1, 1e-14);
  close(closedBounds(1, [2, 3, 1], 4).throughput.high, 0.1, 1e-14);
  close(closedBounds(5, [2, 3, 1], 4).knee, 10 / 3, 1e-14);
  // by hand: 2/(4 + 6 + 1·2/(1 + 4/6)), 2/(4 + 6 + 1·3/(1 + 4/(2·6))), and 1/3 of the largest demand from some number on
  close(closedBounds(2, [2, 3, 1], 4).throughput.high, 5 / 28, 1e-14);
  close(closedBounds(2, [2, 3, 1], 4).throughput.low, 8 / 49, 1e-14);
  close(closedBounds(20, [2, 3, 1], 4).throughput.high, 1 / 3, 1e-14);
  // equal demands, no thinking: both bounds are exact
  const equal = closedBounds(7, [2, 2, 2]);
  close(equal.throughput.low, 7 / (9 * 2), 1e-14);
  close(equal.throughput.high, 7 / (9 * 2), 1e-14);
});

test("the linearizer of a class with a single message has its fixed point, too, solved apart in Python", () => {
  const { throughputs, numbers } = linearizer({
    populations: [1, 3],
    think: [2, 0],
    demands: [
      [1, 2],
      [3, 1],
      [2, 2],
    ],
  });
  close(throughputs[0], 0.07575649899331241, 1e-9);
  close(throughputs[1], 0.30298754206283807, 1e-9);
  close(numbers[0][1], 1.161250847137635, 1e-8);
  close(numbers[1][0], 0.33462123736298244, 1e-8);
});

test("closed networks say what is missing", () => {
  assert.throws(() => closedNetwork(0, [{ visits: 1, service: 1, servers: 1 }]), RangeError);
  assert.throws(() => exactMva({ populations: [0], think: [0], demands: [[1]] }), {
    message: "A closed network needs at least one message.",
  });
  assert.throws(() => exactMva({ populations: [1, 1], think: [0], demands: [[1]] }), {
    message: "Think times and demands must be given for each of the 2 classes.",
  });
  for (const unfit of [
    { think: [0, 1], demands: [[1]] },
    { think: [0], demands: [[1, 1]] },
    { think: [0], demands: [[1], []] },
  ]) {
    assert.throws(() => exactMva({ populations: [1], ...unfit }), {
      message: "Think times and demands must be given for each of the 1 classes.",
    });
  }
  assert.throws(() => exactMva({ populations: [1], think: [0], demands: [[0]] }), {
    message: "Class 1 demands nothing anywhere, so its cycles take no time.",
  });
  assert.throws(() => exactMva({ populations: [3000, 3000], think: [0, 0], demands: [[1, 1]] }), {
    message: "9006001 populations are too many: use linearizer, which approximates.",
  });
});

test("Schweitzer and the linearizer find the fixed points that their equations have, solved apart in Python", () => {
  const network = {
    populations: [5, 4],
    think: [10, 0],
    demands: [
      [1, 2],
      [3, 1],
      [2, 2],
    ],
  };
  for (const [solve, throughputs, numbers] of [
    [
      schweitzer,
      [0.16779028958795478, 0.25776558049531195],
      [
        [0.4261136019935793, 1.1986696796270777],
        [1.5218449069775464, 0.8058315429545502],
        [1.3741385951493268, 1.9954987774183721],
      ],
    ],
    [
      linearizer,
      [0.1712999869479003, 0.2653135704055265],
      [
        [0.47211636976471044, 1.2572577798943312],
        [1.474676643121191, 0.8650940639118075],
        [1.3402071176350954, 1.8776481561938618],
      ],
    ],
  ] as const) {
    const state = solve(network);
    throughputs.forEach((x, r) => {
      close(state.throughputs[r], x, 1e-9);
    });
    numbers.forEach((row, i) => {
      row.forEach((n, r) => {
        close(state.numbers[i][r], n, 1e-8);
      });
    });
    assert.throws(() => solve({ ...network, populations: [5] }), RangeError);
    assert.throws(() => solve({ ...network, think: [-1, 0] }), RangeError);
  }
});
