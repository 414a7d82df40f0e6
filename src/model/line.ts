import type { Sender } from "./protocol.ts";

/** Senders that wait outside a full queue, first come, first admitted. */
export class Line {
  length = 0;
  private head = 0;
  private senders: Sender[] = [];
  private slots: number[] = [];

  add(sender: Sender, slot: number): void {
    this.senders.push(sender);
    this.slots.push(slot);
    this.length++;
  }

  /** Tells the first in line that there is room. There must be one. */
  invite(): void {
    const sender = this.senders[this.head];
    const slot = this.slots[this.head];
    this.head++;
    this.length--;
    if (this.head > 1024 && 2 * this.head > this.senders.length) this.compact();
    sender.room(slot);
  }

  private compact(): void {
    this.senders = this.senders.slice(this.head);
    this.slots = this.slots.slice(this.head);
    this.head = 0;
  }
}
