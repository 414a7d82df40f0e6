import type { Actor, Kernel } from "../engine/kernel.ts";
import type { Deck } from "../random/deck.ts";
import type { Copies, Waiters } from "./copies.ts";
import type { Dispatcher } from "./outbox.ts";
import { Publisher, type PublisherParts } from "./publisher.ts";

/** A closed population: each client thinks, publishes, and waits until all that followed has left the system. */
export class Clients implements Actor, Dispatcher {
  private readonly kernel: Kernel;
  private readonly port: number;
  private readonly think: Deck;
  private readonly publisher: Publisher;

  /** @param clients their numbers, `first` … `first + count − 1`, among all clients of the model */
  constructor(
    kernel: Kernel,
    copies: Copies,
    clients: { first: number; count: number; think: Deck },
    parts: PublisherParts,
  ) {
    this.kernel = kernel;
    this.port = kernel.register(this);
    this.think = clients.think;
    this.publisher = new Publisher(copies, parts, this);
    for (let client = clients.first; client < clients.first + clients.count; client++) this.finished(client);
  }

  /** Copies that wait to be taken. */
  get held(): number {
    return this.publisher.held;
  }

  /** The client has thought. */
  fire(_what: number, client: number): void {
    this.publisher.publish(client, client);
  }

  /** Taken at last by a full queue; the client waits for the answer as it would have. */
  sent(): void {}

  finished(client: number): void {
    this.kernel.schedule(this.kernel.now + this.think.next(), this.port, client);
  }
}

/** Passes the end of a client's message on to the population that the client belongs to. */
export class Directory implements Waiters {
  private readonly populations: { upTo: number; clients: Clients }[] = [];

  add(upTo: number, clients: Clients): void {
    this.populations.push({ upTo, clients });
  }

  finished(client: number): void {
    for (const { upTo, clients } of this.populations) {
      if (client >= upTo) continue;
      clients.finished(client);
      return;
    }
  }
}
