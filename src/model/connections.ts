import type { Name, Way } from "../spec.ts";
import type { StationDoor } from "./build-stations.ts";
import type { Entrance } from "./chain/build-chains.ts";
import type { OutboxMeters } from "./outbox.ts";
import type { Inlet } from "./protocol.ts";
import type { Queue } from "./queue.ts";
import { Route } from "./route.ts";
import type { Supplies } from "./supplies.ts";

/** How the parts of one running model reach each other. */
export class Connections {
  readonly stations: Map<Name, StationDoor>;
  /** Into chains, for producers of single messages only. */
  readonly entrances: Map<Name, Entrance>;
  /** Queues that are not part of a station. */
  readonly queues = new Map<Name, Queue>();
  private readonly supplies: Supplies;

  constructor(supplies: Supplies, stations: Map<Name, StationDoor>, entrances: Map<Name, Entrance>) {
    this.supplies = supplies;
    this.entrances = entrances;
    this.stations = stations;
  }

  /** The station that takes what is published to a queue, if it is one. */
  station(queue: Name): Entrance | StationDoor | undefined {
    return this.entrances.get(queue) ?? this.stations.get(queue);
  }

  /** Where messages choose one of `ways`; `of` tells the instances of one producer apart. */
  route(where: Name, ways: Way[], of = ""): Route<Inlet[]> {
    const inlets = ways.map((way) => ({ share: way.share, to: way.to.map((name) => this.inlet(name)) }));
    return new Route(inlets, this.supplies.stream(where, `${of}route`));
  }

  outbox(where: Name, ways: Way[]): OutboxMeters {
    return {
      meters: this.supplies.recorder.meters,
      twins: ways.some((way) => way.to.length > 1) ? this.supplies.slots(where, "twins") : null,
      blocked: this.supplies.slotIfAny(where, "blocked"),
    };
  }

  private inlet(name: Name): Inlet {
    return this.stations.get(name) ?? this.queues.get(name)!;
  }
}
