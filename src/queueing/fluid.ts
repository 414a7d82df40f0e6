import { mustBePositive, mustNotBeNegative } from "./domain.ts";

/** A stretch of time with constant rates. */
export interface Stretch {
  /** Its length [s], > 0. */
  seconds: number;
  /** Messages arriving, and messages that could be served [1/s], ≥ 0. */
  arrivals: number;
  capacity: number;
}

/** How a backlog grows and drains. */
export interface FluidPath {
  /** Corners of the path, straight in between: time [s] and backlog [messages]. */
  corners: { time: number; backlog: number }[];
  peak: { time: number; backlog: number };
  /** When the backlog is gone for good [s]; null if it is not by the end. */
  drained: number | null;
  /** The longest a message waits, first come, first served, among those served by the end [s]. */
  longestWait: number;
}

/**
 * Fluid model of a queue whose arrivals or servers vary so much that randomness does not matter: the backlog grows by what
 * arrives in excess of capacity, and never falls below 0.
 *
 * @param stretches one after the other, at least one
 * @param backlog messages waiting at the start, ≥ 0
 */
export function fluid(stretches: Stretch[], backlog = 0): FluidPath {
  mustNotBeNegative("backlog at the start", backlog);
  const corners = [{ time: 0, backlog }];
  for (const { seconds, arrivals, capacity } of stretches) {
    mustBePositive("length of a stretch", seconds);
    mustNotBeNegative("arrival rate", arrivals);
    mustNotBeNegative("capacity", capacity);
    const { time, backlog: before } = corners[corners.length - 1];
    const growth = arrivals - capacity;
    const empties = growth < 0 ? before / -growth : Infinity;
    if (empties > 0 && empties < seconds) corners.push({ time: time + empties, backlog: 0 });
    const gone = empties <= seconds * (1 + 1e-12); // also where rounding would leave a trace
    corners.push({ time: time + seconds, backlog: gone ? 0 : before + growth * seconds });
  }
  const peak = corners.reduce((most, corner) => (corner.backlog > most.backlog ? corner : most));
  return { corners, peak, drained: drainedAt(corners), longestWait: longestWait(stretches, corners) };
}

/** Start of the stretch at the end in which nothing waits. */
function drainedAt(corners: { time: number; backlog: number }[]): number | null {
  let drained: number | null = null;
  for (const { time, backlog } of corners) {
    if (backlog > 0) drained = null;
    else drained ??= time;
  }
  return drained;
}

/**
 * The n-th message leaves when as many have been served, so its wait is the horizontal distance between two increasing
 * broken lines. It is largest at a corner of one of them, approached from below or from above.
 */
function longestWait(stretches: Stretch[], corners: { time: number; backlog: number }[]): number {
  const arrived = [{ time: 0, count: corners[0].backlog }];
  for (const { seconds, arrivals } of stretches) {
    const { time, count } = arrived[arrived.length - 1];
    arrived.push({ time: time + seconds, count: count + arrivals * seconds });
  }
  const served = corners.map(({ time, backlog }) => ({ time, count: countAt(arrived, time) - backlog }));
  const known = served[served.length - 1].count;
  return [...arrived, ...served]
    .filter(({ count }) => count <= known)
    .flatMap(({ count }) => [
      firstAt(served, count) - firstAt(arrived, count),
      count < known ? lastAt(served, count) - lastAt(arrived, count) : 0,
    ])
    .reduce((longest, wait) => Math.max(longest, wait), 0);
}

interface Corner {
  time: number;
  count: number;
}

function countAt(line: Corner[], time: number): number {
  const i = Math.max(
    1,
    line.findIndex((corner) => corner.time >= time),
  );
  const [a, b] = [line[i - 1], line[i]];
  return a.count + ((b.count - a.count) * (time - a.time)) / (b.time - a.time);
}

/** When the line first reaches a count. */
function firstAt(line: Corner[], count: number): number {
  const i = line.findIndex((corner) => corner.count >= count);
  return i <= 0 ? line[0].time : between(line[i - 1], line[i], count);
}

/** When the line leaves a count behind. */
function lastAt(line: Corner[], count: number): number {
  const i = line.findIndex((corner) => corner.count > count);
  return i <= 0 ? line[0].time : between(line[i - 1], line[i], count);
}

function between(a: Corner, b: Corner, count: number): number {
  return a.time + ((b.time - a.time) * (count - a.count)) / (b.count - a.count);
}
