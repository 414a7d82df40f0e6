import { availableParallelism } from "node:os";
import { runStudy } from "../experiment/run-study.ts";
import type { Result } from "../result.ts";
import type { Study } from "../spec.ts";
import { type Standing, showProgress } from "./progress.ts";
import type { RunSettings } from "./run-settings.ts";
import { specHash } from "./spec-hash.ts";
import { version } from "./version.ts";
import { WorkerPool } from "./worker-pool.ts";

/** Runs a study on several threads and shows how far it is. */
export async function runOnThreads(
  study: Study,
  settings: Pick<RunSettings, "workers" | "engine" | "quiet"> & { command: string[] },
  signal: AbortSignal,
): Promise<Result> {
  const jobs = study.points.length * study.run.replications;
  const pool = new WorkerPool(Math.min(jobs, settings.workers ?? availableParallelism()), settings.engine);
  const standing = new Estimate(study, pool);
  const progress = settings.quiet ? null : showProgress(study.name, () => standing.now(), process.stderr);
  signal.addEventListener("abort", () => progress?.stop(), { once: true });
  try {
    return await runStudy(study, {
      pool,
      signal,
      engine: settings.engine,
      version: version(),
      specHash: specHash(study),
      command: settings.command,
      clock: () => performance.now() / 1000,
      onProgress: (told) => standing.tell(told),
    });
  } finally {
    progress?.stop();
    const closed = pool.close();
    if (signal.aborted) await closed; // the process ends soon; otherwise the threads end while the report is drawn
  }
}

/** How much of what is left of a point each further turn is taken to do: turns grow, and their number is not known. */
const EACH_TURN = 0.5;

/** Estimates how far a run is, between the moments at which points are finished. It never goes back. */
class Estimate {
  private told: Standing;
  private best = 0; // points
  private readonly pool: WorkerPool;
  private readonly replications: number;
  private readonly turns: "one" | "several";

  constructor({ points, run }: Study, pool: WorkerPool) {
    this.told = { points: 0, of: points.length, doing: "" };
    this.pool = pool;
    this.replications = run.replications;
    this.turns = run.precision === null ? "one" : "several";
  }

  tell(standing: Standing): void {
    this.told = standing;
  }

  now(): Standing {
    const parts = this.pool.turns.map((turns) => (this.turns === "one" ? Math.min(1, turns) : 1 - EACH_TURN ** turns));
    const inHand = parts.reduce((sum, part) => sum + part, 0) / this.replications;
    this.best = Math.max(this.best, Math.min(this.told.of, this.told.points + inHand));
    return { ...this.told, points: this.best };
  }
}
