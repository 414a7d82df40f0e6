import { networkAnalyzer, type TwoMomentStation } from "../../queueing/qna.ts";
import { indexOfDispersion, meanRate } from "../../random/arrival-rate.ts";
import { discreteMean, discreteVariance } from "../../random/discrete.ts";
import type { Model, Name, Producer, Queue } from "../../spec.ts";
import { traffic } from "../../traffic/rates.ts";
import { copies } from "../flow-graph.ts";
import { isFifo, meanService, type Station, serviceVariation } from "../station.ts";

/** A stream of messages by two moments. */
interface Stream {
  /** [1/s] */
  rate: number;
  /** Variance over mean of the number in a long time. */
  variation: number;
}

/**
 * Squared variation of what arrives at each queue of an open network, after all superposing, splitting and serving
 * (Whitt's Queueing Network Analyzer); null where the network is not one that it knows.
 *
 * @throws UnstableQueueError when some station cannot keep up
 */
export function arrivalVariations(model: Model, stations: Map<Name, Station>): Map<Name, number> | null {
  const { queues } = model;
  if ([...model.producers.map(({ to }) => ({ then: to })), ...model.pools].some(copies)) return null;
  if (queues.length !== stations.size || [...stations.values()].some((s) => !isKnown(s))) return null;
  const rates = traffic(model);
  if (rates === null) return null;
  const loads = queues.map(({ name }) => load(stations.get(name)!));
  const external = queues.map(({ name }, i) => superposed(streamsTo(model, name), loads[i]));
  if (external.some((stream) => stream === null)) return null;
  const { arrivalVariations } = networkAnalyzer(
    external as Stream[],
    routingOf(model),
    queues.map(({ name }) => twoMoments(stations.get(name)!)),
  );
  return new Map(queues.map(({ name }, i) => [name, arrivalVariations[i]]));
}

function isKnown(s: Station): boolean {
  return s.serve === "one" && s.line === "one" && s.capacity === Infinity && (isFifo(s) || s.order !== "shortest");
}

function load(s: Station): number {
  return (s.rate * meanService(s)) / s.servers;
}

function twoMoments(s: Station): TwoMomentStation {
  const variation = serviceVariation(s);
  return { mu: 1 / meanService(s), variation: Number.isFinite(variation) ? variation : 1e6, servers: s.servers };
}

/** Chances of going from one queue to another. */
function routingOf({ queues, pools }: Model): number[][] {
  return queues.map(({ name }) => {
    const [pool] = pools.filter(({ from }) => from.some((each) => each.queue === name));
    const chance = (to: Queue) => pool.then.reduce((sum, way) => sum + (way.to[0] === to.name ? way.share : 0), 0);
    return queues.map(chance);
  });
}

/** Streams that producers send to a queue themselves; null for one that two moments do not describe. */
function streamsTo({ producers }: Model, queue: Name): (Stream | null)[] {
  return producers.flatMap((producer) => {
    const share = producer.to.reduce((sum, way) => sum + (way.to[0] === queue ? way.share : 0), 0);
    if (share === 0) return [];
    const stream = streamOf(producer);
    const split = stream && { rate: stream.rate * share, variation: share * stream.variation + 1 - share };
    return new Array<Stream | null>(producer.count).fill(split);
  });
}

function streamOf({ arrivals, batch, profile }: Producer): Stream | null {
  const [rate, dispersion] = [meanRate(arrivals), indexOfDispersion(arrivals)];
  if (rate === null || dispersion === null || profile !== null || arrivals.process === "times") return null;
  const size = discreteMean(batch);
  // Var of a random sum: each batch brings its own scatter, and the number of batches its own
  return { rate: rate * size, variation: discreteVariance(batch) / size + dispersion * size };
}

/** Several independent streams as one: the mean of their variations, nearer to Poisson the more there are. */
function superposed(streams: (Stream | null)[], load: number): Stream | null {
  if (streams.some((stream) => stream === null)) return null;
  const known = streams as Stream[];
  const rate = known.reduce((sum, stream) => sum + stream.rate, 0);
  if (rate === 0) return { rate: 0, variation: 1 };
  const mean = known.reduce((sum, stream) => sum + (stream.rate / rate) * stream.variation, 0);
  const alike = 1 / known.reduce((sum, stream) => sum + (stream.rate / rate) ** 2, 0);
  const weight = 1 / (1 + 4 * (1 - load) ** 2 * (alike - 1));
  return { rate, variation: weight * mean + 1 - weight };
}
