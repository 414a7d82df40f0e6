import assert from "node:assert/strict";
import { test } from "vitest";
import type { Arrivals } from "../../src/random/arrivals.ts";
import { checkArrivals } from "../../src/random/check-arrivals.ts";

const SWITCH = [
  [-1, 1],
  [3, -3],
];

test("sound arrivals have no faults", () => {
  const sound: Arrivals[] = [
    { process: "poisson", rate: 80 },
    { process: "periodic", interval: 0.01, jitter: 0.01 },
    { process: "renewal", interval: { dist: "gamma", shape: 2, scale: 1 } },
    { process: "mmpp", states: ["quiet", "storm"], rates: [0, 20], generator: SWITCH },
    {
      process: "map",
      d0: [
        [-2, 1],
        [0, -3],
      ],
      d1: [
        [0, 1],
        [3, 0],
      ],
    },
    { process: "times", at: [0, 1, 1, 4], period: 4 },
    { process: "times", at: [2], period: null },
    { process: "closed", population: 3, think: { dist: "exponential", mean: 1 } },
  ];
  for (const arrivals of sound) assert.deepEqual(checkArrivals(arrivals), [], arrivals.process);
});

/** Each fault stands beside the sentence that names it. */
const FAULTS: [Arrivals, RegExp][] = [
  [{ process: "poisson", rate: 0 }, /rate must be above 0, not 0\/s/],
  [{ process: "periodic", interval: 1, jitter: 2 }, /jitter must lie between 0 and the interval 1 s.*not at 2 s/],
  [{ process: "periodic", interval: -1, jitter: 0 }, /interval must be above 0, not -1 s/],
  [{ process: "renewal", interval: { dist: "exponential", mean: 0 } }, /mean .* not 0/],
  [{ process: "renewal", interval: { dist: "constant", value: 0 } }, /Every interval is 0 s/],
  [{ process: "mmpp", states: ["a", "b"], rates: [1], generator: SWITCH }, /2 states need 2 rates/],
  [{ process: "mmpp", states: ["a", "b"], rates: [1, -2], generator: SWITCH }, /state b must be ≥ 0, not -2\/s/],
  [{ process: "mmpp", states: ["a", "b"], rates: [0, 0], generator: SWITCH }, /nothing would ever arrive/],
  [
    {
      process: "mmpp",
      states: ["a", "b"],
      rates: [1, 2],
      generator: [
        [-1, 2],
        [3, -3],
      ],
    },
    /for state a must sum to 0, not to 1/,
  ],
  [
    {
      process: "mmpp",
      states: ["a", "b"],
      rates: [1, 2],
      generator: [
        [1, -1],
        [3, -3],
      ],
    },
    /for state a has a negative rate/,
  ],
  [
    {
      process: "mmpp",
      states: ["a", "b"],
      rates: [1, 2],
      generator: [
        [-1, 1],
        [0, 0],
      ],
    },
    /Not every state can be reached from every other \(a, b\)/,
  ],
  [{ process: "map", d0: [[-1]], d1: [[2]] }, /d0 \+ d1 for state 1 must sum to 0, not to 1/],
  [{ process: "map", d0: [[-1, 1]], d1: [[1]] }, /squares of the same size/],
  [{ process: "map", d0: [[0]], d1: [[0]] }, /nothing would ever arrive/],
  [{ process: "map", d0: [[1]], d1: [[-1]] }, /rates in d1 must be ≥ 0/],
  [
    {
      process: "map",
      d0: [
        [-1, -1],
        [0, -1],
      ],
      d1: [
        [1, 1],
        [1, 0],
      ],
    },
    /rates in d0 outside the diagonal/,
  ],
  [{ process: "times", at: [], period: null }, /at least one recorded time/],
  [{ process: "times", at: [0, -1], period: null }, /number 2 is -1 s/],
  [{ process: "times", at: [2, 1], period: null }, /1 s follows 2 s/],
  [{ process: "times", at: [1, 9], period: 5 }, /from 1 s to 9 s cannot start over after 5 s; after 8 s/],
  [{ process: "closed", population: 1.5, think: { dist: "exponential", mean: 1 } }, /whole number ≥ 1, not 1\.5/],
  [{ process: "closed", population: 1, think: { dist: "exponential", mean: -1 } }, /mean .* not -1/],
];

test("each fault is named with its value", () => {
  for (const [arrivals, sentence] of FAULTS) {
    const faults = checkArrivals(arrivals);
    assert.ok(
      faults.some((fault) => sentence.test(fault)),
      `${JSON.stringify(arrivals)}: ${faults.join(" ")}`,
    );
  }
});
