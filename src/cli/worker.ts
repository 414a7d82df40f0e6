import { parentPort, workerData } from "node:worker_threads";
import { LocalObserver, type Task } from "../experiment/observer.ts";
import type { Observation } from "../model/observation.ts";

/** What the pool sends to a worker. */
export type ToWorker = { observe: Task; id: number } | { forget: string[] };
/** What a worker answers. */
export type FromWorker = { id: number; observation: Observation } | { id: number; failure: unknown };

/** How far each running task is, in thousandths, by worker. */
const progress = new Int32Array(workerData.progress as SharedArrayBuffer);
const mine = workerData.number as number;
const observer = new LocalObserver();

parentPort!.on("message", (message: ToWorker) => {
  if ("forget" in message) observer.forget(message.forget);
  else parentPort!.postMessage(answer(message));
});

function answer({ id, observe }: { observe: Task; id: number }): FromWorker {
  try {
    const observation = observer.observeNow(observe, (share) => {
      Atomics.store(progress, mine, Math.round(1000 * share));
      return false;
    });
    return { id, observation };
  } catch (failure) {
    return { id, failure };
  }
}
