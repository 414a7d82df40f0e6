import { tandem } from "../../queueing/tandem.ts";
import type { Model, Name } from "../../spec.ts";
import { type Answer, exactly } from "../answer.ts";
import { exponentialRate, isFifo, isPlain, type Station } from "../station.ts";

/** Single exponential servers that every message passes one after the other, with the law of the way through. */
export function tandemTheory(model: Model, stations: Map<Name, Station>): Answer | null {
  const { queues, pools, producers } = model;
  if (
    queues.length < 2 ||
    queues.length > MOST_STATIONS ||
    stations.size < queues.length ||
    pools.length !== queues.length
  )
    return null;
  const order = wayOf(model);
  if (order === null || producers.length !== 1 || order.length < queues.length) return null;
  const line = order.map((name) => stations.get(name)!);
  const rates = line.map(exponentialRate);
  const simple = line.every((s) => s.input.kind === "poisson" && s.servers === 1 && isPlain(s) && isFifo(s));
  if (!simple || rates.some((mu) => mu === null)) return null;
  const { sojournTime, sojournVariance, sojournTail, sojournQuantile } = tandem(line[0].rate, rates as number[]);
  const numberInSystem = line[0].rate * sojournTime;
  const all = { sojournTime, sojournVariance, sojournTail, sojournQuantile, numberInSystem };
  return exactly(
    `tandem of ${line.length} M/M/1`,
    "Reich (1957), Annals of Mathematical Statistics 28(3), 768–773",
    all,
  );
}

const MOST_STATIONS = 100;

/** The queues in the one order in which every message passes them; null where messages part or come back. */
function wayOf({ producers: [{ to: start }], pools }: Model): Name[] | null {
  const order: Name[] = [];
  for (let ways = start; ; ) {
    const [way] = ways;
    if (ways.length !== 1 || way.to.length > 1) return null;
    if (way.to.length === 0) return order;
    const [name] = way.to;
    const pool = pools.find(({ from }) => from.length === 1 && from[0].queue === name);
    if (pool === undefined || order.includes(name)) return null;
    order.push(name);
    ways = pool.then;
  }
}
