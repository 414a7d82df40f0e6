import { Decks, type Source } from "../../random/deck.ts";
import type { Name, Pool } from "../../spec.ts";
import { Route } from "../route.ts";
import { slotsOf } from "../station-slots.ts";
import type { Supplies } from "../supplies.ts";
import type { Station } from "../textbook.ts";
import { Chain } from "./chain.ts";
import { FromProducer, FromStage } from "./inflow.ts";
import { Stage } from "./stage.ts";

/** The chains of a model. */
export interface Chains {
  chains: Chain[];
  /** By queue. */
  entrances: Map<Name, Entrance>;
}

/** @param chains the stations of each, those that send messages before those that get them */
export function buildChains(supplies: Supplies, chains: Station[][]): Chains {
  const builder = new ChainBuilder(supplies);
  return { chains: chains.map((stations) => builder.chain(stations)), entrances: builder.entrances };
}

/** Where producers lead to a stage. */
export interface Entrance {
  stage: Stage;
  /** Lets messages arrive at given times, which are counted at slot `published`. */
  feed(times: Source, published: number): void;
}

class ChainBuilder {
  readonly entrances = new Map<Name, Entrance>();
  private readonly supplies: Supplies;
  private readonly service = new Decks();
  private readonly arrivals = new Decks();

  constructor(supplies: Supplies) {
    this.supplies = supplies;
  }

  chain(stations: Station[]): Chain {
    const { kernel, copies } = this.supplies;
    // From the last to the first: a stage is made when those that it sends messages to are there
    const stages = stations.toReversed().map((station) => this.stage(station));
    return new Chain(kernel, copies, stages.reverse());
  }

  private stage(station: Station): Stage {
    const { supplies, service, arrivals } = this;
    const { kernel, copies, recorder } = supplies;
    const { pool, queue } = station;
    const stage = new Stage(kernel, copies, recorder.meters, {
      servers: pool.replicas * pool.from[0].window,
      service,
      deck: service.add(supplies.serviceLaw(pool)),
      next: this.next(pool),
      slots: slotsOf(supplies, station),
    });
    const feed = (times: Source, published: number) =>
      stage.receive(new FromProducer(copies, recorder.meters, { arrivals, deck: arrivals.add(times), published }));
    this.entrances.set(queue.name, { stage, feed });
    return stage;
  }

  private next({ name, then }: Pool): FromStage | null | Route<FromStage | null> {
    const ways = new Map<Name, FromStage>();
    for (const target of then.flatMap((way) => way.to)) if (!ways.has(target)) ways.set(target, this.way(target));
    const choice = then.map(({ share, to }) => ({ share, to: to.length === 0 ? null : ways.get(to[0])! }));
    if (choice.every((way) => way.to === choice[0].to)) return choice[0].to;
    return new Route(choice, this.supplies.stream(name, "route"));
  }

  private way(target: Name): FromStage {
    const { kernel, copies } = this.supplies;
    const way = new FromStage(kernel, copies);
    this.entrances.get(target)!.stage.receive(way);
    return way;
  }
}
