import { parentPort, workerData } from "node:worker_threads";
import { LocalObserver, type Running, type Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";
import type { Job } from "../model/replication.ts";
import type { Made } from "../result.ts";
import { finishCompiling } from "./finish-compiling.ts";

/** What a worker is started with. */
export interface WorkerData {
  /** How far each worker's running task is, in thousandths. */
  progress: SharedArrayBuffer;
  /** 1 = stop at the next batch. */
  stop: Int32Array;
  /** Which of them this worker is. */
  number: number;
  engine: Made["engine"];
}

/** What the pool sends to a worker. */
export type ToWorker = { observe: Task } | { forget: string[] } | { rest: true };
/** What a worker answers, one answer for each task, in their order; and that it has come to rest. */
export type FromWorker = { observation: Observation } | { failure: unknown } | { rested: true };

const { progress, stop, number, engine } = workerData as WorkerData;
const shares = new Int32Array(progress);
const observer = new LocalObserver(await starterOf(engine));

parentPort!.on("message", (message: ToWorker) => {
  if ("forget" in message) observer.forget(message.forget);
  else parentPort!.postMessage("rest" in message ? rest() : answer(message.observe));
});

function rest(): FromWorker {
  finishCompiling();
  return { rested: true };
}

/** How replications begin on an engine; undefined on ours. The other is loaded only when it is asked for. */
async function starterOf(engine: Made["engine"]): Promise<((job: Job) => Running) | undefined> {
  if (engine === "queuelab") return undefined;
  const [{ loadSimJs }, { ReferenceReplication }] = await Promise.all([
    import("../reference/simjs.ts"),
    import("../reference/reference-replication.ts"),
  ]);
  const simjs = await loadSimJs();
  return (job) => new ReferenceReplication(simjs, job);
}

function answer(task: Task): FromWorker {
  try {
    const observation = observer.observeNow(task, (share) => {
      Atomics.store(shares, number, Math.round(1000 * share));
      return Atomics.load(stop, 0) === 1;
    });
    return { observation };
  } catch (failure) {
    return { failure };
  }
}
