import { between, endsAll, endsSome } from "../model/layout.ts";
import type { Name, Pool } from "../spec.ts";
import type { Count, Observed, Presence } from "./accounts.ts";
import type { Accounts } from "./books.ts";
import type { Copy } from "./messages.ts";
import type { Facility } from "./simjs.ts";
import type { Destination, System } from "./system.ts";
import { type Way, type Ways, ways } from "./ways.ts";

/** A queue and the pool that serves it, on one facility of simjs. */
export class Station implements Destination {
  readonly present: Accounts<Presence>;
  private readonly system: System;
  private readonly servers: number;
  private readonly facility: Facility;
  private readonly serviceTime: (cls: number) => number;
  private readonly ways: Ways;
  /** Copies whose service has not been noticed yet, in order of arrival. */
  private readonly waiting: Copy[] = [];

  private readonly arrivals: Accounts<Count>;
  private readonly waitingTime: Accounts<Observed>;
  private readonly sojournTime: Accounts<Observed>;
  private readonly inService: Accounts<Presence>;
  private readonly latency: Accounts<Observed>;
  private readonly finished: Accounts<Observed> | null;
  private readonly hops: Accounts<Count> | null;

  constructor(system: System, queue: Name, pool: Pool) {
    const { books, draws, world } = system;
    this.system = system;
    this.servers = pool.replicas * pool.concurrency;
    this.facility = world.servers(pool.name, this.servers);
    this.serviceTime = draws.serviceTimes(pool);
    this.ways = ways(system, pool.name, pool.then);
    this.present = books.presences(queue, "numberInSystem");
    this.arrivals = books.counts(queue, "arrivals");
    this.waitingTime = books.tallies(queue, "waitingTime");
    this.sojournTime = books.tallies(queue, "sojournTime");
    this.inService = books.presences(between(queue, pool.name), "inService");
    this.latency = books.tallies(pool.name, "latency");
    this.finished = endsSome(pool) ? books.tallies(pool.name, "finished") : null;
    this.hops = endsAll(pool) ? null : books.counts(pool.name, "hops");
  }

  accept(copy: Copy): void {
    const { world } = this.system;
    copy.entered = world.now;
    for (const one of this.arrivals.for(copy.cls)) one.add();
    for (const one of this.present.for(copy.cls)) one.enter(copy, world.now);
    this.waiting.push(copy);
    world.use(this.facility, this.serviceTime(copy.cls), () => this.served(copy));
  }

  /**
   * simjs does not tell when it begins to serve, but then its line is shorter than ours. It gives a server away before
   * it says that the last message is done; here that message counts as in service until it has been sent on.
   */
  noticeStarts(): void {
    const { now } = this.system.world;
    while (this.waiting.length > this.facility.queue.size() && this.inService.together.size < this.servers) {
      const copy = this.waiting.shift()!;
      for (const one of this.waitingTime.for(copy.cls)) one.add(now - copy.entered);
      for (const one of this.inService.for(copy.cls)) one.enter(copy, now);
    }
  }

  private served(copy: Copy): void {
    const { messages, world } = this.system;
    const way = this.ways.choose();
    if (way.length > 0) this.sendOn(copy, way);
    else if (this.finished !== null) this.tally(this.finished, copy, copy.born);
    this.tally(this.latency, copy, copy.born);
    this.tally(this.sojournTime, copy, copy.entered);
    for (const one of this.inService.for(copy.cls)) one.leave(copy, world.now);
    for (const one of this.present.for(copy.cls)) one.leave(copy, world.now);
    messages.end(copy);
    this.noticeStarts();
  }

  private sendOn(copy: Copy, way: Way): void {
    for (const one of this.hops!.for(copy.cls)) one.add();
    this.ways.send(this.system.messages.twin(copy), way);
  }

  private tally(accounts: Accounts<Observed>, copy: Copy, since: number): void {
    for (const one of accounts.for(copy.cls)) one.add(this.system.world.now - since);
  }
}
