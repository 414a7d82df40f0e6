import type { Kernel } from "../engine/kernel.ts";
import type { Model, Name, Pool as PoolSpec, Queue as QueueSpec } from "../spec.ts";
import { buildProducers, type Holding, holding } from "./build-producers.ts";
import { buildStations } from "./build-stations.ts";
import { buildChains } from "./chain/build-chains.ts";
import type { Chains } from "./chain/chains.ts";
import { Connections } from "./connections.ts";
import type { Copies } from "./copies.ts";
import { between, endsAll, endsSome } from "./layout.ts";
import type { OnwardParts } from "./onward.ts";
import { ByPriority } from "./order/by-priority.ts";
import { Fifo } from "./order/fifo.ts";
import { Lifo } from "./order/lifo.ts";
import { RandomOrder } from "./order/random-order.ts";
import type { ReadyList } from "./order/ready-list.ts";
import { ShortestFirst } from "./order/shortest-first.ts";
import { Pool, type PoolParts } from "./pool.ts";
import { PreemptivePool } from "./preemptive-pool.ts";
import { Queue } from "./queue.ts";
import { QueueMeter } from "./queue-meter.ts";
import type { Place, Recorder } from "./recorder.ts";
import { SharedPool } from "./shared-pool.ts";
import type { Shortcuts } from "./shortcuts.ts";
import { Subscription } from "./subscription.ts";
import type { Supplies } from "./supplies.ts";

/** A model ready to run. */
export interface System {
  kernel: Kernel;
  chains: Chains;
  copies: Copies;
  recorder: Recorder;
  queues: Map<Name, Place>;
  /** Parts that may hold copies which a full queue makes wait. */
  senders: Holding[];
}

/** Builds the parts of a model and connects them; the first arrivals are scheduled. */
export function build(supplies: Supplies, shortcuts: Shortcuts): System {
  return new Builder(supplies, shortcuts).build();
}

class Builder {
  private readonly model: Model;
  private readonly kernel: Kernel;
  private readonly copies: Copies;
  private readonly recorder: Recorder;
  private readonly supplies: Supplies;
  private readonly chains: Chains;
  private readonly connections: Connections;
  private readonly meters = new Map<Name, { meter: QueueMeter; classMeters: QueueMeter[] | null }>();
  private readonly senders: Holding[] = [];
  private readonly specs = new Map<Name, QueueSpec>();
  private readonly firstTaker = new Map<Name, PoolSpec>();

  constructor(supplies: Supplies, { chains, stations }: Shortcuts) {
    const { model, kernel, copies, recorder } = supplies;
    this.model = model;
    this.kernel = kernel;
    this.copies = copies;
    this.recorder = recorder;
    this.supplies = supplies;
    const chained = buildChains(supplies, chains);
    this.chains = chained.chains;
    this.connections = new Connections(supplies, buildStations(supplies, stations), chained.entrances);
    for (const queue of model.queues) this.specs.set(queue.name, queue);
    for (const pool of model.pools.toReversed()) for (const { queue } of pool.from) this.firstTaker.set(queue, pool);
  }

  build(): System {
    const { entrances, stations, queues } = this.connections;
    const places = new Map<Name, Place>();
    for (const spec of this.model.queues) {
      const place = entrances.get(spec.name)?.stage ?? stations.get(spec.name) ?? this.addQueue(spec);
      places.set(spec.name, place);
      this.recorder.watch(place);
    }
    for (const pool of this.model.pools) if (pool.from.some(({ queue }) => queues.has(queue))) this.addPool(pool);
    for (const queue of queues.values()) queue.open();
    const senders = [...this.senders, ...buildProducers(this.supplies, this.connections)];
    const { kernel, copies, recorder } = this;
    return { kernel, chains: this.chains, copies, recorder, queues: places, senders };
  }

  // Queues

