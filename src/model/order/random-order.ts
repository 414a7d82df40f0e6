import type { Stream } from "../../random/stream.ts";
import type { Copies } from "../copies.ts";
import { ByAge } from "./by-age.ts";
import type { ReadyList } from "./ready-list.ts";

/** Service in random order: each waiting copy is equally likely to be next. Hot path. */
export class RandomOrder implements ReadyList {
  length = 0;
  private waiting = new Int32Array(64);
  private readonly byAge: ByAge;
  private readonly copies: Copies;
  private readonly stream: Stream;

  constructor(copies: Copies, stream: Stream) {
    this.copies = copies;
    this.byAge = new ByAge(copies);
    this.stream = stream;
  }

  add(copy: number): void {
    if (this.length === this.waiting.length) this.grow();
    this.put(copy, this.length++);
    this.byAge.add(copy);
  }

  take(): number {
    return this.remove(this.waiting[this.stream.below(this.length)]);
  }

  takeOldest(): number {
    return this.remove(this.byAge.oldest);
  }

  private remove(copy: number): number {
    const last = this.waiting[--this.length];
    this.put(last, this.copies.place[copy]);
    this.byAge.remove(copy);
    return copy;
  }

  private put(copy: number, place: number): void {
    this.waiting[place] = copy;
    this.copies.place[copy] = place;
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.waiting.length);
    larger.set(this.waiting);
    this.waiting = larger;
  }
}
