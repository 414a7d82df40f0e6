import { type ResourceLimits, Worker } from "node:worker_threads";
import type { Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";
import { Refusal } from "./exit.ts";
import type { FromWorker, ToWorker, WorkerData } from "./worker.ts";

/** A task that nobody has begun. */
export interface Waiting {
  task: Task;
  resolve: (observation: Observation) => void;
  reject: (failure: unknown) => void;
}

/** One thread and the runs it holds that wait to be continued. */
export class Lane {
  readonly waiting: Waiting[] = [];
  private readonly worker: Worker;
  private readonly number: number;
  private readonly shares: Int32Array;
  private current: Waiting | null = null;
  private failure: unknown = null;
  private rested: (() => void) | null = null;
  private used = false;
  private readonly more: (lane: Lane) => Waiting | undefined;

  /** @param more hands out a run that nobody has begun, if there is one */
  constructor(data: WorkerData, memory: ResourceLimits, more: (lane: Lane) => Waiting | undefined) {
    this.more = more;
    this.number = data.number;
    this.shares = new Int32Array(data.progress);
    this.worker = startWorker(data, memory);
    this.worker.on("message", (message: FromWorker) => this.answered(message));
    this.worker.on("messageerror", (failure) => this.died(failure));
    this.worker.on("error", (failure) => this.died(outOfMemory(failure) ?? failure));
    this.worker.unref();
  }

  /** Share of the run with this key that is done; 0 unless it is being run. */
  shareDone(key: string): number {
    return this.current?.task.key === key ? Atomics.load(this.shares, this.number) / 1000 : 0;
  }

  /** Begins the next task, unless it is busy. */
  next(): void {
    if (this.current !== null || this.rested !== null) return;
    this.current = this.waiting.shift() ?? this.more(this) ?? null;
    if (this.failure !== null) this.died(this.failure);
    if (this.current === null) return;
    this.used = true;
    Atomics.store(this.shares, this.number, 0);
    this.worker.ref();
    this.worker.postMessage({ observe: this.current.task } satisfies ToWorker);
  }

  forget(key: string): void {
    this.worker.postMessage({ forget: [key] } satisfies ToWorker);
  }

  /** Begins nothing more; the promise is kept when the thread does nothing any more, or has died. */
  rest(): Promise<void> {
    this.waiting.length = 0;
    if (this.failure !== null || !this.used) return Promise.resolve();
    if (this.current !== null) this.current = { ...this.current, resolve: () => {}, reject: () => {} }; // cut short
    this.worker.ref();
    this.worker.postMessage({ rest: true } satisfies ToWorker);
    return new Promise((resolve) => {
      this.rested = resolve;
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private answered(message: FromWorker): void {
    if ("rested" in message) {
      this.rested?.();
      return;
    }
    const { current } = this;
    this.current = null;
    if (this.rested === null) this.worker.unref(); // otherwise one more answer is to come
    if ("failure" in message) current?.reject(outOfMemory(message.failure) ?? message.failure);
    else current?.resolve(message.observation);
    this.next();
  }

  /** Refuses what it was asked, and all that nobody has begun: of a study, a part is no answer. */
  private died(failure: unknown): void {
    this.failure = failure;
    const next = () => this.waiting.shift() ?? this.more(this);
    for (let one = this.current ?? next(); one !== undefined; one = next()) one.reject(failure);
    this.current = null;
    this.rested?.();
  }
}

/** From TypeScript sources, as tests run it, a worker must first learn to read TypeScript. */
function startWorker(workerData: WorkerData, resourceLimits: ResourceLimits): Worker {
  const settings = { workerData, resourceLimits };
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./worker.js", import.meta.url), settings);
  const source = JSON.stringify(new URL("./worker.ts", import.meta.url));
  const boot = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(boot, { eval: true, ...settings });
}

/** What to say when the memory of a thread or of the machine has ended: no bug, but a model that grows too large. */
function outOfMemory(failure: unknown): Refusal | null {
  const { code, message } = failure as { code?: unknown; message?: unknown };
  const ended =
    code === "ERR_WORKER_OUT_OF_MEMORY" || /allocation failed|Invalid typed array length/.test(String(message));
  return ended ? new Refusal(MEMORY_ENDED) : null;
}

const MEMORY_ENDED =
  "There is not enough memory for this run. A queue may grow without limit: give it a capacity, or make the run shorter.";
