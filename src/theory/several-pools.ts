import { heterogeneous } from "../queueing/heterogeneous.ts";
import { mmc } from "../queueing/mmc.ts";
import type { Prediction } from "../queueing/steady-state.ts";
import type { Pool, Queue } from "../spec.ts";
import { type Answer, approximately, BOLCH, exactly } from "./answer.ts";
import { Surroundings, stationOf } from "./recognise.ts";
import { exponentialRate, isBlind, isPlain } from "./station.ts";
import type { StationTheory } from "./station-theory.ts";

/** More servers of different speed would have too many states. */
const MOST_SERVERS = 8;

/** Each pool is looked at as if it were alone, with the whole model. */
const MOST_QUEUES = 100;

/** A pool as servers alike. */
interface Servers {
  /** Service rate of each [1/s]. */
  mu: number;
  count: number;
  /** Larger is asked first. */
  priority: number;
}

/** What theory says of a queue from which several pools of exponential servers take; null where it is no such queue. */
export function severalPools(around: Surroundings, queue: Queue): StationTheory | null {
  const { model, sources } = around;
  const takers = sources.graph.takersOf(queue.name);
  if (
    takers.length < 2 ||
    model.queues.length > MOST_QUEUES ||
    sources.of(queue.name).looped ||
    !takers.every(takesOneByOne)
  )
    return null;
  const alone = (pool: Pool) =>
    stationOf(
      new Surroundings({ ...model, pools: model.pools.filter((one) => one === pool || !takers.includes(one)) }),
      queue,
    );
  const stations = takers.map(alone);
  const servers = stations.map((s, i): Servers | null => {
    const mu = "why" in s || s.input.kind !== "poisson" || !isPlain(s) || !isBlind(s) ? null : exponentialRate(s);
    return mu === null
      ? null
      : { mu, count: takers[i].replicas * takers[i].concurrency, priority: takers[i].from[0].priority };
  });
  const [first] = stations;
  if (servers.some((each) => each === null) || "why" in first) return null;
  return solved(first.rate, servers as Servers[]);
}

/** Takes from one queue only, and only what its servers can begin at once. */
function takesOneByOne({ from, concurrency }: Pool): boolean {
  return from.length === 1 && from[0].window === concurrency;
}

function solved(lambda: number, pools: Servers[]): StationTheory | null {
  const count = pools.reduce((sum, pool) => sum + pool.count, 0);
  const alike = pools.every(({ mu }) => mu === pools[0].mu);
  if (!alike && count > MOST_SERVERS) return null;
  try {
    const answer = alike ? equals(lambda, pools[0].mu, count) : unlike(lambda, pools);
    return {
      answer,
      others: [],
      why: answer.exact ? "" : "of several free consumers the one idle longest is taken, whatever its speed",
    };
  } catch (error) {
    if (error instanceof RangeError) return { answer: null, others: [], why: error.message };
    throw error;
  }
}

function equals(lambda: number, mu: number, count: number): Answer {
  return exactly(`M/M/${count}`, `${BOLCH}, §6.5`, ofQueue(mmc(lambda, mu, count)));
}

function unlike(lambda: number, pools: Servers[]): Answer {
  const rates = pools.flatMap(({ mu, count }) => new Array<number>(count).fill(mu));
  const name = `M/M/${rates.length} with servers of different speed`;
  const faster = (a: Servers, b: Servers) =>
    a.mu === b.mu ? true : a.mu > b.mu === a.priority > b.priority && a.priority !== b.priority;
  const fastestFirst = pools.every((a) => pools.every((b) => faster(a, b)));
  if (fastestFirst)
    return exactly(
      `${name}, the fastest first`,
      "Markov chain, solved exactly",
      ofQueue(heterogeneous(lambda, rates, "fastest")),
    );
  return approximately(`${name}, any of those free`, "Markov chain", ofQueue(heterogeneous(lambda, rates, "any")));
}

/** What holds for the queue, whichever server it was: that of no single pool. */
function ofQueue({ numberInSystem, numberInQueue, sojournTime, waitingTime, ...law }: Prediction): Partial<Prediction> {
  const averages = { numberInSystem, numberInQueue, sojournTime, waitingTime };
  return law.probability === undefined ? averages : { ...averages, probability: law.probability };
}
