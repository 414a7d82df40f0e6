import type { Distribution } from "../random/distribution.ts";
import type { MessageClass, Name, Pool, Service } from "../spec.ts";
import type { Demand } from "./demand.ts";
import { DISTRIBUTION_NAMES, type DistributionText, type ServiceText } from "./distribution-schema.ts";
import { settleDistribution } from "./distributions.ts";
import { LIMITS } from "./limits.ts";
import type { ConsumerText } from "./model-schema.ts";
import { onlyQueue, type PartNames, queueNamed } from "./names.ts";
import type { Complaint } from "./problem.ts";
import type { Order } from "./queues.ts";
import { readTimes } from "./recorded-times.ts";
import type { Recorded } from "./recordings.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";
import { settleThen } from "./ways.ts";

/** What a pool is settled in: the parts and classes around it. */
export interface Surroundings {
  names: PartNames;
  classes: readonly MessageClass[];
  /** What is written as each queue's order. */
  orders: ReadonlyMap<Name, Order>;
}

/** A pool without its service times, which depend on the classes that reach it. */
export function settlePool(
  name: string,
  setting: Setting<ConsumerText>,
  around: Surroundings,
  settling: Settling,
): Pool {
  const replicas = settling.number(setting.at("replicas"), counting(LIMITS.replicas), 1);
  const concurrency = settling.number(setting.at("concurrency"), counting(LIMITS.concurrency), 1);
  const queues = settleFrom(setting, around.names, settling);
  const order = around.orders.get(queues[0]) ?? "fifo";
  const window = settleWindow(setting.at("prefetch"), order, concurrency, settling);
  const priority = settling.number(setting.at("priority"), { is: "number", least: -1000, most: 1000 }, 0);
  return {
    name: `consumers.${name}`,
    from: queues.map((queue) => ({ queue, window, priority })),
    replicas,
    concurrency,
    serve: order === "sharing" ? "shared" : order === "preemptive" ? "preemptive" : "one",
    service: { by: "class", law: [] },
    then: settleThen(setting.at("then"), around.names, settling),
  };
}

export function counting(most: number): Demand {
  return { is: "number", whole: true, least: 1, most };
}

function settleFrom(setting: Setting<ConsumerText>, names: PartNames, settling: Settling): Name[] {
  const queue = setting.at("queue");
  const texts = Array.isArray(queue.value) ? queue.as(queue.value).items() : [queue];
  const found = texts.flatMap((text) => {
    const name = text.given ? queueNamed(String(text.value), names) : onlyQueue(names, "queue");
    if (typeof name === "string") return [name];
    if (text.given) settling.refuse(text.path, name);
    else settling.refuseKey(setting.path, name);
    return [];
  });
  if (Array.isArray(queue.value) && queue.value.length === 0) settling.refuse(queue.path, NO_QUEUE);
  if (new Set(found).size < found.length) settling.refuse(queue.path, QUEUE_TWICE);
  return found;
}

/** Deliveries held by a replica: without prefetch one for each server, as an ideal broker hands them out. */
function settleWindow(
  prefetch: Setting<string | number>,
  order: Order,
  concurrency: number,
  settling: Settling,
): number {
  const atOnce = order === "sharing" || order === "preemptive";
  if (atOnce && prefetch.given) settling.refuseKey(prefetch.path, prefetchUseless(order));
  if (atOnce || prefetch.value === "unlimited") return Infinity;
  return settling.number(prefetch, counting(LIMITS.whole), concurrency);
}

/** @param reaching indices of the classes whose messages reach the pool */
export function settleService(
  setting: Setting<ServiceText>,
  reaching: ReadonlySet<number>,
  classes: readonly MessageClass[],
  settling: Settling,
): Service {
  const { value } = setting;
  if (typeof value === "object") {
    const keys = Object.keys(value);
    if (keys.length === 1 && keys[0] === "times") {
      return { by: "arrival", times: readTimes(setting.as(value as { times: Recorded }).at("times"), settling) };
    }
    if (!keys.every((key) => DISTRIBUTION_NAMES.includes(key))) return byClass(setting, reaching, classes, settling);
  }
  const law = settleDistribution(setting as Setting<DistributionText>, settling);
  return { by: "class", law: classes.map(() => law) };
}

/** A law for each class that reaches the pool; one that cannot reach it takes any law, which is never drawn from. */
function byClass(
  setting: Setting<ServiceText>,
  reaching: ReadonlySet<number>,
  classes: readonly MessageClass[],
  settling: Settling,
): Service {
  const laws = new Map<string, Distribution>();
  const known = classes.map(({ name }) => name);
  for (const [name, law] of setting.as(setting.value as Record<string, DistributionText>).entries()) {
    if (!known.includes(name)) settling.refuseKey(law.path, classUnknown(name, known));
    laws.set(name, settleDistribution(law, settling));
  }
  for (const index of reaching) {
    if (!laws.has(known[index])) settling.refuseKey(setting.path, classUnserved(known[index]));
  }
  const [any] = laws.values();
  return { by: "class", law: known.map((name) => laws.get(name) ?? any) };
}

const NO_QUEUE: Complaint = {
  code: "value-out-of-range",
  message: "An empty list names no queue. Write at least one.",
};
const QUEUE_TWICE: Complaint = {
  code: "keys-conflict",
  message: "A queue is named twice in this list. Keep one of the two.",
};

function prefetchUseless(order: Order): Complaint {
  const message = `prefetch has no effect under order: ${order}, where every message is with the servers at once. Leave it out.`;
  return { code: "order-conflict", message };
}

function classUnknown(name: string, known: readonly string[]): Complaint {
  const advice = didYouMean(name, known) || ` There are ${known.slice(0, 10).join(", ")}.`;
  return {
    code: "name-unknown",
    message: `There is no message class ${shown(name)}, and no distribution either.${advice}`,
  };
}

function classUnserved(name: string): Complaint {
  const message = `Messages of class ${name} come here, and service has no time for them. Add ${name}: exponential 10 ms, or what it takes.`;
  return { code: "class-unserved", message };
}
