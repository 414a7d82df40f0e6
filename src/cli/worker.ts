import { parentPort, workerData } from "node:worker_threads";
import { LocalObserver, type Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";

/** What a worker is started with. */
export interface WorkerData {
  /** How far each worker's running task is, in thousandths. */
  progress: SharedArrayBuffer;
  /** Which of them this worker is. */
  number: number;
}

/** What the pool sends to a worker. */
export type ToWorker = { observe: Task } | { forget: string[] };
/** What a worker answers, one answer for each task, in their order. */
export type FromWorker = { observation: Observation } | { failure: unknown };

const { progress, number } = workerData as WorkerData;
const shares = new Int32Array(progress);
const observer = new LocalObserver();

parentPort!.on("message", (message: ToWorker) => {
  if ("forget" in message) observer.forget(message.forget);
  else parentPort!.postMessage(answer(message.observe));
});

function answer(task: Task): FromWorker {
  try {
    const observation = observer.observeNow(task, (share) => {
      Atomics.store(shares, number, Math.round(1000 * share));
      return false;
    });
    return { observation };
  } catch (failure) {
    return { failure };
  }
}
