import { loadSimJs, type SimJs } from "../../../src/reference/simjs.ts";
import { timed } from "../measurement.ts";
import type { Workload } from "../workloads.ts";

/**
 * Nanoseconds a message on plain simjs, as its own examples write it: its random numbers, its facilities and the
 * statistics they keep (waiting and sojourn times and populations, as mean, variance, least and largest; no percentile).
 */
export async function measureSimJs({ model, rate }: Workload, messages: number): Promise<number> {
  const simjs = await loadSimJs();
  const network = networkOf(
    simjs,
    model.pools.map((pool) => pool.concurrency),
    rate,
  );
  const seconds = messages / rate;
  return timed(messages, (lengths) => {
    while (network.simulator.time() < lengths * seconds) network.simulator.step();
  });
}

/** Stations in a row, each of so many servers with a mean service of 1, and Poisson arrivals. */
function networkOf(simjs: SimJs, servers: number[], rate: number) {
  const simulator = new simjs.Sim();
  const random = new simjs.Random(1);
  const entity = new simjs.Entity(simulator);
  const stations = servers.map((count, i) => new simjs.Facility(`s${i}`, simjs.Facility.FCFS, count));
  const visit = (at: number) => {
    if (at < stations.length) entity.useFacility(stations[at], random.exponential(1)).done(() => visit(at + 1));
  };
  const arrive = () => {
    visit(0);
    entity.setTimer(random.exponential(rate)).done(arrive);
  };
  arrive();
  return { simulator };
}
