import { parentPort, workerData } from "node:worker_threads";
import type { Job } from "../../../src/model/replication.ts";
import { Replication } from "../../../src/model/replication.ts";

/* One thread of measureWorkers: gets ready, and runs its replication when told to. */

const { job, until } = workerData as { job: Job; until: number };
const run = new Replication(job);
run.advance(until / 4); // the compiler's warm-up
parentPort!.on("message", () => {
  run.advance(1.25 * until);
  parentPort!.postMessage("done");
  parentPort!.close();
});
parentPort!.postMessage("ready");
