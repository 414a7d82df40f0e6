import { Decks, type Source } from "../../random/deck.ts";
import type { Model, Name, Pool } from "../../spec.ts";
import { Route } from "../route.ts";
import { NOWHERE, type StationSlots, slotsOf } from "../station-slots.ts";
import type { Supplies } from "../supplies.ts";
import { isSource, type Station, targetsOf } from "../textbook.ts";
import { Chain } from "./chain.ts";
import { Chains, type Independent } from "./chains.ts";
import { FromProducer, FromStage } from "./inflow.ts";
import { Rows } from "./rows.ts";
import { Stage } from "./stage.ts";

/** @param chains the stations of each, those that send messages before those that get them */
export function buildChains(
  supplies: Supplies,
  chains: Station[][],
): { chains: Chains; entrances: Map<Name, Entrance> } {
  const builder = new ChainBuilder(supplies, chains.flat());
  const built = chains.map((stations) => builder.chain(stations));
  return { chains: new Chains(built, builder.copies), entrances: builder.entrances };
}

/** Where producers lead to a stage. */
export interface Entrance {
  stage: Stage;
  /** Lets messages arrive at given times, which are counted at slot `published`. */
  feed(times: Source, published: number): void;
}

class ChainBuilder {
  readonly entrances = new Map<Name, Entrance>();
  readonly copies: Rows;
  private readonly supplies: Supplies;
  private readonly service: Decks;
  private readonly arrivals: Decks;
  private readonly producers: Map<Name, Name[]>; // by queue
  private readonly onward: Set<Name>; // queues that other stages send to
  private readonly counted = new Set<number>(); // slots that count what another slot counts already

  constructor(supplies: Supplies, stations: Station[]) {
    this.supplies = supplies;
    this.copies = new Rows(supplies.kernel);
    this.service = new Decks(stations.length);
    this.arrivals = new Decks(stations.length);
    this.producers = producersByQueue(supplies.model);
    this.onward = new Set(stations.flatMap(({ pool }) => targetsOf(pool)));
  }

  chain(stations: Station[]): Independent {
    if (stations.length === 1) return this.stage(stations[0]);
    // From the last to the first: a stage is made when those that it sends messages to are there
    const stages = stations.toReversed().map((station) => this.stage(station));
    return new Chain(this.copies, stages.reverse());
  }

  private stage(station: Station): Stage {
    const { supplies, service, copies } = this;
    const { pool, queue } = station;
    const stage = new Stage(supplies.kernel, copies, supplies.recorder.meters, {
      servers: pool.replicas * pool.from[0].window,
      service,
      deck: service.add(supplies.serviceLaw(pool)),
      next: this.next(pool),
      slots: this.slots(station),
    });
    this.entrances.set(queue.name, { stage, feed: (times, published) => this.feed(stage, times, published) });
    return stage;
  }

  private feed(stage: Stage, times: Source, published: number): void {
    const deck = this.arrivals.add(times);
    const slot = this.counted.has(published) ? NOWHERE : published;
    const { meters } = this.supplies.recorder;
    stage.receive(new FromProducer(this.copies, meters, { arrivals: this.arrivals, deck, published: slot }));
  }

  /** Slots, without those of what is measured already: the latency where all begin, and what the only producer publishes. */
  private slots(station: Station): StationSlots {
    const slots = slotsOf(this.supplies, station);
    const queue = station.queue.name;
    if (this.onward.has(queue)) return slots;
    const { recorder } = this.supplies;
    const producers = this.producers.get(queue) ?? [];
    recorder.mirror({ where: queue, metric: "sojournTime" }, { where: station.pool.name, metric: "latency" });
    if (producers.length === 1) {
      const image = { where: producers[0], metric: "published" } as const;
      recorder.mirror({ where: queue, metric: "arrivals" }, image);
      this.counted.add(this.supplies.slot(image.where, image.metric));
    }
    slots.latency = NOWHERE;
    return slots;
  }

  private next({ name, then }: Pool): FromStage | null | Route<FromStage | null> {
    const ways = new Map<Name, FromStage>();
    for (const target of then.flatMap((way) => way.to)) if (!ways.has(target)) ways.set(target, this.way(target));
    const choice = then.map(({ share, to }) => ({ share, to: to.length === 0 ? null : ways.get(to[0])! }));
    if (choice.every((way) => way.to === choice[0].to)) return choice[0].to;
    return new Route(choice, this.supplies.stream(name, "route"));
  }

  private way(target: Name): FromStage {
    const way = new FromStage(this.supplies.kernel, this.copies);
    this.entrances.get(target)!.stage.receive(way);
    return way;
  }
}

/** The producers of single messages that send them to a queue. */
function producersByQueue(model: Model): Map<Name, Name[]> {
  const producers = new Map<Name, Name[]>();
  for (const producer of model.producers) {
    if (!isSource(producer)) continue;
    const queue = producer.to[0].to[0];
    producers.set(queue, [...(producers.get(queue) ?? []), producer.name]);
  }
  return producers;
}
