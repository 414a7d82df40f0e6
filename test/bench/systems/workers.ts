import { Worker } from "node:worker_threads";
import type { Workload } from "../workloads.ts";
import { jobOf } from "./queuelab.ts";

/** Messages a second by the clock on the wall, from so many threads that each run a replication of their own. */
export async function measureWorkers(threads: number, workload: Workload, messages: number): Promise<number> {
  const job = jobOf(workload);
  const until = messages / workload.rate;
  const workers = Array.from({ length: threads }, (_, replication) => {
    const workerData = { job: { ...job, replication }, until };
    return new Worker(new URL("./worker.js", import.meta.url), { workerData });
  });
  await Promise.all(workers.map(answer)); // ready
  const began = performance.now();
  await Promise.all(
    workers.map((worker) => {
      worker.postMessage("go");
      return answer(worker);
    }),
  );
  return (threads * messages) / ((performance.now() - began) / 1000);
}

function answer(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
  });
}
