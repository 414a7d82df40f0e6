import type { Copies } from "../copies.ts";
import type { ReadyList } from "./ready-list.ts";

/** Last in, first out: linked both ways, so that the oldest can be dropped. Hot path. */
export class Lifo implements ReadyList {
  length = 0;
  private newest = 0;
  private oldest = 0;
  private readonly copies: Copies;

  constructor(copies: Copies) {
    this.copies = copies;
  }

  add(copy: number): void {
    if (this.length++ === 0) this.oldest = copy;
    else {
      this.copies.prev[copy] = this.newest;
      this.copies.next[this.newest] = copy;
    }
    this.newest = copy;
  }

  take(): number {
    const copy = this.newest;
    this.newest = this.copies.prev[copy];
    this.length--;
    return copy;
  }

  takeOldest(): number {
    const copy = this.oldest;
    this.oldest = this.copies.next[copy];
    this.length--;
    return copy;
  }
}
