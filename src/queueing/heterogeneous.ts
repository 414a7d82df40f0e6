import { mustBePositive } from "./domain.ts";
import { fillDiagonal } from "./level-from-rates.ts";
import { zeros } from "./matrix.ts";
import { type Level, levelExcess, levelMoments, levelProbability, solveLevels } from "./qbd.ts";
import { type NumberLaw, type SteadyState, short, UnstableQueueError } from "./steady-state.ts";

/**
 * M/M/c with servers of different speed behind one queue; a message that starts on a server stays there.
 *
 * @param lambda arrival rate λ [1/s], > 0
 * @param rates service rate of each server [1/s], > 0; at most 10
 * @param choice which free server a message takes: the fastest, or any with equal chance
 * @returns besides the usual, how busy each server is; `utilization` is their average
 * @throws UnstableQueueError when λ reaches the sum of the rates
 */
export function heterogeneous(
  lambda: number,
  rates: number[],
  choice: "fastest" | "any",
): SteadyState & NumberLaw & { utilizations: number[] } {
  mustBePositive("arrival rate λ", lambda);
  for (const rate of rates) mustBePositive("service rate of a server", rate);
  if (rates.length > 10) throw new RangeError(`At most 10 servers can be told apart, not ${rates.length}.`);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  if (lambda >= total) {
    const remedy = `Servers of more than ${short(lambda)}/s together would be enough.`;
    throw new UnstableQueueError(`λ/Σμ = ${short(lambda)}/${short(total)}`, lambda / total, remedy);
  }
  const c = rates.length;
  const level = (n: number) => levelOf(n, lambda, rates, choice);
  const law = solveLevels(
    Array.from({ length: c + 1 }, (_, n) => level(n)),
    level(c + 1),
  );
  const { mean, variance } = levelMoments(law);
  const free = rates.map((_, server) => {
    let probability = 0;
    for (let n = 0; n < c; n++) {
      busySets(n, c).forEach((set, phase) => {
        if (!(set & (1 << server))) probability += law.levels[n][phase];
      });
    }
    return probability;
  });
  const utilizations = free.map((probability) => 1 - probability);
  const numberInQueue = levelExcess(law, c);
  const busy = utilizations.reduce((sum, share) => sum + share, 0);
  return {
    utilization: busy / c,
    utilizations,
    numberInSystem: mean,
    numberInQueue,
    sojournTime: mean / lambda,
    waitingTime: numberInQueue / lambda,
    probability: (n) => levelProbability(law, n),
    numberVariance: variance,
  };
}

/** Sets of min(n, c) servers out of c, as bits. */
function busySets(n: number, c: number): number[] {
  const size = Math.min(n, c);
  return Array.from({ length: 2 ** c }, (_, set) => set).filter((set) => bits(set) === size);
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** n messages; the phase is the set of busy servers. */
function levelOf(n: number, lambda: number, rates: number[], choice: "fastest" | "any"): Level {
  const c = rates.length;
  const [here, more, fewer] = [n, n + 1, Math.max(0, n - 1)].map((size) => busySets(size, c));
  const level = {
    up: zeros(here.length, more.length),
    local: zeros(here.length, here.length),
    down: zeros(here.length, fewer.length),
  };
  here.forEach((set, row) => {
    if (n >= c) level.up.data[0] = lambda; // all are busy, which is one set
    const free = rates.map((_, server) => server).filter((server) => !(set & (1 << server)));
    const taken = choice === "any" ? free : free.toSorted((a, b) => rates[b] - rates[a]).slice(0, 1);
    for (const server of taken) {
      level.up.data[row * more.length + more.indexOf(set | (1 << server))] += lambda / taken.length;
    }
    rates.forEach((rate, server) => {
      if (n === 0 || !(set & (1 << server))) return;
      const after = n > c ? set : set & ~(1 << server); // with others waiting, the server goes on
      level.down.data[row * fewer.length + fewer.indexOf(after)] += rate;
    });
  });
  return fillDiagonal(level);
}
