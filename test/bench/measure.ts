import { setEngineFlags, spareMemory } from "../../src/cli/engine-flags.ts";
import { peakMemory } from "./measurement.ts";
import { measureQueuelab } from "./systems/queuelab.ts";
import { measureSimJs } from "./systems/simjs.ts";
import { measureWorkers } from "./systems/workers.ts";
import { type Workload, type WorkloadName, workload } from "./workloads.ts";

/* One measurement, in a process of its own: node measure.js <system> <workload> <messages> */

// As the command line does
setEngineFlags();
spareMemory();
const [system, name, messages] = process.argv.slice(2);
console.log(JSON.stringify(await measure(workload(name as WorkloadName), Number(messages))));

async function measure(of: Workload, count: number): Promise<object> {
  switch (system) {
    case "queuelab":
      return { nanoseconds: measureQueuelab(of, count), memory: peakMemory() };
    case "simjs":
      return { nanoseconds: await measureSimJs(of, count), memory: peakMemory() };
    case "one-worker":
      return { perSecond: await measureWorkers(1, of, count) };
    case "two-workers":
      return { perSecond: await measureWorkers(2, of, count) };
    default:
      throw new Error(`no system is called ${system}`);
  }
}
