import type { ObserverPool } from "../experiment/observer.ts";
import { refusal } from "../reference/refusal.ts";
import { type Bench, otherSeed } from "./bench.ts";
import { coverRun, REPEATED } from "./coverage.ts";
import type { Effort } from "./effort.ts";
import { runOnBoth } from "./engines.ts";
import { inexpressible, longCases, simulatedCases } from "./every-case.ts";
import type { Evidence, Skipped } from "./evidence.ts";
import { formulasOf } from "./formulas.ts";
import { GRID, simulateGrid } from "./grid.ts";
import { casesOverTime } from "./models/over-time.ts";
import { simulateOverTime } from "./over-time.ts";
import { repeat } from "./repeats.ts";
import { simulate } from "./simulate.ts";
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
  run(engines: Engines, seed: number): Promise<Partial<Evidence>>;
}

/** How often a case over time is run at most: its replications are kept in memory until they are judged, a part at a time. */
const MOST_OVER_TIME = 10;
/** Models that are run twice, with one of the things each that could depend on who runs them. */
const TWICE = ["MM1-r80", "DROP-K6 (the oldest is dropped)", "PR3-MIX", "BOLCH-7.4", "MMPP2-B", "CLOSED-BIG"];

/** The pieces of a verification, in the order in which they are done. */
export function piecesOf({ length, engineLength, coverageRuns, longOnes }: Effort): Piece[] {
  const cases = [...simulatedCases, ...(longOnes ? longCases : [])];
  const bench = (pool: ObserverPool, seed: number, times = length): Bench => ({ pool, seed, length: times });
  return [
    ...cases.map((one): Piece => ({ name: nameOf(one), run: async () => ({ formulas: formulasOf(one) }) })),
    ...simulatedCases
      .filter((one) => TWICE.includes(nameOf(one)))
      .map((one): Piece => ({ name: nameOf(one), run: ({ pool }, seed) => repeat(one, bench(pool, seed)) })),
    ...simulatedCases
      .filter((one) => whyNotOnBoth(one) === null)
      .map(
        (one): Piece => ({
          name: nameOf(one),
          run: ({ pool, reference }, seed) => runOnBoth(one, bench(pool, seed, engineLength), reference),
        }),
      ),
    ...cases.map((one): Piece => ({ name: nameOf(one), run: ({ pool }, seed) => simulate(one, bench(pool, seed)) })),
    ...casesOverTime.flatMap((one) =>
      Array.from({ length: Math.ceil(Math.min(length, MOST_OVER_TIME)) }, (_, again): Piece => {
        const once = Math.min(length, 1);
        const run: Piece["run"] = ({ pool }, seed) => simulateOverTime(one, bench(pool, otherSeed(seed, again), once));
        return { name: nameOf(one), run };
      }),
    ),
    ...GRID.map((one): Piece => ({ name: one.name, run: ({ pool }, seed) => simulateGrid(one, bench(pool, seed)) })),
    ...REPEATED.flatMap((one) =>
      Array.from(
        { length: coverageRuns },
        (_, run): Piece => ({ name: nameOf(one), run: ({ pool }, seed) => coverRun(one, run, bench(pool, seed)) }),
      ),
    ),
  ];
}

/** Why a case cannot be run on both engines; null if it can. */
function whyNotOnBoth({ id, model }: Simulated): string | null {
  return id === "TANDEM-MD-D" ? TIES : refusal(model);
}

const TIES = "services end at one moment, and the engines need not agree on which is first.";

/** How models are called that the other engine cannot run. */
export const ON_SIMJS = " on simjs";

/** What no effort checks, or not this one, and why. */
export function leftOut({ longOnes }: Effort): Skipped[] {
  const refused = simulatedCases.flatMap((one): Skipped[] => {
    const why = whyNotOnBoth(one);
    return why === null ? [] : [{ what: nameOf(one) + ON_SIMJS, why }];
  });
  const long = longOnes ? [] : longCases.map((one) => ({ what: nameOf(one), why: "needs --thorough to settle" }));
  return [...long, ...Object.entries(inexpressible).map(([what, why]) => ({ what, why })), ...refused];
}
