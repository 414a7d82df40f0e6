/**
 * The stationary distribution of a Markov chain in continuous time.
 *
 * States are eliminated one by one without any subtraction, so every probability has full relative accuracy, however
 * far apart the rates are. Only rates off the diagonal are read.
 *
 * @param rates rate from state i to state j at [i][j] [1/s]; every state can be reached from every other
 * @see Grassmann, Taksar & Heyman (1985), Operations Research 33(5) (the GTH algorithm)
 */
export function stationaryDistribution(rates: number[][]): number[] {
  const flow = rates.map((row) => [...row]);
  for (let last = flow.length - 1; last > 0; last--) eliminate(flow, last);
  const weights = [1];
  for (let state = 1; state < flow.length; state++) {
    weights.push(weights.reduce((sum, weight, from) => sum + weight * flow[from][state], 0));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Takes out state `last`: what would pass through it goes directly. Column `last` is left divided by its way out. */
function eliminate(flow: number[][], last: number): void {
  let out = 0;
  for (let to = 0; to < last; to++) out += flow[last][to];
  for (let from = 0; from < last; from++) {
    flow[from][last] /= out;
    for (let to = 0; to < last; to++) flow[from][to] += flow[from][last] * flow[last][to];
  }
}

/** Whether every state can be reached from every other along positive rates. */
export function isIrreducible(rates: number[][]): boolean {
  const backward = rates.map((_, to) => rates.map((row) => row[to]));
  return reachable(rates, 0).size === rates.length && reachable(backward, 0).size === rates.length;
}

/** The states that can be reached from `start`, itself included. */
export function reachable(rates: number[][], start: number): Set<number> {
  const found = new Set([start]);
  for (const from of found) {
    rates[from].forEach((rate, to) => {
      if (to !== from && rate > 0) found.add(to);
    });
  }
  return found;
}
