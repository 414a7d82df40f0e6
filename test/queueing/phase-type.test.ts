import assert from "node:assert/strict";
import { test } from "vitest";
import {
  arrivalRate,
  modulatedArrivals,
  poissonArrivals,
  renewalArrivals,
} from "../../src/queueing/markovian-arrivals.ts";
import {
  absorption,
  erlangPhases,
  exponentialPhases,
  hyperexponentialPhases,
  momentsOf,
} from "../../src/queueing/phase-type.ts";
import { erlangLaw, hyperexponentialLaw } from "../../src/queueing/time-law.ts";
import { close } from "./cases.ts";

test("Erlang and hyperexponential phases have the moments of their laws", () => {
  for (const [phases, law] of [
    [erlangPhases(4, 2), erlangLaw(4, 2)],
    [hyperexponentialPhases([0.3, 0.7], [3, 0.5]), hyperexponentialLaw([0.3, 0.7], [3, 0.5])],
  ] as const) {
    for (const moment of ["mean", "second", "third"] as const) close(momentsOf(phases)[moment], law[moment], 1e-14);
  }
});

test("the second of two phases may follow the first", () => {
  // Coxian: 1/2 with certainty, then half of the time 2 more: E = 0.5 + 0.5·2
  close(
    momentsOf({
      initial: [1, 0],
      generator: [
        [-2, 1],
        [0, -0.5],
      ],
    }).mean,
    1.5,
    1e-14,
  );
  assert.deepEqual(
    [
      ...absorption({
        initial: [1, 0],
        generator: [
          [-2, 1],
          [0, -0.5],
        ],
      }),
    ],
    [1, 0.5],
  );
});

test("arrival processes know their rate", () => {
  close(arrivalRate(poissonArrivals(3)), 3, 1e-15);
  close(
    arrivalRate(
      modulatedArrivals(
        [3, 0.5],
        [
          [-0.02, 0.02],
          [0.01, -0.01],
        ],
      ),
    ),
    4 / 3,
    1e-14,
  );
  close(arrivalRate(renewalArrivals(erlangPhases(4, 1.25))), 0.8, 1e-14);
  close(arrivalRate(renewalArrivals(hyperexponentialPhases([0.3, 0.7], [3, 0.5]))), 1 / 1.25, 1e-14);
});

test("phases need whole stages and positive means", () => {
  assert.throws(() => erlangPhases(0, 1), { message: "The number of stages must be a whole number ≥ 1, not 0." });
  assert.throws(() => exponentialPhases(-1), { message: "The mean time must be a number above 0, not -1." });
});

test("of three states, each is left at the sum of its rates, whatever the diagonal says", () => {
  const generator = [
    [9, 1, 2],
    [3, 9, 0],
    [0, 4, 9],
  ];
  const { d0, d1 } = modulatedArrivals([5, 7, 11], generator);
  assert.deepEqual(d0, [
    [-8, 1, 2],
    [3, -10, 0],
    [0, 4, -15],
  ]);
  assert.deepEqual(d1, [
    [5, 0, 0],
    [0, 7, 0],
    [0, 0, 11],
  ]);
  // balance: 3π₀ = 3π₁, 4π₂ = 2π₀, so π is in proportion to 2, 2, 1
  close(arrivalRate({ d0, d1 }), (2 * 5 + 2 * 7 + 11) / 5, 1e-14);
});

test("rates that cannot be are refused before anything is solved with them", () => {
  const switching = [
    [0, 1],
    [1, 0],
  ];
  for (const bad of [-1, Number.NaN, Infinity]) {
    const message = { message: new RegExp(`must be a number ≥ 0, not ${bad}`) };
    assert.throws(() => modulatedArrivals([1, bad], switching), message);
    assert.throws(
      () =>
        modulatedArrivals(
          [1, 2],
          [
            [0, bad],
            [1, 0],
          ],
        ),
      message,
    );
    assert.throws(() => poissonArrivals(bad), { message: `The arrival rate λ must be a number above 0, not ${bad}.` });
    assert.throws(() => hyperexponentialPhases([0.5, 0.5], [1, bad]), /mean of a branch must be a number above 0/);
    assert.throws(() => hyperexponentialPhases([0.5, bad], [1, 1]), /must be a probability/);
  }
  assert.throws(() => hyperexponentialPhases([0.5, 0.2], [1, 1]), {
    message: "The probabilities of the branches must sum to 1, not 0.7.",
  });
});
