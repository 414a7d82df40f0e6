import { setTimeout as delay } from "node:timers/promises";
import type { ResourceLimits } from "node:worker_threads";
import type { ObserverPool, Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";
import type { Made } from "../result.ts";
import { Lane, type Waiting } from "./lane.ts";

/** How long threads may take to come to rest, before they are ended in the midst of what they do [ms]. */
const PATIENCE = 5000;

/** A run in hand. */
interface Run {
  /** The thread that holds it; null before it is begun. */
  lane: Lane | null;
  /** How often it was run to its end. */
  timesDone: number;
}

/**
 * Runs replications on several threads. New runs wait in one line for whichever thread is free first, since nobody knows
 * which will be long; a run that is continued goes back to the thread that holds it.
 */
export class WorkerPool implements ObserverPool {
  readonly width: number;
  private readonly lanes: Lane[];
  private readonly runs = new Map<string, Run>();
  private readonly line: Waiting[] = [];
  private readonly stop = new Int32Array(new SharedArrayBuffer(4));

  /** @param memory what each thread may take; without it, what Node gives to one */
  constructor(threads: number, engine: Made["engine"] = "queuelab", memory: ResourceLimits = {}) {
    this.width = threads;
    const progress = new SharedArrayBuffer(4 * threads);
    this.lanes = Array.from(
      { length: threads },
      (_, number) => new Lane({ progress, stop: this.stop, number, engine }, memory, (lane) => this.nextFor(lane)),
    );
  }

  async observe(task: Task): Promise<Observation> {
    const run = this.runs.get(task.key) ?? { lane: null, timesDone: 0 };
    this.runs.set(task.key, run);
    const observation = await new Promise<Observation>((resolve, reject) => {
      (run.lane?.waiting ?? this.line).push({ task, resolve, reject });
      for (const lane of this.lanes) lane.next();
    });
    run.timesDone++;
    return observation;
  }

  forget(keys: string[]): void {
    for (const key of keys) {
      this.runs.get(key)?.lane?.forget(key);
      this.runs.delete(key);
    }
  }

  /** For each run in hand, how often it has been run to its end, and the share done of the time it is run now. */
  get turns(): number[] {
    return [...this.runs].map(([key, { lane, timesDone }]) => timesDone + (lane?.shareDone(key) ?? 0));
  }

  /** Ends the threads, once each has come to rest, and abandons what they were asked. */
  async close(): Promise<void> {
    this.line.length = 0;
    Atomics.store(this.stop, 0, 1);
    await Promise.race([Promise.all(this.lanes.map((lane) => lane.rest())), delay(PATIENCE, null, { ref: false })]);
    await Promise.all(this.lanes.map((lane) => lane.end()));
  }

  private nextFor(lane: Lane): Waiting | undefined {
    const next = this.line.shift();
    const run = next && this.runs.get(next.task.key);
    if (run !== undefined) run.lane = lane;
    return next;
  }
}
