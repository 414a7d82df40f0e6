import type { Inflow } from "./inflow.ts";

/** Several inflows as one: the earliest first, at equal times the one that was named first. Hot path. */
export class Confluence implements Inflow {
  time = Number.POSITIVE_INFINITY;
  private readonly inflows: Inflow[] = [];
  private readonly times: number[] = []; // s, of each inflow
  private readonly heap: number[] = []; // numbers of inflows, the earliest at the root

  constructor(inflows: Inflow[]) {
    for (const inflow of inflows) this.add(inflow);
  }

  add(inflow: Inflow): void {
    this.heap.push(this.inflows.push(inflow) - 1);
    this.times.push(inflow.time);
  }

  /** Looks at all inflows anew. To be called when something may have been added to them. There must be one. */
  refresh(): void {
    this.inflows.forEach((inflow, i) => {
      this.times[i] = inflow.time;
    });
    for (let at = this.heap.length >> 1; at-- > 0; ) this.sink(at);
    this.time = this.times[this.heap[0]];
  }

  take(): number {
    const earliest = this.heap[0];
    const inflow = this.inflows[earliest];
    const copy = inflow.take();
    this.times[earliest] = inflow.time;
    this.sink(0);
    this.time = this.times[this.heap[0]];
    return copy;
  }

  private sink(from: number): void {
    const { heap } = this;
    const sinking = heap[from];
    let at = from;
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.before(heap[child + 1], heap[child])) child++;
      if (!this.before(heap[child], sinking)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = sinking;
  }

  private before(a: number, b: number): boolean {
    return this.times[a] < this.times[b] || (this.times[a] === this.times[b] && a < b);
  }
}
