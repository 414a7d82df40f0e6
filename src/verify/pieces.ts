import type { ObserverPool } from "../experiment/observer.ts";
import type { Bench } from "./bench.ts";
import { coverageMessages, coverRuns, REPEATED } from "./coverage.ts";
import type { Effort } from "./effort.ts";
import { engineMessages, runOnBoth } from "./engines.ts";
import { longCases, simulatedCases } from "./every-case.ts";
import type { Evidence } from "./evidence.ts";
import { formulasOf } from "./formulas.ts";
import { GRID, gridMessages, simulateGrid } from "./grid.ts";
import { whyNotOnBoth } from "./left-out.ts";
import { casesOverTime } from "./models/over-time.ts";
import { overTimeMessages, simulateOverTime } from "./over-time.ts";
import { repeat, repeatMessages } from "./repeats.ts";
import { caseMessages, simulate } from "./simulate.ts";
import { nameOf, type Simulated } from "./simulated.ts";

/** Who simulates: our engine and the referee. */
export interface Engines {
  pool: ObserverPool;
  reference: ObserverPool;
}

/** One piece of a verification; pieces do not depend on one another. */
export interface Piece {
  /** Of the model that it is about. */
  name: string;
  /** What it costs, about: messages simulated, times the queues that each passes. */
  work: number;
  run(engines: Engines, seed: number): Promise<Partial<Evidence>>;
}

/** Models that are run twice, with one of the things each that could depend on who runs them. */
const TWICE = ["MM1-r80", "DROP-K6 (the oldest is dropped)", "PR3-MIX", "BOLCH-7.4", "MMPP2-B", "CLOSED-BIG"];

/** Coverage of a model is counted in pieces of so many runs: what they saw is all in memory at once. */
const RUNS = 20;

/** The pieces of a verification, in the order in which they are told. */
export function piecesOf(effort: Effort): Piece[] {
  const { length, overTime } = effort;
  const cases = [...simulatedCases, ...(effort.longOnes ? longCases : [])];
  return [
    ...cases.map((one): Piece => ({ name: nameOf(one), work: 0, run: async () => ({ formulas: formulasOf(one) }) })),
    ...simulatedCases.filter((one) => TWICE.includes(nameOf(one))).map(repeatPiece),
    ...simulatedCases.filter((one) => whyNotOnBoth(one) === null).map((one) => enginesPiece(one, effort.engineLength)),
    ...cases.map((one) => piece(nameOf(one), length * caseMessages(one), (on) => simulate(one, { ...on, length }))),
    ...casesOverTime.map((one) =>
      piece(nameOf(one), overTime * overTimeMessages(one), (on) => simulateOverTime(one, { ...on, length: overTime })),
    ),
    ...GRID.map((one) => piece(one.name, length * gridMessages(one), (on) => simulateGrid(one, { ...on, length }))),
    ...REPEATED.flatMap((one) => coveragePieces(one, effort.coverageRuns)),
  ];
}

/** A piece that needs no engine but ours. */
function piece(name: string, work: number, run: (on: Omit<Bench, "length">) => Promise<Partial<Evidence>>): Piece {
  return { name, work, run: ({ pool }, seed) => run({ pool, seed }) };
}

function repeatPiece(of: Simulated): Piece {
  return piece(nameOf(of), repeatMessages, (on) => repeat(of, { ...on, length: 1 }));
}

function enginesPiece(of: Simulated, length: number): Piece {
  return {
    name: nameOf(of),
    work: length * engineMessages,
    run: ({ pool, reference }, seed) => runOnBoth(of, { pool, seed, length }, reference),
  };
}

function coveragePieces(of: Simulated, runs: number): Piece[] {
  return Array.from({ length: Math.ceil(runs / RUNS) }, (_, part) => {
    const some = { from: part * RUNS, to: Math.min((part + 1) * RUNS, runs) };
    const work = (some.to - some.from) * coverageMessages(of);
    return piece(nameOf(of), work, (on) => coverRuns(of, some, { ...on, length: 1 }));
  });
}
