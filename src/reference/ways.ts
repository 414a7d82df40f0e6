import type { Name, Way as WaySpec } from "../spec.ts";
import type { Count } from "./accounts.ts";
import type { Accounts } from "./books.ts";
import type { Copy, Messages } from "./messages.ts";
import type { Destination, System } from "./system.ts";

/** Places that all get a copy; none when the message has reached its end. */
export type Way = Destination[];

/** Where messages go from one place. */
export class Ways {
  /** The way of the next message. */
  readonly choose: () => Way;
  private readonly messages: Messages;
  private readonly twins: Accounts<Count> | null;

  constructor(choose: () => Way, messages: Messages, twins: Accounts<Count> | null) {
    this.choose = choose;
    this.messages = messages;
    this.twins = twins;
  }

  /** Gives a copy away: to the last station of the way, and a twin to each other one. */
  send(copy: Copy, way: Way): void {
    way.forEach((station, i) => {
      const last = i === way.length - 1;
      if (!last) for (const one of this.twins!.for(copy.cls)) one.add();
      station.accept(last ? copy : this.messages.twin(copy));
      station.noticeStarts();
    });
  }
}

/** The ways from `where`. Stations are looked up when they are needed, since ways may lead to one not yet built. */
export function ways(system: System, where: Name, specs: WaySpec[], of = ""): Ways {
  const { books, draws, messages, stations } = system;
  const names = specs.map(({ share, to }) => ({ share, value: to }));
  const choose = draws.choice(names, draws.stream(where, `${of}route`));
  const twins = specs.some(({ to }) => to.length > 1) ? books.counts(where, "twins") : null;
  return new Ways(() => choose().map((name) => stations.get(name)!), messages, twins);
}
