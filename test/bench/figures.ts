import type { Measurement } from "./measurement.ts";
import type { WorkloadName } from "./workloads.ts";

export type System = "queuelab" | "simjs" | "C event list";

/** What all rounds of one workload measured, round by round. */
export interface Rounds {
  workload: WorkloadName;
  title: string;
  measured: Partial<Record<System, Measurement[]>>;
}

/** One line of the answer. */
export interface Figure {
  workload: WorkloadName;
  system: System;
  /** Processor time a message: median, least and most over the rounds. */
  nanoseconds: { median: number; least: number; most: number };
  /** Largest resident memory of the process [MB]. */
  memory: number;
  /** How many times as long queuelab takes; medians of ratios within rounds. null for queuelab itself. */
  queuelabTakes: number | null;
}

export function figuresOf({ workload, measured }: Rounds): Figure[] {
  const ours = measured.queuelab ?? [];
  return Object.entries(measured).map(([system, rounds]) => {
    const times = rounds.map((one) => one.nanoseconds);
    return {
      workload,
      system: system as System,
      nanoseconds: { median: median(times), least: Math.min(...times), most: Math.max(...times) },
      memory: median(rounds.map((one) => one.memory)),
      queuelabTakes: system === "queuelab" ? null : median(times.map((time, round) => ours[round].nanoseconds / time)),
    };
  });
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** For people: a block for each workload. */
export function tableOf(all: Rounds[]): string {
  return all
    .map((rounds) => [`${rounds.workload}  ${rounds.title}`, ...figuresOf(rounds).map(lineOf)].join("\n"))
    .join("\n\n");
}

function lineOf({ system, nanoseconds, memory, queuelabTakes }: Figure): string {
  const { median: middle, least, most } = nanoseconds;
  const spread = `${least.toFixed(0)} – ${most.toFixed(0)}`;
  return [
    `  ${system.padEnd(14)}`,
    `${middle.toFixed(0)} ns`.padStart(8),
    spread.padStart(15),
    `${memory.toFixed(0)} MB`.padStart(8),
    queuelabTakes === null ? "" : `   ${comparison(queuelabTakes)}`,
  ].join("");
}

function comparison(queuelabTakes: number): string {
  if (queuelabTakes >= 1) return `queuelab takes ${queuelabTakes.toFixed(2)} times as long`;
  return `queuelab is ${(1 / queuelabTakes).toFixed(1)} times as fast`;
}
