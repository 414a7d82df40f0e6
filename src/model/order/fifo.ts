import type { Copies } from "../copies.ts";
import type { ReadyList } from "./ready-list.ts";

/** First in, first out: a list linked through the copies themselves. Hot path. */
export class Fifo implements ReadyList {
  length = 0;
  /** The oldest copy; meaningless when empty. */
  head = 0;
  private tail = 0;
  private readonly copies: Copies;

  constructor(copies: Copies) {
    this.copies = copies;
  }

  add(copy: number): void {
    if (this.length++ === 0) this.head = copy;
    else this.copies.next[this.tail] = copy;
    this.tail = copy;
  }

  /** Puts a copy before all others. */
  addFirst(copy: number): void {
    if (this.length++ === 0) this.tail = copy;
    else this.copies.next[copy] = this.head;
    this.head = copy;
  }

  take(): number {
    const copy = this.head;
    this.head = this.copies.next[copy];
    this.length--;
    return copy;
  }

  takeOldest(): number {
    return this.take();
  }
}
