import { Worker } from "node:worker_threads";
import type { ObserverPool, Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";
import type { FromWorker, ToWorker } from "./worker.ts";

interface Waiting {
  task: Task;
  resolve: (observation: Observation) => void;
  reject: (failure: unknown) => void;
}

/** Runs replications on several threads. A run that is continued goes back to the thread that holds it. */
export class WorkerPool implements ObserverPool {
  readonly width: number;
  private readonly lanes: Lane[];
  private readonly laneOf = new Map<string, Lane>();

  constructor(threads: number) {
    this.width = threads;
    const progress = new SharedArrayBuffer(4 * threads);
    this.lanes = Array.from({ length: threads }, (_, number) => new Lane(number, progress));
  }

  observe(task: Task): Promise<Observation> {
    const lane = this.laneOf.get(task.key) ?? this.shortest();
    this.laneOf.set(task.key, lane);
    return lane.observe(task);
  }

  forget(keys: string[]): void {
    for (const key of keys) {
      this.laneOf.get(key)?.forget(key);
      this.laneOf.delete(key);
    }
  }

  /** Shares done of the tasks in hand, for a progress bar. */
  get progress(): number {
    return this.lanes.reduce((sum, lane) => sum + lane.progress, 0);
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }

  private shortest(): Lane {
    return this.lanes.reduce((best, lane) => (lane.load < best.load ? lane : best));
  }
}

/** One thread and the tasks that wait for it. */
class Lane {
  private readonly worker: Worker;
  private readonly number: number;
  private readonly progressOfAll: Int32Array;
  private readonly waiting: Waiting[] = [];
  private current: Waiting | null = null;
  private failure: unknown = null;

  constructor(number: number, progress: SharedArrayBuffer) {
    this.number = number;
    this.progressOfAll = new Int32Array(progress);
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { progress, number } });
    this.worker.on("message", (message: FromWorker) => this.answered(message));
    this.worker.on("error", (failure) => this.died(failure));
    this.worker.unref();
  }

  get load(): number {
    return this.waiting.length + (this.current === null ? 0 : 1);
  }

  get progress(): number {
    return this.current === null ? 0 : Atomics.load(this.progressOfAll, this.number) / 1000;
  }

  observe(task: Task): Promise<Observation> {
    return new Promise((resolve, reject) => {
      if (this.failure !== null) reject(this.failure);
      this.waiting.push({ task, resolve, reject });
      this.next();
    });
  }

  forget(key: string): void {
    this.worker.postMessage({ forget: [key] } satisfies ToWorker);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private next(): void {
    if (this.current !== null) return;
    this.current = this.waiting.shift() ?? null;
    if (this.current === null) return;
    Atomics.store(this.progressOfAll, this.number, 0);
    this.worker.ref();
    this.worker.postMessage({ observe: this.current.task, id: 0 } satisfies ToWorker);
  }

  private answered(message: FromWorker): void {
    const { current } = this;
    this.current = null;
    this.worker.unref();
    if ("failure" in message) current?.reject(message.failure);
    else current?.resolve(message.observation);
    this.next();
  }

  private died(failure: unknown): void {
    this.failure = failure;
    for (const one of [this.current, ...this.waiting]) one?.reject(failure);
  }
}
