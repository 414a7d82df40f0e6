import { type ClosedStation, closedNetwork } from "../../queueing/closed-network.ts";
import type { Prediction } from "../../queueing/steady-state.ts";
import { trafficRates } from "../../queueing/traffic.ts";
import { mean as meanOfLaw } from "../../random/moments.ts";
import type { Model, Name, Pool } from "../../spec.ts";
import type { Answer } from "../answer.ts";
import { copies, FlowGraph } from "../flow-graph.ts";
import { meanService, type Station } from "../station.ts";

/** A network in which a fixed number of clients send, wait for the answer and think, solved. */
export interface ClosedTheory {
  stations: Map<Name, Answer>;
  system: Answer;
}

const SOURCE = "Gordon & Newell (1967), Operations Research 15(2), 254–265; Buzen (1973)";

/** Solves a closed network of one class; null where the model is none, or is one that has no such theory. */
export function closedTheory(model: Model, stations: Map<Name, Station>): ClosedTheory | null {
  const [producer, ...others] = model.producers;
  if (producer === undefined || stations.size > MOST_STATIONS) return null;
  const { arrivals, count, batch } = producer;
  if (others.length > 0 || arrivals.process !== "closed" || count * arrivals.population > MOST_CLIENTS) return null;
  if (batch.discrete !== "constant" || batch.value !== 1) return null;
  if ([{ then: producer.to }, ...model.pools].some(copies) || stations.size < model.queues.length) return null;
  const all = model.queues.map(({ name }) => stations.get(name)!);
  if (!all.every(isOrderly) || classesDiffer(model)) return null;
  const visits = visitsOf(model);
  const visited = model.queues.flatMap((_, i) => (visits[i] > 0 ? [i] : []));
  const network = visited.map(
    (i): ClosedStation => ({ visits: visits[i], service: meanService(all[i]), servers: all[i].servers }),
  );
  const solved = closedNetwork(count * arrivals.population, network, meanOfLaw(arrivals.think));
  const exact = all.every(hasProductForm);
  const name = `closed network of ${count * arrivals.population} clients`;
  const label = exact ? name : `${name}, as if service were exponential`;
  const answer = (figures: Partial<Prediction>): Answer => ({
    model: label,
    exact,
    source: SOURCE,
    all: figures,
    classes: new Map(),
  });
  return {
    stations: new Map(visited.map((i, k) => [model.queues[i].name, answer(figuresOf(all[i], solved.stations[k]))])),
    system: answer({
      throughput: solved.throughput,
      sojournTime: solved.cycleTime,
      numberInSystem: solved.throughput * solved.cycleTime,
    }),
  };
}

const MOST_STATIONS = 200;
/** Convolution takes the square of it. */
const MOST_CLIENTS = 5000;

function isOrderly(s: Station): boolean {
  return s.capacity === Infinity && s.line === "one" && s.order !== "shortest" && s.serve !== "preemptive";
}

/** Product form: exponential service in an order blind to it, or servers that are shared. */
function hasProductForm(s: Station): boolean {
  const [{ law }] = s.classes;
  return s.serve === "shared" || (law?.dist === "exponential" && s.order !== "shortest");
}

function classesDiffer({ classes, pools }: Model): boolean {
  const same = (pool: Pool) =>
    pool.service.by === "class" && pool.service.law.every((law) => JSON.stringify(law) === JSON.stringify(at(pool)));
  return classes.length > 1 && !pools.every(same);
}

function at({ service }: Pool) {
  return service.by === "class" ? service.law[0] : null;
}

/** Visits to each queue in a cycle. */
function visitsOf(model: Model): number[] {
  const { queues, producers } = model;
  const graph = new FlowGraph(model);
  const share = (ways: Pool["then"], to: Name) =>
    ways.reduce((sum, way) => sum + (way.to[0] === to ? way.share : 0), 0);
  const external = queues.map(({ name }) => share(producers[0].to, name));
  const routing = queues.map(({ name: from }) => queues.map(({ name: to }) => share(graph.takersOf(from)[0].then, to)));
  return trafficRates(external, routing);
}

function figuresOf(s: Station, of: ReturnType<typeof closedNetwork>["stations"][number]): Partial<Prediction> {
  const { throughput, utilization, numberInSystem, sojournTime, probabilities } = of;
  const shared = s.serve === "shared";
  const waitingTime = shared ? 0 : Math.max(0, sojournTime - meanService(s));
  const numberVariance = probabilities.reduce((sum, p, n) => sum + p * (n - numberInSystem) ** 2, 0);
  return {
    throughput,
    utilization,
    numberInSystem,
    sojournTime,
    waitingTime,
    numberInQueue: throughput * waitingTime,
    numberVariance,
    probability: (n) => probabilities[n] ?? 0,
  };
}
