import type { Copies } from "./copies.ts";
import type { Meters, Slots } from "./meters.ts";
import { FULL, type Inlet, REFUSED, type Sender } from "./protocol.ts";

/** Whoever sends through an outbox. */
export interface Dispatcher {
  /** What was sent under `slot` had to wait and has now been taken everywhere. */
  sent(slot: number): void;
}

/** How an outbox counts what it does. */
export interface OutboxMeters {
  meters: Meters;
  /** Where twins are counted; null when there is never more than one place. */
  twins: Slots | null;
  /** Slot of the number that wait; −1 where no queue makes them wait. */
  blocked: number;
}

interface Pending {
  copy: number;
  item: number;
  targets: Inlet[];
  at: number;
}

/**
 * Sends a copy to one or more places, one after the other, and waits wherever a queue makes it wait. Every place but
 * the last gets a twin. What a queue refuses ends here. Hot path.
 */
export class Outbox implements Sender {
  private readonly copies: Copies;
  private readonly owner: Dispatcher;
  private readonly meters: Meters;
  private readonly twins: Slots | null;
  private readonly blocked: number;
  private waiting: Map<number, Pending> | null = null; // by slot; made when somebody first has to wait

  constructor(copies: Copies, owner: Dispatcher, { meters, twins, blocked }: OutboxMeters) {
    this.copies = copies;
    this.owner = owner;
    this.meters = meters;
    this.twins = twins;
    this.blocked = blocked;
  }

  /** Copies that wait to be taken: where the last place is not reached yet, the original besides the twin. */
  get held(): number {
    let copies = 0;
    for (const { copy, item } of this.waiting?.values() ?? []) copies += item === copy ? 1 : 2;
    return copies;
  }

  /** Gives `copy` away to all `targets` (at least one). False when it must wait: then `sent(slot)` follows. */
  send(copy: number, targets: Inlet[], slot: number): boolean {
    const last = targets.length - 1;
    for (let at = 0; at < last; at++) {
      const twin = this.twin(copy);
      if (!this.place(twin, targets[at], slot)) return this.wait(slot, { copy, item: twin, targets, at });
    }
    if (this.place(copy, targets[last], slot)) return true;
    return this.wait(slot, { copy, item: copy, targets, at: last });
  }

  room(slot: number): void {
    const pending = this.waiting!.get(slot)!;
    if (!this.place(pending.item, pending.targets[pending.at], slot)) return;
    this.waiting!.delete(slot);
    this.meters.jump(this.blocked, -1);
    const rest = pending.targets.slice(pending.at + 1);
    if (rest.length === 0 || this.send(pending.copy, rest, slot)) this.owner.sent(slot);
  }

  private place(item: number, target: Inlet, slot: number): boolean {
    const verdict = target.offer(item, this, slot);
    if (verdict === REFUSED) this.copies.end(item);
    return verdict !== FULL;
  }

  private wait(slot: number, pending: Pending): boolean {
    this.waiting ??= new Map();
    this.waiting.set(slot, pending);
    this.meters.jump(this.blocked, 1);
    return false;
  }

  private twin(copy: number): number {
    this.meters.countOf(this.twins!, this.copies.cls[copy]);
    return this.copies.twin(copy);
  }
}
