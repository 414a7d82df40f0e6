import type { Copies } from "../copies.ts";
import { ByAge } from "./by-age.ts";
import type { ReadyList } from "./ready-list.ts";

/** The copy with the least work goes first; of equal ones the one that arrived first. A binary heap. Hot path. */
export class ShortestFirst implements ReadyList {
  length = 0;
  private heap = new Int32Array(64);
  private readonly byAge: ByAge;
  private readonly copies: Copies;
  private arrivals = 0;
  private arrival = new Float64Array(64); // order of arrival, by place, to break ties

  constructor(copies: Copies) {
    this.copies = copies;
    this.byAge = new ByAge(copies);
  }

  /** The copy whose turn it is; meaningless when empty. */
  get first(): number {
    return this.heap[0];
  }

  add(copy: number): void {
    if (this.length === this.heap.length) this.grow();
    this.rise(copy, this.arrivals++, this.length++);
    this.byAge.add(copy);
  }

  take(): number {
    return this.removeAt(0);
  }

  takeOldest(): number {
    return this.removeAt(this.copies.place[this.byAge.oldest]);
  }

  private removeAt(place: number): number {
    const copy = this.heap[place];
    this.byAge.remove(copy);
    const last = --this.length;
    if (place !== last) this.replace(place, this.heap[last], this.arrival[last]);
    return copy;
  }

  /** Fills a hole at `place` with a copy that may belong higher or lower. */
  private replace(place: number, copy: number, arrival: number): void {
    const parent = (place - 1) >> 1;
    if (place > 0 && this.precedes(copy, arrival, parent)) this.rise(copy, arrival, place);
    else this.sink(copy, arrival, place);
  }

  private rise(copy: number, arrival: number, from: number): void {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.precedes(copy, arrival, parent)) break;
      this.put(this.heap[parent], this.arrival[parent], place);
      place = parent;
    }
    this.put(copy, arrival, place);
  }

  private sink(copy: number, arrival: number, from: number): void {
    let place = from;
    for (let child = 2 * place + 1; child < this.length; child = 2 * place + 1) {
      const right = child + 1;
      if (right < this.length && this.precedes(this.heap[right], this.arrival[right], child)) child = right;
      if (this.precedes(copy, arrival, child)) break;
      this.put(this.heap[child], this.arrival[child], place);
      place = child;
    }
    this.put(copy, arrival, place);
  }

  /** Whether `copy` goes before the one at `place`. */
  private precedes(copy: number, arrival: number, place: number): boolean {
    const { demand } = this.copies;
    const mine = demand[copy];
    const its = demand[this.heap[place]];
    return mine < its || (mine === its && arrival < this.arrival[place]);
  }

  private put(copy: number, arrival: number, place: number): void {
    this.heap[place] = copy;
    this.arrival[place] = arrival;
    this.copies.place[copy] = place;
  }

  private grow(): void {
    const heap = new Int32Array(2 * this.heap.length);
    heap.set(this.heap);
    this.heap = heap;
    const arrival = new Float64Array(heap.length);
    arrival.set(this.arrival);
    this.arrival = arrival;
  }
}
