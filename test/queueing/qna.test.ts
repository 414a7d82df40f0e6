import assert from "node:assert/strict";
import { test } from "vitest";
import { mg1 } from "../../src/queueing/mg1.ts";
import { openNetwork } from "../../src/queueing/open-network.ts";
import { networkAnalyzer } from "../../src/queueing/qna.ts";
import { balancedHyperexponentialLaw } from "../../src/queueing/time-law.ts";
import { agrees, close } from "./cases.ts";

test("for exponential everything the analyzer is Jackson's network", () => {
  const routing = [
    [0, 0.5, 0.5, 0],
    [1, 0, 0, 0],
    [0.6, 0, 0, 0],
    [1, 0, 0, 0],
  ];
  const mus = [25, 100 / 3, 50 / 3, 20];
  const exact = openNetwork(
    [0, 0, 0, 4],
    routing,
    mus.map((mu) => ({ mu, servers: 1 })),
  );
  const ours = networkAnalyzer(
    [0, 0, 0, 4].map((rate) => ({ rate, variation: 1 })),
    routing,
    mus.map((mu) => ({ mu, variation: 1, servers: 1 })),
  );
  close(ours.sojournTime, exact.sojournTime, 1e-12);
  close(ours.numberInSystem, exact.numberInSystem, 1e-12);
  ours.arrivalVariations.forEach((variation) => {
    close(variation, 1, 1e-12);
  });
  ours.stations.forEach((station, i) => {
    close(station.waitingTime, exact.stations[i].waitingTime, 1e-12);
  });
  assert.deepEqual(ours.rates, exact.rates);
});

test("departures of M/G/1 vary as 1 − ρ² + ρ²c² says, which is what the next station sees", () => {
  // exact for the marginal law of M/G/1 departures: λ = 0.8, c² = 4 give 0.36 + 0.64 · 4 = 2.92
  const line = networkAnalyzer(
    [
      { rate: 0.8, variation: 1 },
      { rate: 0, variation: 1 },
    ],
    [
      [0, 1],
      [0, 0],
    ],
    [
      { mu: 1, variation: 4, servers: 1 },
      { mu: 1, variation: 1, servers: 1 },
    ],
  );
  agrees("MG1-DEP-H2_4", { interdeparture_scv: line.arrivalVariations[1] });
  close(line.stations[0].waitingTime, mg1(0.8, balancedHyperexponentialLaw(1, 4)).waitingTime, 1e-12);
  close(line.stations[1].waitingTime, (4 * (2.92 + 1)) / 2, 1e-12);
  assert.equal(line.exact, false);
});

test("regular arrivals stay felt behind eight quiet stations, where the analyzer forgets them", () => {
  // Suresh & Whitt's bottleneck: simulated 5.29 at the ninth queue, 8.1 if it were M/M/1; decomposition says 8.0
  const n = 9;
  const line = networkAnalyzer(
    Array.from({ length: n }, (_, i) => ({ rate: i === 0 ? 1 : 0, variation: 0 })),
    Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (j === i + 1 ? 1 : 0))),
    Array.from({ length: n }, (_, i) => ({ mu: i === 8 ? 1 / 0.9 : 1 / 0.6, variation: 1, servers: 1 })),
  );
  close(line.arrivalVariations[8], 1 - 0.64 ** 8, 1e-12);
  assert.ok(line.stations[8].waitingTime > 7.8);
});

test("the analyzer refuses an overload and negative variations", () => {
  const station = [{ mu: 1, variation: 1, servers: 1 }];
  assert.throws(() => networkAnalyzer([{ rate: 1, variation: 1 }], [[0]], station), { name: "UnstableQueueError" });
  assert.throws(() => networkAnalyzer([{ rate: 0.5, variation: -1 }], [[0]], station), RangeError);
});

test("streams that merge and split have the variations and waits of the published equations, solved in Python", () => {
  const merged = networkAnalyzer(
    [
      { rate: 3, variation: 0.5 },
      { rate: 2, variation: 2 },
      { rate: 0.5, variation: 1 },
      { rate: 0, variation: 1 },
    ],
    [
      [0, 0.2, 0.6, 0],
      [0, 0.1, 0.7, 0],
      [0.1, 0, 0, 0],
      [0.5, 0, 0, 0],
    ],
    [
      { mu: 6, variation: 0.1, servers: 1 },
      { mu: 4, variation: 3, servers: 2 },
      { mu: 5, variation: 0.8, servers: 2 },
      { mu: 4, variation: 1, servers: 1 }, // which nobody visits
    ],
  );
  const rates = [3.467548076923077, 2.9927884615384617, 4.675480769230769];
  const variations = [0.6441542970297803, 1.2592482776852636, 0.9990098548510118];
  const waits = [0.07815956122450335, 0.08663456537851351, 0.050328426768923455];
  for (let i = 0; i < 3; i++) {
    close(merged.rates[i], rates[i], 1e-12);
    close(merged.arrivalVariations[i], variations[i], 1e-12);
    close(merged.stations[i].waitingTime, waits[i], 1e-11);
  }
  close(merged.numberInSystem, 3.026828504074082, 1e-12);
  close(merged.sojournTime, 0.5503324552861968, 1e-12);
  assert.deepEqual(merged.stations[3], {
    utilization: 0,
    numberInSystem: 0,
    numberInQueue: 0,
    sojournTime: 0.25,
    waitingTime: 0,
  });
  assert.deepEqual([merged.rates[3], merged.arrivalVariations[3]], [0, 1]);
  const loop = networkAnalyzer(
    [
      { rate: 2, variation: 0.3 },
      { rate: 1, variation: 0.4 },
    ],
    [
      [0, 0.5],
      [0.3, 0],
    ],
    [
      { mu: 4, variation: 0.5, servers: 1 },
      { mu: 3, variation: 0.15, servers: 1 },
    ],
  );
  close(loop.arrivalVariations[0], 0.5518754160686152, 1e-12);
  close(loop.arrivalVariations[1], 0.6683393247228893, 1e-12);
  close(loop.stations[0].waitingTime, 0.25868649078060535, 1e-11);
  close(loop.stations[1].waitingTime, 0.4838905036655766, 1e-11);
});

test("arrivals a little less regular than Poisson are not corrected for: the wait is that of heavy traffic", () => {
  // λ = 0.5, μ = 1: half of M/M/1's wait of 1 for each of c²ₐ = 1.5 and c²ₛ = 0.5
  const { stations } = networkAnalyzer([{ rate: 0.5, variation: 1.5 }], [[0]], [{ mu: 1, variation: 0.5, servers: 1 }]);
  close(stations[0].waitingTime, (1.5 + 0.5) / 2, 1e-14);
});
