import { mustBePositive, mustBeWhole } from "./domain.ts";
import { exploredChain } from "./explored-chain.ts";

/** Messages in the buffer before each station but the first, then whether each station but the last is blocked. */
interface Line {
  /** At station i ≥ 1: waiting and in service. */
  present: number[];
  /** Station i has finished a message that the next one has no room for. */
  blocked: boolean[];
}

/**
 * Throughput [1/s] of exponential single servers in series with room for a few messages between them, the first never
 * short of work: a server whose message finds no room keeps it and stops (blocking after service).
 *
 * @param mus service rate of each server [1/s], > 0
 * @param buffers waiting places before each server but the first, whole numbers ≥ 0
 * @throws RangeError when the line has too many states (over 3000)
 * @see Hunt (1956), Operations Research 4(6), 674–683, for the values without buffers
 */
export function saturatedLine(mus: number[], buffers: number[]): number {
  for (const mu of mus) mustBePositive("service rate", mu);
  for (const places of buffers) mustBeWhole("number of waiting places", places, 0);
  if (buffers.length !== mus.length - 1) {
    throw new RangeError(`${mus.length} servers have ${mus.length - 1} buffers between them, not ${buffers.length}.`);
  }
  const empty: Line = { present: buffers.map(() => 0), blocked: buffers.map(() => false) };
  const law = exploredChain(empty, (line) =>
    mus.flatMap((rate, i) => (works(line, i) ? [{ to: finished(line, i, buffers), rate }] : [])),
  );
  const last = mus.length - 1;
  return law.reduce((sum, { state, probability }) => (works(state, last) ? sum + probability * mus[last] : sum), 0);
}

/** Whether station i is at work; the last is never blocked. */
function works({ present, blocked }: Line, i: number): boolean {
  return (i === 0 || present[i - 1] > 0) && !blocked[i];
}

/** Station i finishes a message; its leaving may free those before it one after the other. */
function finished(line: Line, i: number, buffers: number[]): Line {
  const next = { present: line.present.slice(), blocked: line.blocked.slice() };
  if (i === buffers.length) next.present[i - 1]--;
  else if (next.present[i] <= buffers[i]) pass(next, i);
  else next.blocked[i] = true;
  // room at station j + 1 lets a blocked station j pass its message on
  for (let j = Math.min(i, buffers.length) - 1; j >= 0 && next.blocked[j] && next.present[j] <= buffers[j]; j--) {
    next.blocked[j] = false;
    pass(next, j);
  }
  return next;
}

/** A message goes from station i to station i + 1. */
function pass({ present }: Line, i: number): void {
  present[i]++;
  if (i > 0) present[i - 1]--;
}
