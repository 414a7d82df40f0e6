import type { Model, Name, Pool, Producer, Way } from "../spec.ts";

/** Which queues send messages on to which, looked up once for a whole model. */
export class FlowGraph {
  /** Groups of queues among which messages go round, and single ones; each before those it sends to. */
  readonly parts: Name[][];
  private readonly takers: Map<Name, Pool[]>;
  private readonly producers: Map<Name, Producer[]>;
  private readonly feeders: Map<Name, Pool[]>;
  private readonly next = new Map<Name, Name[]>();
  private readonly meeting: Set<Name>;

  constructor(model: Model) {
    this.takers = listed(model.pools, ({ from }) => from.map(({ queue }) => queue));
    this.producers = listed(model.producers, ({ to }) => targetsOf(to));
    this.feeders = listed(model.pools, ({ then }) => targetsOf(then));
    for (const { name } of model.queues) {
      this.next.set(name, [...new Set(this.takersOf(name).flatMap(({ then }) => targetsOf(then)))]);
    }
    this.parts = partsInOrder(
      model.queues.map(({ name }) => name),
      (name) => this.next.get(name)!,
    );
    this.meeting = this.meetings(
      [...model.producers.map(({ to }) => to), ...model.pools.map(({ then }) => then)].flat(),
    );
  }

  takersOf(queue: Name): Pool[] {
    return this.takers.get(queue) ?? [];
  }

  /** Producers that publish to `queue` itself. */
  producersOf(queue: Name): Producer[] {
    return this.producers.get(queue) ?? [];
  }

  /** Pools that send on to `queue` itself. */
  feedersOf(queue: Name): Pool[] {
    return this.feeders.get(queue) ?? [];
  }

  /** Whether messages of a part of `parts` come back to it. */
  isCyclic(part: Name[]): boolean {
    return part.length > 1 || this.next.get(part[0])!.includes(part[0]);
  }

  /** Whether copies of one message can come to `queue` on several ways. */
  meetsItself(queue: Name): boolean {
    return this.meeting.has(queue);
  }

  private meetings(ways: Way[]): Set<Name> {
    const met = new Set<Name>();
    for (const { to } of ways) {
      if (to.length < 2) continue;
      const seen = new Set<Name>();
      for (const name of to.flatMap((target) => [...this.reach(target)])) (seen.has(name) ? met : seen).add(name);
    }
    return met;
  }

  /** `queue` and all that its messages can come to. */
  private reach(queue: Name): Set<Name> {
    const found = new Set([queue]);
    for (const name of found) for (const next of this.next.get(name)!) found.add(next); // grows while it is gone through
    return found;
  }
}

function targetsOf(ways: Way[]): Name[] {
  return [...new Set(ways.flatMap(({ to }) => to))];
}

function listed<T>(all: readonly T[], namesOf: (one: T) => Name[]): Map<Name, T[]> {
  const lists = new Map<Name, T[]>();
  for (const one of all) {
    for (const name of namesOf(one)) {
      const list = lists.get(name);
      if (list === undefined) lists.set(name, [one]);
      else list.push(one);
    }
  }
  return lists;
}

/** Whether some message goes on as several copies. */
export function copies({ then }: { then: Way[] }): boolean {
  return then.some(({ to }) => to.length > 1);
}

/** Strongly connected parts, each before those it sends to (Tarjan 1972), with a stack of its own for long chains. */
function partsInOrder(names: Name[], next: (name: Name) => Name[]): Name[][] {
  const order = new Map<Name, number>();
  const lowest = new Map<Name, number>();
  const open: Name[] = [];
  const isOpen = new Set<Name>();
  const parts: Name[][] = [];
  const enter = (name: Name) => {
    order.set(name, order.size);
    lowest.set(name, order.size - 1);
    open.push(name);
    isOpen.add(name);
    return { name, ahead: next(name).values() };
  };
  const lower = (name: Name, to: number) => lowest.set(name, Math.min(lowest.get(name)!, to));
  for (const start of names) {
    const walk = order.has(start) ? [] : [enter(start)];
    for (let at = walk.at(-1); at !== undefined; at = walk.at(-1)) {
      const { value: to, done } = at.ahead.next();
      if (!done) {
        if (!order.has(to)) walk.push(enter(to));
        else if (isOpen.has(to)) lower(at.name, order.get(to)!);
        continue;
      }
      walk.pop();
      if (walk.length > 0) lower(walk.at(-1)!.name, lowest.get(at.name)!);
      if (lowest.get(at.name) !== order.get(at.name)) continue;
      const part = open.splice(open.lastIndexOf(at.name));
      for (const name of part) isOpen.delete(name);
      parts.push(part);
    }
  }
  return parts.reverse();
}
