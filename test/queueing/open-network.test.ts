import assert from "node:assert/strict";
import { test } from "vitest";
import { mmc } from "../../src/queueing/mmc.ts";
import { openClasses } from "../../src/queueing/open-classes.ts";
import { openNetwork } from "../../src/queueing/open-network.ts";
import { tandem } from "../../src/queueing/tandem.ts";
import { trafficRates } from "../../src/queueing/traffic.ts";
import { agrees, close } from "./cases.ts";
import { tailMoments } from "./tail-moments.ts";

const bolch = [
  [0, 0.5, 0.5, 0],
  [1, 0, 0, 0],
  [0.6, 0, 0, 0],
  [1, 0, 0, 0],
];
const sixto = [
  [0, 0.2, 0.56, 0.24],
  [1, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
];

test("openNetwork agrees with two textbook networks in every figure", () => {
  for (const [id, external, routing, mus] of [
    ["BOLCH-7.4", [0, 0, 0, 4], bolch, [25, 100 / 3, 50 / 3, 20]],
    ["SIXTO-11.11", [8, 0, 6, 0], sixto, [14, 9, 17, 7]],
  ] as const) {
    const network = openNetwork(
      [...external],
      routing,
      mus.map((mu) => ({ mu, servers: 1 })),
    );
    const answers = network.stations.flatMap((station, i) => [
      [`X[${i + 1}]`, network.rates[i]],
      [`L[${i + 1}]`, station.numberInSystem],
      [`W_visit[${i + 1}]`, station.sojournTime],
      [`U[${i + 1}]`, station.utilization],
    ]);
    agrees(
      id,
      { ...Object.fromEntries(answers), L_total: network.numberInSystem, W_total: network.sojournTime },
      1e-12,
    );
  }
});

test("stations of several, of infinitely many and of unvisited servers keep their own kind", () => {
  const network = openNetwork(
    [1.6, 0, 0],
    [
      [0, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      { mu: 1, servers: 2 },
      { mu: 0.5, servers: Infinity },
      { mu: 3, servers: 1 },
    ],
  );
  close(network.stations[0].waitingTime, mmc(1.6, 1, 2).waitingTime, 1e-14);
  close(network.stations[1].numberInSystem, 3.2, 1e-14);
  assert.equal(network.stations[1].waitingTime, 0);
  assert.equal(network.stations[1].sojournTime, 2);
  assert.deepEqual(network.stations[2], {
    utilization: 0,
    numberInSystem: 0,
    numberInQueue: 0,
    sojournTime: 1 / 3,
    waitingTime: 0,
  });
});

test("traffic balances at every station of a hundred, loops within loops", () => {
  const n = 100;
  const routing = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (j === (7 * i + 1) % n ? 0.6 : j === (i + 1) % n ? 0.3999 : 0)),
  );
  const rates = trafficRates(
    Array.from({ length: n }, (_, i) => i % 3),
    routing,
  );
  rates.forEach((rate, j) => {
    close(rate, (j % 3) + rates.reduce((sum, other, i) => sum + other * routing[i][j], 0), 1e-9);
  });
});

test("ten thousand stations in a row, in one ring, or in many small ones take a second and no square matrix", () => {
  const n = 10_000;
  const external = Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0));
  const row = trafficRates(
    external,
    external.map((_, i) => new Map(i + 1 < n ? [[i + 1, 1]] : [])),
  );
  assert.ok(row.every((rate) => rate === 1));
  // once around with chance 0.9998ⁿ = q, so that the first sees 1/(1 − q)
  const ring = trafficRates(
    external,
    external.map((_, i) => new Map([[(i + 1) % n, 0.9998]])),
  );
  close(ring[0], 1 / (1 - 0.9998 ** n), 1e-11);
  close(ring[n - 1], 0.9998 ** (n - 1) * ring[0], 1e-11);
  // pairs that send each other a half and the next pair the other half: each half of a pair sees 4/3 and 2/3 of the inflow
  const pairs = trafficRates(
    external,
    external.map((_, i) => new Map(i % 2 === 0 ? [[i + 1, 0.5]] : [[i - 1, 0.5]])),
  );
  close(pairs[0], 4 / 3, 1e-15);
  close(pairs[1], 2 / 3, 1e-15);
  assert.equal(pairs[2], 0);
});

test("routing by lists of those reached is the same as by whole rows, and nobody is sent where no station is", () => {
  const lists = sixto.map((row) => new Map(row.flatMap((chance, j) => (chance > 0 ? [[j, chance] as const] : []))));
  assert.deepEqual(trafficRates([8, 0, 6, 0], lists), trafficRates([8, 0, 6, 0], sixto));
  assert.throws(() => trafficRates([1, 0], [new Map([[2, 0.5]]), []]), {
    message: "Station 1 sends to station 3 of 2.",
  });
});

