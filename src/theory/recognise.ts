import { mean as meanOf, squaredCv } from "../random/moments.ts";
import type { MessageClass, Model, Name, Pool, Queue, Service } from "../spec.ts";
import { type Rates, traffic } from "../traffic/rates.ts";
import { inputOf } from "./input.ts";
import { Sources } from "./sources.ts";
import type { Line, ServiceClass, Station } from "./station.ts";

/** A model with what is looked up for all of its queues. */
export class Surroundings {
  readonly model: Model;
  readonly sources: Sources;
  readonly rates: Map<Name, Rates> | null;
  /** Queues that make those who send to them wait. */
  readonly blocking: ReadonlySet<Name>;

  constructor(model: Model) {
    this.model = model;
    this.sources = new Sources(model);
    this.rates = traffic(model);
    const waits = ({ limit }: Queue) => limit.overflow === "wait" && Number.isFinite(limit.amount);
    this.blocking = new Set(model.queues.filter(waits).map(({ name }) => name));
  }
}

/** A queue of a model as theory sees it, or in words why theory has nothing to say about it. */
export function stationOf(
  { model, sources, rates: all, blocking }: Surroundings,
  queue: Queue,
): Station | { why: string } {
  const pools = sources.graph.takersOf(queue.name);
  if (pools.length !== 1) return { why: `${pools.length} consumer pools take from it` };
  const [pool] = pools;
  if (pool.from.length > 1) return { why: `${pool.name} takes from several queues` };
  const { service } = pool;
  if (pool.from[0].window < pool.concurrency)
    return { why: `${pool.name} may hold fewer messages than it has servers` };
  if (service.by === "arrival") return { why: "service times are recorded ones" };
  if (pool.then.some(({ to }) => to.some((name) => blocking.has(name))))
    return { why: `${pool.name} can be blocked by a full queue` };
  const rates = all?.get(queue.name);
  if (rates === undefined) return { why: "messages multiply faster than they leave" };
  const rate = rates.reduce((sum, one) => sum + one, 0);
  const servers = pool.replicas * pool.concurrency;
  const shares = [...rates].map((one) => (rate > 0 ? one / rate : 1 / rates.length));
  const station: Station = {
    rate,
    input: { kind: "poisson" },
    classes: classesOf(model.classes, service, shares),
    servers,
    order: queue.order,
    serve: pool.serve,
    line: "one",
    capacity: capacityOf(queue, servers),
    overflow: queue.limit.overflow,
    patience: Infinity,
    twist: null,
  };
  station.line = lineOf(pool, station);
  station.input = inputOf(model, sources, queue.name, station);
  return station;
}

function classesOf(
  classes: MessageClass[],
  service: Service & { by: "class" },
  shares: readonly number[],
): ServiceClass[] {
  return classes.map(({ name, priority }, i) => ({
    name,
    priority,
    share: shares[i],
    law: service.law[i],
    ...momentsOf(service.law[i]),
  }));
}

function momentsOf(law: ServiceClass["law"] & object): Pick<ServiceClass, "mean" | "variation"> {
  return { mean: meanOf(law), variation: squaredCv(law) };
}

function capacityOf({ limit: { amount, counts } }: Queue, servers: number): number {
  return counts === "system" ? amount : amount + servers;
}

/** A single consumer that takes messages ahead of time serves them in the order of the queue all the same. */
function lineOf({ from: [{ window }], concurrency, replicas, serve }: Pool, station: Station): Line {
  if (serve !== "one" || window === concurrency) return "one";
  const inOrder = station.order === "fifo" && !Number.isFinite(station.capacity);
  if (replicas === 1 && inOrder) return "one";
  return window === Infinity && concurrency === 1 ? "dealt out" : "ahead";
}
