import type { Model, Name, Pool, Producer } from "../spec.ts";

/** Which queues send messages on to which. */
export class FlowGraph {
  private readonly model: Model;
  private readonly reached = new Map<Name, Set<Name>>();

  constructor(model: Model) {
    this.model = model;
  }

  /** Queues that messages of `queue` can come to later; itself among them if they can come back. */
  after(queue: Name): Set<Name> {
    const known = this.reached.get(queue);
    if (known !== undefined) return known;
    const found = new Set<Name>();
    const waiting = [queue];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      for (const next of this.takersOf(at).flatMap(targetsOf)) {
        if (!found.has(next)) waiting.push(next);
        found.add(next);
      }
    }
    this.reached.set(queue, found);
    return found;
  }

  /** Queues whose messages can come to `queue`; itself among them if they can come back. */
  before(queue: Name): Name[] {
    return this.model.queues.map(({ name }) => name).filter((name) => this.after(name).has(queue));
  }

  isOnCycle(queue: Name): boolean {
    return this.after(queue).has(queue);
  }

  takersOf(queue: Name): Pool[] {
    return this.model.pools.filter(({ from }) => from.some((each) => each.queue === queue));
  }

  /** Producers that publish to `queue` itself. */
  producersOf(queue: Name): Producer[] {
    return this.model.producers.filter((producer) => targetsOf({ then: producer.to }).includes(queue));
  }

  /** Pools that send on to `queue` itself. */
  feedersOf(queue: Name): Pool[] {
    return this.model.pools.filter((pool) => targetsOf(pool).includes(queue));
  }

  /** Whether copies of one message can come to `queue` on several ways. */
  meetsItself(queue: Name): boolean {
    const ways = [...this.model.producers.flatMap(({ to }) => to), ...this.model.pools.flatMap(({ then }) => then)];
    return ways.some(({ to }) => to.filter((name) => name === queue || this.after(name).has(queue)).length > 1);
  }
}

function targetsOf({ then }: Pick<Pool, "then">): Name[] {
  return then.flatMap(({ to }) => to);
}

/** Whether some message goes on as several copies. */
export function copies({ then }: Pick<Pool, "then">): boolean {
  return then.some(({ to }) => to.length > 1);
}
