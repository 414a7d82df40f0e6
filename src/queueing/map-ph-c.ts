import { mustBePositive, mustBeWhole } from "./domain.ts";
import { arrivalRate, type MarkovianArrivals, matricesOf } from "./markovian-arrivals.ts";
import { add, identity, kronecker, rowSums, rowTimes } from "./matrix.ts";
import { momentsOf, type PhaseType } from "./phase-type.ts";
import { type Level, type LevelLaw, levelExcess, levelMoments, levelProbability, solveLevels } from "./qbd.ts";
import { serverPhases } from "./server-phases.ts";
import {
  type NumberLaw,
  type SojournLaw,
  type Spread,
  type SteadyState,
  utilizationOf,
  type WaitingLaw,
} from "./steady-state.ts";
import { type Queued, stepwiseTimes } from "./stepwise-times.ts";

const MOST_PHASES = 500;

/**
 * MAP/PH/c: Markovian arrivals, phase-type service, `c` equal servers behind one queue, first come, first served. Exact:
 * a quasi-birth-and-death process. Holds MMPP/M/c, PH/PH/1, M/PH/c and their like.
 *
 * @param arrivals the arrival process
 * @param service law of the service time
 * @param c number of servers, an integer ≥ 1; phases of arrivals × configurations of servers at most 500
 * @throws UnstableQueueError when the arrival rate reaches c/E[S]
 * @throws RangeError when the state space is too large
 */
export function mapPhC(
  arrivals: MarkovianArrivals,
  service: PhaseType,
  c: number,
): SteadyState & Spread & WaitingLaw & SojournLaw & NumberLaw {
  mustBeWhole("number of servers c", c, 1);
  const lambda = arrivalRate(arrivals);
  mustBePositive("arrival rate λ", lambda);
  const { mean, second } = momentsOf(service);
  const utilization = utilizationOf(lambda, 1 / mean, c);
  mustBeSmall(arrivals.d0.length, service.initial.length, c);
  const law = solveLevels(...levelsOf(arrivals, service, c));
  const { mean: numberInSystem, variance: numberVariance } = levelMoments(law);
  const numberInQueue = levelExcess(law, c);
  const waitingTime = numberInQueue / lambda;
  const times = stepwiseTimes(waitOf(law, arrivals, service, c), service, waitingTime + mean);
  return {
    utilization,
    numberInSystem,
    numberInQueue,
    waitingTime,
    sojournTime: waitingTime + mean,
    probability: (n) => levelProbability(law, n),
    numberVariance,
    ...times,
    sojournVariance: times.waitingVariance + second - mean ** 2,
  };
}

function mustBeSmall(phases: number, stages: number, c: number): void {
  let size = phases;
  for (let i = 1; i < stages; i++) size *= (c + i) / i;
  if (size > MOST_PHASES) {
    throw new RangeError(
      `${Math.round(size)} phases are too many to solve: fewer servers, or a service law of fewer stages than ${stages}, would do.`,
    );
  }
}

/** Levels count messages in the system; phases are arrival phase × configuration of the busy servers. */
function levelsOf(arrivals: MarkovianArrivals, service: PhaseType, c: number): [Level[], Level] {
  const { d0, d1 } = matricesOf(arrivals);
  const still = identity(d0.rows);
  const level = (n: number): Level => {
    const servers = serverPhases(service, Math.min(n, c));
    const same = identity(servers.local.rows);
    return {
      up: kronecker(d1, n < c ? servers.start : same),
      local: add(kronecker(d0, same), kronecker(still, servers.local)),
      down: kronecker(still, n <= c ? servers.finish : servers.renew),
    };
  };
  const boundary = Array.from({ length: c + 1 }, (_, n) => level(n));
  return [boundary, level(c + 1)];
}

/** What a waiting message watches: how many must start before it, and the service process of `c` busy servers. */
function waitOf({ levels, r, tailSum }: LevelLaw, arrivals: MarkovianArrivals, service: PhaseType, c: number): Queued {
  const { local, renew } = serverPhases(service, c);
  const lambda = arrivalRate(arrivals);
  const rates = rowSums(matricesOf(arrivals).d1);
  return {
    full: rowTimes(levels[c], tailSum).map((time) => time / lambda),
    r,
    seen: kronecker({ rows: rates.length, columns: 1, data: rates }, identity(local.rows)),
    local,
    renew,
  };
}
