import { mustBeWhole } from "./domain.ts";

/** What happens to each message of a recorded stream, first come, first served. */
export interface TraceState {
  /** Wait of each message, and when it departs [s]. */
  waits: number[];
  departures: number[];
}

/**
 * Recorded arrivals and service times through `c` equal servers behind one queue: who comes next takes the server that
 * is free first (Kiefer & Wolfowitz). No probability involved.
 *
 * @param arrivals times, ascending [s]
 * @param services service times in the same order [s], ≥ 0
 * @param c number of servers, an integer ≥ 1
 */
export function traceQueue(arrivals: number[], services: number[], c: number): TraceState {
  mustBeWhole("number of servers c", c, 1);
  if (arrivals.length !== services.length) {
    throw new RangeError(`${arrivals.length} arrivals need as many service times, not ${services.length}.`);
  }
  const free = new Float64Array(c).fill(-Infinity); // a heap: when each server is free, earliest first
  const departures: number[] = [];
  const waits = arrivals.map((arrival, i) => {
    if (i > 0 && !(arrival >= arrivals[i - 1]))
      throw new RangeError(`Arrival ${i + 1} comes before the one before it.`);
    const start = Math.max(arrival, free[0]);
    departures.push(start + services[i]);
    replaceEarliest(free, start + services[i]);
    return start - arrival;
  });
  return { waits, departures };
}

function replaceEarliest(heap: Float64Array, time: number): void {
  let hole = 0;
  for (let child = 1; child < heap.length; child = 2 * hole + 1) {
    if (child + 1 < heap.length && heap[child + 1] < heap[child]) child++;
    if (heap[child] >= time) break;
    heap[hole] = heap[child];
    hole = child;
  }
  heap[hole] = time;
}
