import assert from "node:assert/strict";
import { test } from "vitest";
import { exploredChain } from "../../src/queueing/explored-chain.ts";
import { fillDiagonal } from "../../src/queueing/level-from-rates.ts";
import { fromRows } from "../../src/queueing/matrix.ts";
import {
  type Level,
  levelExcess,
  levelMoments,
  levelProbability,
  phaseProbabilities,
  solveLevels,
} from "../../src/queueing/qbd.ts";
import { configurations, serverPhases } from "../../src/queueing/server-phases.ts";
import { close } from "./cases.ts";

/** A server that works at rate 3 or 1, changing at rates 0.2 and 0.1; arrivals at 1.2. */
function level(n: number): Level {
  return fillDiagonal({
    up: fromRows([
      [1.2, 0],
      [0, 1.2],
    ]),
    local: fromRows([
      [0, 0.2],
      [0.1, 0],
    ]),
    down:
      n > 0
        ? fromRows([
            [3, 0],
            [0, 1],
          ])
        : fromRows([
            [0, 0],
            [0, 0],
          ]),
  });
}

test("levels solved by matrices agree with the same chain cut off and solved state by state", () => {
  const law = solveLevels([level(0)], level(1));
  const cut = exploredChain({ n: 0, fast: true }, ({ n, fast }) => [
    ...(n < 400 ? [{ to: { n: n + 1, fast }, rate: 1.2 }] : []),
    ...(n > 0 ? [{ to: { n: n - 1, fast }, rate: fast ? 3 : 1 }] : []),
    { to: { n, fast: !fast }, rate: fast ? 0.2 : 0.1 },
  ]);
  const share = (n: number) => cut.reduce((sum, { state, probability }) => sum + (state.n === n ? probability : 0), 0);
  for (const n of [0, 1, 2, 7, 40]) close(levelProbability(law, n), share(n), 1e-10);
  assert.equal(levelProbability(law, -1), 0);
  const mean = cut.reduce((sum, { state, probability }) => sum + state.n * probability, 0);
  const square = cut.reduce((sum, { state, probability }) => sum + state.n ** 2 * probability, 0);
  close(levelMoments(law).mean, mean, 1e-9);
  close(levelMoments(law).variance, square - mean ** 2, 1e-8);
});

test("levels that climb for ever are refused", () => {
  const climbing = fillDiagonal({ up: fromRows([[2]]), local: fromRows([[0]]), down: fromRows([[1]]) });
  assert.throws(
    () => solveLevels([fillDiagonal({ ...climbing, local: fromRows([[0]]), down: fromRows([[0]]) })], climbing),
    {
      message: "No steady state: the levels climb for ever.",
    },
  );
});

test("equal servers are counted, not told apart", () => {
  assert.deepEqual(configurations(2, 2), [
    [2, 0],
    [1, 1],
    [0, 2],
  ]);
  assert.equal(configurations(5, 3).length, 21);
  const { local, finish, renew, start } = serverPhases(
    {
      initial: [0.25, 0.75],
      generator: [
        [-2, 1],
        [0, -4],
      ],
    },
    2,
  );
  // [1, 1]: phase 1 changes at 1 or ends at 1, phase 2 ends at 4
  assert.deepEqual([...local.data.slice(3, 6)], [0, -6, 1]);
  assert.deepEqual([...finish.data.slice(2, 4)], [4, 1]);
  assert.deepEqual([...renew.data.slice(3, 6)], [1, 0.25 + 3, 0.75]);
  assert.deepEqual([...start.data.slice(4, 8)], [0, 0.25, 0.75, 0]);
});

test("a chain of too many states is refused", () => {
  assert.throws(
    () =>
      exploredChain(0, (n) => [
        { to: n + 1, rate: 1 },
        { to: Math.max(0, n - 1), rate: 2 },
      ]),
    {
      message: "More than 3000 states are too many to solve.",
    },
  );
});

test("levels written out one by one before they repeat change nothing, and what exceeds a level is what its chain says", () => {
  const written = solveLevels([0, 1, 2, 3].map(level), level(4));
  const law = solveLevels([level(0)], level(1));
  for (const n of [0, 1, 3, 4, 5, 30]) close(levelProbability(written, n), levelProbability(law, n), 1e-13);
  close(levelMoments(written).mean, levelMoments(law).mean, 1e-13);
  close(levelMoments(written).variance, levelMoments(law).variance, 1e-12);
  const [fast, slow] = phaseProbabilities(written);
  close(fast, 1 / 3, 1e-13); // of the two speeds alone: 0.1 and 0.2 to change
  close(slow, 2 / 3, 1e-13);
  for (const from of [0, 1, 2, 3, 4]) {
    let excess = 0;
    for (let n = from + 1; n < 2000; n++) excess += (n - from) * levelProbability(law, n);
    close(levelExcess(written, from), excess, 1e-11);
  }
});

test("what exceeds a level is a geometric sum in M/M/1, from whatever level on, and few or many boundary levels", () => {
  const step = (n: number) =>
    fillDiagonal({ up: fromRows([[0.8]]), local: fromRows([[0]]), down: fromRows([[n > 0 ? 1 : 0]]) });
  for (const boundary of [1, 2, 5]) {
    const law = solveLevels(
      Array.from({ length: boundary }, (_, n) => step(n)),
      step(boundary),
    );
    for (let from = 0; from <= boundary; from++) close(levelExcess(law, from), 0.8 ** (from + 1) / 0.2, 1e-13);
  }
});
