import type { Copies } from "./copies.ts";

/** Copies that consumers were sent ahead of time: one line for each replica, first in, first out. Hot path. */
export class PrefetchLines {
  private readonly copies: Copies;
  private readonly concurrency: number;
  private readonly busy: Int32Array; // servers, by replica
  private readonly lined: Int32Array; // copies in line, by replica
  private readonly head: Int32Array;
  private readonly tail: Int32Array;

  constructor(copies: Copies, { replicas, concurrency }: { replicas: number; concurrency: number }) {
    this.copies = copies;
    this.concurrency = concurrency;
    this.busy = new Int32Array(replicas);
    this.lined = new Int32Array(replicas);
    this.head = new Int32Array(replicas);
    this.tail = new Int32Array(replicas);
  }

  /** A copy arrives at a replica: true when one of its servers is idle, which it takes; else it stands in line. */
  begins(copy: number, replica: number): boolean {
    if (this.busy[replica] < this.concurrency) {
      this.busy[replica]++;
      return true;
    }
    if (this.lined[replica]++ === 0) this.head[replica] = copy;
    else this.copies.next[this.tail[replica]] = copy;
    this.tail[replica] = copy;
    return false;
  }

  /** A server of a replica has finished: the copy that it begins next, or −1. */
  ended(replica: number): number {
    if (this.lined[replica] === 0) {
      this.busy[replica]--;
      return -1;
    }
    const copy = this.head[replica];
    this.head[replica] = this.copies.next[copy];
    this.lined[replica]--;
    return copy;
  }
}
