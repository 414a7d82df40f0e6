import { zeros } from "./matrix.ts";
import { stationary } from "./stationary.ts";

const MOST_STATES = 3000;

/** Where a state leads, and at what rate [1/s]. */
export type Moves<State> = (state: State) => { to: State; rate: number }[];

/**
 * Stationary law of a finite Markov chain given by its moves: states reachable from `start` are explored, then solved
 * without subtraction.
 *
 * @param start a state that is visited again and again
 * @param moves possible moves of a state; states are told apart by their JSON
 * @throws RangeError beyond 3000 states
 */
export function exploredChain<State>(start: State, moves: Moves<State>): { state: State; probability: number }[] {
  const states = [start];
  const index = new Map([[JSON.stringify(start), 0]]);
  const rates: [from: number, to: number, rate: number][] = [];
  for (let from = 0; from < states.length; from++) {
    for (const { to, rate } of moves(states[from])) {
      const key = JSON.stringify(to);
      const at = index.get(key) ?? states.push(to) - 1;
      index.set(key, at);
      rates.push([from, at, rate]);
    }
    if (states.length > MOST_STATES) throw new RangeError(`More than ${MOST_STATES} states are too many to solve.`);
  }
  const matrix = zeros(states.length, states.length);
  for (const [from, to, rate] of rates) matrix.data[from * states.length + to] += rate;
  const law = stationary(matrix);
  return states.map((state, i) => ({ state, probability: law[i] }));
}
