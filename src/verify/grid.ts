import { runStudy } from "../experiment/run-study.ts";
import { atPlace, statisticName } from "../report/words.ts";
import type { Row } from "../result.ts";
import type { Model } from "../spec.ts";
import { type Bench, namedApart, seedOf } from "./bench.ts";
import type { Comparison, Evidence } from "./evidence.ts";
import { KINDS } from "./models/kinds.ts";
import { slope } from "./power.ts";
import { studyOf } from "./study.ts";

/** A model at one load, to be held against the formulas that `run` shows beside it. */
export interface GridPoint {
  name: string;
  load: number;
  modelAt: (load: number) => Model;
}

const LOADS = [0.3, 0.5, 0.7, 0.9];
/** Messages of an idle system; one near saturation needs more of them to settle. */
const MESSAGES = 20_000;
const RUNS = 4;

/** Every kind of queue at every load. */
export const GRID: GridPoint[] = Object.entries(KINDS).flatMap(([kind, modelAt]) =>
  LOADS.map((load): GridPoint => ({ name: `${kind} at load ${load}`, load, modelAt })),
);

/** Messages of a point, for a length of 1. */
export const gridMessages = ({ load }: GridPoint): number => MESSAGES / (1 - load);

/** Runs a point as an experiment is run, and takes from its result what stands beside exact theory. */
export async function simulateGrid(point: GridPoint, bench: Bench): Promise<Partial<Evidence>> {
  const { name, load, modelAt } = point;
  const messages = bench.length * gridMessages(point);
  const run = { until: { messages: messages / RUNS }, seed: seedOf(name, bench.seed) };
  const made = { version: "", engine: "queuelab" as const, specHash: "" };
  const pool = namedApart(bench.pool, name);
  const { rows } = await runStudy(studyOf(name, modelAt(load), run), { pool, clock: () => 0, ...made });
  return { comparisons: rows.filter(isItsOwn).flatMap((row) => comparisonOf(point, row)) };
}

/** Latency of the system and of the pool is the sojourn time of the only queue: once is enough. */
function isItsOwn({ where, metric }: Row): boolean {
  return where !== "system" && metric !== "latency";
}

function comparisonOf({ name, load, modelAt }: GridPoint, row: Row): Comparison[] {
  const { where, class: cls, metric, statistic, value, low, high, theory } = row;
  if (theory?.z === undefined || value === null || low === null || high === null) return [];
  const of = [atPlace(statisticName(metric, statistic), where), ...(cls === "*" ? [] : [cls])].join(", ");
  const mean = statistic === "mean";
  const steep = mean ? slope(modelAt, load, row) : null;
  const comparison: Comparison = {
    from: "grid",
    model: name,
    metric: of,
    exact: theory.value,
    value,
    low,
    high,
    z: theory.z,
    mean,
  };
  return [steep === null ? comparison : { ...comparison, slope: steep }];
}
