import type { Model, Name, Pool } from "../spec.ts";
import { overloads } from "../traffic/load.ts";
import { pathOf } from "./names.ts";
import { natureOf } from "./nature.ts";
import type { Complaint } from "./problem.ts";
import type { Settling } from "./settling.ts";
import { counted, plainNumber, shown } from "./show.ts";

/**
 * Warns of queues to which work comes at least as fast as their consumers can do it. A queue with a limit loses instead
 * of growing, and a system that never settles is judged by its run.
 */
export function warnOfOverload(model: Model, settling: Settling): void {
  if (natureOf([model]).passing !== null) return;
  const found = overloads(model);
  if (found === null) settling.warn([], MULTIPLYING);
  for (const { queue, load, pools, work } of found ?? []) {
    const replicas = pools.length === 1 ? enough(pools[0], work) : null;
    settling.warn(pathOf(pools[0].name), unstable(queue, load, replicas));
  }
}

/** Replicas with which a pool would be loaded below 1. */
function enough({ concurrency }: Pool, work: number): number | null {
  return Number.isFinite(work) ? Math.floor(work / concurrency) + 1 : null;
}

function unstable(queue: Name, load: number, replicas: number | null): Complaint {
  const remedy =
    replicas === null ? "Add consumers, or lower the rate." : `${counted(replicas, "replica")} would be enough.`;
  const message = `The consumers of ${shown(queue)} are offered a load of ${plainNumber(load)}, and from 1 on the queue grows for ever. ${remedy}`;
  return { code: "queue-unstable", message };
}

const MULTIPLYING: Complaint = {
  code: "queue-unstable",
  message:
    "Messages multiply faster than they leave: of what consumers send on, more comes back than they took. A run is stopped when there are too many. Send fewer copies back.",
};
