import { setTimeout as delay } from "node:timers/promises";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { ObserverPool, Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";
import type { Made } from "../result.ts";
import { Refusal } from "./exit.ts";
import type { FromWorker, ToWorker, WorkerData } from "./worker.ts";

interface Waiting {
  task: Task;
  resolve: (observation: Observation) => void;
  reject: (failure: unknown) => void;
}

/** How long threads may take to come to rest, before they are ended in the midst of what they do [ms]. */
const PATIENCE = 5000;

/** Runs replications on several threads. A run that is continued goes back to the thread that holds it. */
export class WorkerPool implements ObserverPool {
  readonly width: number;
  private readonly lanes: Lane[];
  private readonly laneOf = new Map<string, Lane>();
  private readonly timesDone = new Map<string, number>();
  private readonly stop = new Int32Array(new SharedArrayBuffer(4));

  /** @param memory what each thread may take; without it, what Node gives to one */
  constructor(threads: number, engine: Made["engine"] = "queuelab", memory: ResourceLimits = {}) {
    this.width = threads;
    const progress = new SharedArrayBuffer(4 * threads);
    this.lanes = Array.from(
      { length: threads },
      (_, number) => new Lane({ progress, stop: this.stop, number, engine }, memory),
    );
  }

  async observe(task: Task): Promise<Observation> {
    const { key } = task;
    const lane = this.laneOf.get(key) ?? this.shortest();
    this.laneOf.set(key, lane);
    const observation = await lane.observe(task);
    this.timesDone.set(key, (this.timesDone.get(key) ?? 0) + 1);
    return observation;
  }

  forget(keys: string[]): void {
    for (const key of keys) {
      this.laneOf.get(key)?.forget(key);
      this.laneOf.delete(key);
      this.timesDone.delete(key);
    }
  }

  /** For each run in hand, how often it has been run to its end, and the share done of the time it is run now. */
  get turns(): number[] {
    return [...this.laneOf].map(([key, lane]) => (this.timesDone.get(key) ?? 0) + lane.shareDone(key));
  }

  /** Ends the threads, once each has come to rest, and abandons what they were asked. */
  async close(): Promise<void> {
    Atomics.store(this.stop, 0, 1);
    await Promise.race([Promise.all(this.lanes.map((lane) => lane.rest())), delay(PATIENCE, null, { ref: false })]);
    await Promise.all(this.lanes.map((lane) => lane.end()));
  }

  private shortest(): Lane {
    return this.lanes.reduce((best, lane) => (lane.load < best.load ? lane : best));
  }
}

/** One thread and the tasks that wait for it. */
class Lane {
  private readonly worker: Worker;
  private readonly number: number;
  private readonly shares: Int32Array;
  private readonly waiting: Waiting[] = [];
  private current: Waiting | null = null;
  private failure: unknown = null;
  private rested: (() => void) | null = null;
  private used = false;

  constructor(data: WorkerData, memory: ResourceLimits) {
    this.number = data.number;
    this.shares = new Int32Array(data.progress);
    this.worker = startWorker(data, memory);
    this.worker.on("message", (message: FromWorker) => this.answered(message));
    this.worker.on("messageerror", (failure) => this.died(failure));
    this.worker.on("error", (failure) => this.died(outOfMemory(failure) ?? failure));
    this.worker.unref();
  }

  get load(): number {
    return this.waiting.length + (this.current === null ? 0 : 1);
  }

  /** Share of the run with this key that is done; 0 unless it is being run. */
  shareDone(key: string): number {
    return this.current?.task.key === key ? Atomics.load(this.shares, this.number) / 1000 : 0;
  }

  observe(task: Task): Promise<Observation> {
    return new Promise((resolve, reject) => {
      this.used = true;
      this.waiting.push({ task, resolve, reject });
      if (this.failure === null) this.next();
      else this.died(this.failure);
    });
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

  private next(): void {
    if (this.current !== null) return;
    this.current = this.waiting.shift() ?? null;
    if (this.current === null) return;
    Atomics.store(this.shares, this.number, 0);
    this.worker.ref();
    this.worker.postMessage({ observe: this.current.task } satisfies ToWorker);
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

  private died(failure: unknown): void {
    this.failure = failure;
    const abandoned = [this.current, ...this.waiting.splice(0)];
    this.current = null;
    for (const one of abandoned) one?.reject(failure);
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
