import type { Decks } from "../../random/deck.ts";
import type { Meters, SettableClock } from "../meters.ts";
import type { Place } from "../recorder.ts";
import { Route } from "../route.ts";
import { NOWHERE, type StationSlots } from "../station-slots.ts";
import { Confluence } from "./confluence.ts";
import { type FromStage, type Inflow, NOTHING } from "./inflow.ts";
import type { Rows } from "./rows.ts";
import { type Servers, serversOf } from "./servers.ts";

export interface StageParts {
  servers: number;
  /** Service times, and the number of this stage's deck among them. */
  service: Decks;
  deck: number;
  /** Where served messages go: the next stage, null to leave the system; drawn where there are several ways. */
  next: FromStage | null | Route<FromStage | null>;
  slots: StationSlots;
}

/**
 * A queue and its servers in a chain: whoever sends messages to it never hears from it. So it can be run by itself for
 * as long as it is known what arrives: whatever comes first, an arrival or the end of a service, is next; at equal times
 * the end of a service. Hot path.
 */
export class Stage implements Place {
  /** Messages that came so far, were served, and were sent on. */
  received = 0;
  served = 0;
  sent = 0;
  private readonly clock: SettableClock;
  private readonly copies: Rows;
  private readonly meters: Meters;
  private confluence: Confluence | null = null; // where messages come in from several sides
  private inflow: Inflow = NOTHING;
  private readonly servers: Servers;
  private readonly service: Decks;
  private readonly deck: number;
  private readonly next: FromStage | null;
  private readonly route: Route<FromStage | null> | null;
  private readonly slots: StationSlots;
  private entries = 0; // s, Σ of the times of arrival of those present
  // Those that wait, as a list; its ends mean nothing when nobody does
  private waiting = 0;
  private first = 0;
  private last = 0;

  constructor(clock: SettableClock, copies: Rows, meters: Meters, parts: StageParts) {
    this.clock = clock;
    this.copies = copies;
    this.meters = meters;
    this.servers = serversOf(parts.servers, clock);
    this.service = parts.service;
    this.deck = parts.deck;
    this.next = parts.next instanceof Route ? null : parts.next;
    this.route = parts.next instanceof Route ? parts.next : null;
    this.slots = parts.slots;
  }

  /** Lets messages come in from one more side. */
  receive(inflow: Inflow): void {
    if (this.inflow === NOTHING) this.inflow = inflow;
    else {
      this.confluence ??= new Confluence([this.inflow]);
      this.confluence.add(inflow);
      this.inflow = this.confluence;
    }
  }

  /** Messages present. */
  get present(): number {
    return this.received - this.served;
  }

  /** Whether anything is to happen that is known of. */
  get pending(): boolean {
    return this.present > 0 || this.inflow.time < Number.POSITIVE_INFINITY;
  }

  /** Arrivals and ends of services so far; where a message is sent on, both are one, and counted where it arrives. */
  get fired(): number {
    return this.received - this.sent + this.served;
  }

  /** Σ over the messages present of the time since their arrival [s]. */
  ages(now: number): number {
    return this.present * now - this.entries;
  }

  /** Does all that happens before `horizon` [s]; what arrives until then must be known. */
  run(horizon: number): void {
    const { clock, inflow, servers } = this;
    this.confluence?.refresh();
    for (;;) {
      if (servers.time <= inflow.time) {
        if (servers.time >= horizon) return;
        clock.now = servers.time;
        this.finish();
      } else {
        if (inflow.time >= horizon) return;
        clock.now = inflow.time;
        this.enter(inflow.take());
      }
    }
  }

  private enter(copy: number): void {
    const { copies, meters, slots, clock } = this;
    meters.count(slots.arrivals);
    meters.jump(slots.inSystem, 1);
    this.received++;
    copies.entered[copy] = clock.now;
    this.entries += clock.now;
    if (this.servers.idle > 0) {
      meters.jump(slots.inService, 1);
      this.start(copy);
    } else this.lineUp(copy);
  }

  private lineUp(copy: number): void {
    if (this.waiting++ === 0) this.first = copy;
    else this.copies.next[this.last] = copy;
    this.last = copy;
  }

  /** A server takes a message. */
  private start(copy: number): void {
    this.meters.elapsed(this.slots.waiting, this.copies.entered, copy);
    this.servers.start(copy, this.service.next(this.deck));
  }

  private finish(): void {
    const { copies, meters, slots } = this;
    const copy = this.servers.finish();
    this.served++;
    this.entries -= copies.entered[copy];
    meters.jump(slots.inSystem, -1);
    meters.elapsed(slots.sojourn, copies.entered, copy);
    if (slots.latency !== NOWHERE) meters.elapsed(slots.latency, copies.born, copy);
    this.sendOn(copy);
    if (this.waiting > 0) this.start(this.nextInLine());
    else meters.jump(slots.inService, -1);
  }

  private nextInLine(): number {
    const copy = this.first;
    this.first = this.copies.next[copy];
    this.waiting--;
    return copy;
  }

  private sendOn(copy: number): void {
    const { meters, copies, slots } = this;
    const next = this.route === null ? this.next : this.route.choose();
    if (next !== null) {
      this.sent++;
      meters.count(slots.hops);
      copies.goOn();
      next.add(copy);
    } else {
      if (slots.finished !== NOWHERE) meters.elapsed(slots.finished, copies.born, copy);
      copies.end(copy);
    }
  }
}