  private addQueue(spec: QueueSpec): Queue {
    const meter = this.queueMeter(spec, null);
    const classMeters = this.supplies.perClass((cls) => this.queueMeter(spec, cls));
    const parts = { spec, ready: this.readyList(spec), meter, classMeters, demands: this.demandsOf(spec) };
    this.meters.set(spec.name, { meter, classMeters });
    const queue = new Queue(this.kernel, this.copies, parts);
    this.connections.queues.set(spec.name, queue);
    return queue;
  }

  private queueMeter(spec: QueueSpec, cls: number | null): QueueMeter {
    const limited = Number.isFinite(spec.limit.amount);
    return new QueueMeter(this.recorder, this.copies, { queue: spec.name, class: cls, limited });
  }

  private readyList(spec: QueueSpec): ReadyList {
    const { copies } = this;
    switch (spec.order) {
      case "fifo":
        return new Fifo(copies);
      case "lifo":
        return new Lifo(copies);
      case "random":
        return new RandomOrder(copies, this.supplies.stream(spec.name, "order"));
      case "priority":
        return new ByPriority(copies, this.priorities());
      case "shortest":
        return new ShortestFirst(copies);
    }
  }

  /** Where the order depends on service times, or recorded ones are dealt to arrivals, the queue draws them. */
  private demandsOf(spec: QueueSpec) {
    const pool = this.firstTaker.get(spec.name);
    if (pool === undefined || !drawnOnArrival(pool, [spec])) return null;
    return this.supplies.serviceTimes(pool);
  }

  // Consumer pools

  private addPool(spec: PoolSpec): void {
    const subscriptions = spec.from.map(({ queue }) => this.subscription(spec, queue));
    const fed = spec.from.map(({ queue }) => this.specs.get(queue)!);
    const parts: PoolParts = {
      replicas: spec.replicas,
      concurrency: spec.concurrency,
      service: this.supplies.serviceTimes(spec),
      demandKnown: drawnOnArrival(spec, fed),
      subscriptions,
      window: sum(spec.from.map((from) => from.window)),
      onward: this.onward(spec),
    };
    const pool = this.pool(spec, parts);
    this.senders.push(holding(spec.name, pool));
    const holders = spec.serve === "one" ? spec.replicas : 1;
    spec.from.forEach(({ queue, window, priority }, i) => {
      for (let replica = 0; replica < holders; replica++) {
        const holder = this.connections.queues.get(queue)!.subscribe(pool, i * holders + replica, { window, priority });
        if (replica === 0) subscriptions[i].firstHolder = holder;
      }
    });
  }

  private pool(spec: PoolSpec, parts: PoolParts): Pool | SharedPool | PreemptivePool {
    switch (spec.serve) {
      case "one":
        return new Pool(this.kernel, this.copies, parts);
      case "shared":
        return new SharedPool(this.kernel, this.copies, parts, this.supplies.slot(spec.name, "busy"));
      case "preemptive":
        return new PreemptivePool(this.kernel, this.copies, parts, this.priorities());
    }
  }

  private subscription(spec: PoolSpec, queue: Name): Subscription {
    return new Subscription(this.copies, {
      queue: this.connections.queues.get(queue)!,
      ...this.meters.get(queue)!,
      meters: this.recorder.meters,
      inService: this.supplies.slots(between(queue, spec.name), "inService"),
    });
  }

  private onward(spec: PoolSpec): OnwardParts {
    const outbox = endsAll(spec) ? null : this.connections.outbox(spec.name, spec.then);
    return {
      meters: this.recorder.meters,
      route: this.connections.route(spec.name, spec.then),
      latency: this.supplies.slots(spec.name, "latency"),
      finished: endsSome(spec) ? this.supplies.slots(spec.name, "finished") : null,
      hops: outbox === null ? null : this.supplies.slots(spec.name, "hops"),
      outbox,
    };
  }

  private priorities(): number[] {
    return this.model.classes.map((one) => one.priority);
  }
}

/** Whether the pool's queues draw its service times when copies arrive. */
function drawnOnArrival(pool: PoolSpec, queues: QueueSpec[]): boolean {
  return pool.service.by === "arrival" || queues.some((queue) => queue.order === "shortest");
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}
