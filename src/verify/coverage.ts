import { type Bench, otherSeed } from "./bench.ts";
import type { Comparison, Coverage, Evidence } from "./evidence.ts";
import { limits } from "./models/limits.ts";
import { poissonQueues } from "./models/poisson-queues.ts";
import { simulate } from "./simulate.ts";
import { nameOf, type Simulated } from "./simulated.ts";
import { covers } from "./summary.ts";

/** Cases that are run again and again, with fewer messages and other random numbers each time. */
export const REPEATED: Simulated[] = [
  { ...named("MM1-r80"), messages: 80_000, metrics: ["W", "W_p90", "L", "U"] },
  { ...named("MMC-c10-a9"), messages: 150_000, metrics: ["W", "W_p90", "L", "U"] },
  { ...named("MM1K5-l0.8"), messages: 30_000, metrics: ["W", "P_block", "X"] },
];

function named(id: string): Simulated {
  return [...poissonQueues, ...limits].find((one) => one.id === id)!;
}

/** Messages of one run. */
export const coverageMessages = ({ messages = 0 }: Simulated): number => messages;

/**
 * Some of the runs of a case: how many of their intervals hold the exact value. All are asked for at once, else each
 * would wait anew behind the long runs of other pieces.
 */
export async function coverRuns(
  of: Simulated,
  { from, to }: { from: number; to: number },
  bench: Bench,
): Promise<Partial<Evidence>> {
  const found = Array.from({ length: to - from }, async (_, i) => {
    const seed = otherSeed(bench.seed, from + i + 1); // the first time is that of the case by itself
    const { comparisons = [] } = await simulate(of, { ...bench, length: 1, seed });
    return comparisons.map((one) => coverageOf(nameOf(of), one));
  });
  return { coverages: counted((await Promise.all(found)).flat()) };
}

function coverageOf(model: string, one: Comparison): Coverage {
  return { model, metric: one.metric, covered: covers(one) ? 1 : 0, runs: 1 };
}

/** All runs of a metric of a model counted together. */
export function counted(coverages: readonly Coverage[]): Coverage[] {
  const all = new Map<string, Coverage>();
  for (const { model, metric, covered, runs } of coverages) {
    const key = `${model} ${metric}`;
    const so = all.get(key) ?? { model, metric, covered: 0, runs: 0 };
    all.set(key, { ...so, covered: so.covered + covered, runs: so.runs + runs });
  }
  return [...all.values()];
}
