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
import { nameOf } from "./simulated.ts";

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

/** Coverage of a model is counted in so many pieces. */
const PARTS = 10;

/** The pieces of a verification, in the order in which they are told. */
export function piecesOf({ length, engineLength, coverageRuns, overTime, longOnes }: Effort): Piece[] {
  const cases = [...simulatedCases, ...(longOnes ? longCases : [])];
  const on = (pool: ObserverPool, seed: number, times = length): Bench => ({ pool, seed, length: times });
  const runs = Math.ceil(coverageRuns / PARTS);
  return [
    ...cases.map((one): Piece => ({ name: nameOf(one), work: 0, run: async () => ({ formulas: formulasOf(one) }) })),
    ...simulatedCases
      .filter((one) => TWICE.includes(nameOf(one)))
      .map((one): Piece => {
        return { name: nameOf(one), work: repeatMessages, run: ({ pool }, seed) => repeat(one, on(pool, seed)) };
      }),
    ...simulatedCases
      .filter((one) => whyNotOnBoth(one) === null)
      .map((one): Piece => {
        const run: Piece["run"] = ({ pool, reference }, seed) =>
          runOnBoth(one, on(pool, seed, engineLength), reference);
        return { name: nameOf(one), work: engineLength * engineMessages, run };
      }),
    ...cases.map((one): Piece => {
      return {
        name: nameOf(one),
        work: length * caseMessages(one),
        run: ({ pool }, seed) => simulate(one, on(pool, seed)),
      };
    }),
    ...casesOverTime.map((one): Piece => {
      const run: Piece["run"] = ({ pool }, seed) => simulateOverTime(one, on(pool, seed, overTime));
      return { name: nameOf(one), work: overTime * overTimeMessages(one), run };
    }),
    ...GRID.map((one): Piece => {
      return {
        name: one.name,
        work: length * gridMessages(one),
        run: ({ pool }, seed) => simulateGrid(one, on(pool, seed)),
      };
    }),
    ...REPEATED.flatMap((one) =>
      Array.from({ length: Math.ceil(coverageRuns / runs) }, (_, part): Piece => {
        const some = { from: part * runs, to: Math.min((part + 1) * runs, coverageRuns) };
        const run: Piece["run"] = ({ pool }, seed) => coverRuns(one, some, on(pool, seed));
        return { name: nameOf(one), work: (some.to - some.from) * coverageMessages(one), run };
      }),
    ),
  ];
}