test("a part that nobody reaches may be closed, one that is reached may not", () => {
  const trap = [
    [0, 0.5, 0],
    [0, 0, 1],
    [0, 1, 0],
  ];
  assert.throws(() => trafficRates([1, 0, 0], trap), { message: "Messages that reach station 2 never leave." });
  assert.deepEqual(
    trafficRates(
      [1, 0, 0],
      [
        [0, 0, 0],
        [0, 0, 1],
        [0, 1, 0],
      ],
    ),
    [1, 0, 0],
  );
});

test("routing must be probabilities", () => {
  assert.throws(
    () =>
      trafficRates(
        [1, 0],
        [
          [0.5, 0.6],
          [0, 0],
        ],
      ),
    {
      message: "The routing probabilities of station 1 sum to 1.1 > 1.",
    },
  );
  assert.throws(() => openNetwork([0], [[0]], [{ mu: 1, servers: 1 }]), {
    message: "The total arrival rate from outside must be a number above 0, not 0.",
  });
  assert.throws(() => openNetwork([2], [[0]], [{ mu: 1, servers: 1 }]), { name: "UnstableQueueError" });
  // not even where nobody comes
  for (const mu of [0, -1, Number.NaN, Infinity]) {
    const stations = [mu, 1].map((rate) => ({ mu: rate, servers: 1 }));
    assert.throws(() => openNetwork([0, 0.5], [[], []], stations), /service rate μ/);
  }
});

test("five servers in series agree with the exact case", () => {
  const line = tandem(0.8, [1, 1, 1, 1, 1]);
  agrees("TANDEM5", {
    W_total: line.sojournTime,
    W_total_p90: line.sojournQuantile(0.9),
    W_total_p99: line.sojournQuantile(0.99),
  });
  close(line.sojournVariance, 125, 1e-12);
  const uneven = tandem(0.5, [1, 2, 0.9]);
  const { mean, variance } = tailMoments(uneven.sojournTail, 128);
  close(mean, uneven.sojournTime, 1e-8);
  close(variance, uneven.sojournVariance, 1e-7);
  close(uneven.stations[2].sojournTime, 2.5, 1e-14);
});

test("openClasses agrees with the textbook case of two classes", () => {
  const network = openClasses(
    [3 / 19, 2 / 19],
    [
      [1, 2],
      [3, 4],
    ],
  );
  agrees("LAZ-138", {
    "W[1,1]": network.sojourns[0][0],
    "W[1,2]": network.sojourns[1][0],
    "L[1,1]": network.numbers[0][0],
  });
  close(network.sojournTimes[0], network.sojourns[0][0] + network.sojourns[1][0], 1e-14);
  close(network.utilizations[1], 17 / 19, 1e-14);
});

test("a delay makes nobody wait, and an overloaded station is named", () => {
  assert.deepEqual(openClasses([5], [[1]], [true]).sojourns, [[1]]);
  assert.throws(() => openClasses([1], [[0.5], [1.5]]), {
    name: "UnstableQueueError",
    message:
      "No steady state: ρ = Σ λD at station 2 = 1.50, but it must be below 1. Station 2 must work 1.5 times as fast, and a little more.",
  });
});

test("a station that sends to itself within a loop has the rates that are found by hand", () => {
  // λ₁ = 1 + λ₁/2 + 2λ₂/5 and λ₂ = 3λ₁/10 + λ₂/5
  const [one, two] = trafficRates(
    [1, 0],
    [
      [0.5, 0.3],
      [0.4, 0.2],
    ],
  );
  close(one, 20 / 7, 1e-14);
  close(two, 15 / 14, 1e-14);
});

test("routing that cannot be is refused, but not what rounding adds", () => {
  assert.throws(() => trafficRates([-1, 0], [[], []]), /external arrival rate/);
  assert.throws(() => trafficRates([1, 0], [[0, 1.2], []]), /routing entry/);
  assert.throws(() => trafficRates([1, 0], [[0.5, -0.1], []]), /routing entry/);
  assert.deepEqual(trafficRates([1, 0, 0], [[0, 0.5, 0.5 + 5e-10], [], []])[1], 0.5);
  assert.throws(() => trafficRates([1, 0, 0], [[0, 0.5, 0.5 + 2e-9], [], []]), /sum to/);
  const halves = [
    [0.5, 0.5],
    [0.5, 0.5],
  ];
  assert.throws(() => trafficRates([1, 0], halves), { message: "Messages that reach station 1 never leave." });
});
