import { mean } from "../random/moments.ts";
import type { Model, Name, Pool, Queue } from "../spec.ts";
import { overloads } from "../traffic/load.ts";
import { takers } from "../traffic/takers.ts";
import { leaving, reach } from "./flow.ts";
import { LIMITS } from "./limits.ts";
import type { ModelText } from "./model-schema.ts";
import { pathOf, plainName } from "./names.ts";
import { warnOfOverload } from "./overload.ts";
import type { Complaint } from "./problem.ts";
import type { Order } from "./queues.ts";
import type { Settling } from "./settling.ts";
import { shown } from "./show.ts";

/** Looks at a settled model as a whole: parts that cannot work together are problems, parts that hardly can, warnings. */
export function checkSense(model: Model, text: ModelText, settling: Settling): void {
  const before = settling.problems.length;
  const takersOf = takers(model.pools);
  const reached = reach(model);
  for (const queue of model.queues) {
    const pools = takersOf.get(queue.name);
    checkConsumed(queue, pools, settling);
    if (!reached.has(queue.name)) settling.refuseKey(pathOf(queue.name), unfilled(queue.name));
    const order = text.queues?.[plainName(queue.name)]?.order ?? "fifo";
    checkServing(queue, order, pools, settling);
    checkPriorities(
      queue,
      order,
      [...(reached.get(queue.name) ?? [])].map((index) => model.classes[index].priority),
      settling,
    );
  }
  const exits = leaving(model);
  for (const pool of model.pools) checkPool(pool, exits, settling);
  const workers = workersOf(model);
  if (workers > LIMITS.workers) settling.refuse([], tooManyWorkers(workers));
  if (neverAdvances(model)) settling.refuseKey(["producers"], NO_TIME_PASSES);
  if (multipliesInNoTime(model)) settling.refuseKey(["consumers"], MULTIPLIES_IN_NO_TIME);
  if (settling.problems.length === before) warnOfOverload(model, settling);
}

function checkConsumed(queue: Queue, pools: readonly Pool[], settling: Settling): void {
  const path = pathOf(queue.name);
  if (pools.length === 0 && !queue.parking) settling.refuseKey(path, unconsumed(queue.name));
  if (pools.length > 0 && queue.parking) settling.refuseKey([...path, "parking"], parked(queue.name, pools[0].name));
}

function checkPool(pool: Pool, exits: ReadonlySet<Name>, settling: Settling): void {
  const path = pathOf(pool.name);
  if (!pool.from.some(({ queue }) => exits.has(queue))) settling.refuseKey([...path, "then"], endless(pool.name));
  const [{ window }] = pool.from;
  if (window < pool.concurrency) settling.warn([...path, "prefetch"], smallPrefetch(window, pool.concurrency));
}

/** Orders that are a way of serving need the queue's one pool for themselves. */
function checkServing(queue: Queue, order: Order, pools: readonly Pool[], settling: Settling): void {
  if (order !== "preemptive" && order !== "sharing") return;
  const path = [...pathOf(queue.name), "order"];
  if (pools.length > 1) settling.refuse(path, severalPools(order, pools));
  const mixed = pools.find((pool) => pool.from.length > 1);
  if (mixed) settling.refuse(path, severalQueues(order, mixed));
}

function checkPriorities(queue: Queue, order: Order, priorities: readonly number[], settling: Settling): void {
  if (new Set(priorities).size > 1) return;
  const path = [...pathOf(queue.name), "order"];
  if (order === "preemptive") settling.refuse(path, noPriorities(order));
  if (order === "priority") settling.warn(path, noPriorities(order));
}

/** Servers, producers and clients that are simulated one by one. */
function workersOf({ producers, pools }: Model): number {
  const servers = pools.reduce((sum, pool) => sum + pool.replicas * pool.concurrency, 0);
  return producers.reduce((sum, { arrivals, count }) => {
    if (arrivals.process === "closed") return sum + count * arrivals.population;
    return arrivals.process === "poisson" ? sum : sum + count;
  }, servers);
}

function tooManyWorkers(count: number): Complaint {
  const message = `The model has ${count} servers, producers and clients of their own, more than ${LIMITS.workers}. Lower replicas, concurrency or count.`;
  return { code: "too-many-parts", message };
}

/** Clients that think and are served in no time would go round for ever at one moment. */
function neverAdvances({ producers, pools }: Model): boolean {
  const thinksNever = producers.some(({ arrivals }) => arrivals.process === "closed" && mean(arrivals.think) === 0);
  return thinksNever && pools.every(takesNoTime);
}

/** Whether copies would multiply without end at one instant: all that takes time ends them here. */
function multipliesInNoTime(model: Model): boolean {
  if (!model.pools.some(takesNoTime)) return false;
  const pools = model.pools.map((pool) => (takesNoTime(pool) ? pool : { ...pool, then: [{ share: 1, to: [] }] }));
  return overloads({ ...model, pools }) === null;
}

function takesNoTime({ service }: Pool): boolean {
  return service.by === "class" && service.law.every((law) => mean(law) === 0);
}

const MULTIPLIES_IN_NO_TIME: Complaint = {
  code: "endless-loop",
  message:
    "Consumers that take no time send on more than they take, round and round, so no time would ever pass. Give service a time.",
};

const NO_TIME_PASSES: Complaint = {
  code: "endless-loop",
  message:
    "Clients think for no time and are served in none, so no time would ever pass. Give think or service a time.",
};

function unconsumed(queue: Name): Complaint {
  const message = `Nobody takes from ${shown(queue)}. Add a consumer with queue: ${shown(plainName(queue))}, or parking: true if it is meant to grow.`;
  return { code: "queue-unconsumed", message };
}

function parked(queue: Name, pool: Name): Complaint {
  const message = `${shown(queue)} is parking, a queue without consumers, but ${shown(pool)} takes from it. Leave parking out.`;
  return { code: "queue-parked", message };
}

function unfilled(queue: Name): Complaint {
  return {
    code: "queue-unfilled",
    message: `No message can ever come to ${shown(queue)}. Name it in some to: or then:, or leave it out.`,
  };
}

function endless(pool: Name): Complaint {
  const message = `Messages that ${shown(pool)} has finished go round for ever and never leave. Give then: a share of done.`;
  return { code: "endless-loop", message };
}

function smallPrefetch(window: number, concurrency: number): Complaint {
  const message = `With prefetch ${window} only ${window} of ${concurrency} servers of a replica can ever work. Raise prefetch to ${concurrency}.`;
  return { code: "prefetch-small", message };
}

function severalPools(order: string, pools: readonly Pool[]): Complaint {
  const names = pools
    .slice(0, 3)
    .map(({ name }) => name)
    .join(", ");
  return {
    code: "order-conflict",
    message: `order: ${order} needs one group of consumers, and there are ${pools.length}: ${names}. Keep one.`,
  };
}

function severalQueues(order: string, pool: Pool): Complaint {
  return {
    code: "order-conflict",
    message: `Under order: ${order} a consumer serves one queue, and ${pool.name} takes from ${pool.from.length}.`,
  };
}

function noPriorities(order: string): Complaint {
  const code = order === "preemptive" ? "order-conflict" : "priority-unused";
  const message = `order: ${order} has nothing to go by, since all messages that come here have one priority. Give classes different priorities.`;
  return { code, message };
}
