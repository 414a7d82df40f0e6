import { type Matrix, zeros } from "./matrix.ts";
import { absorption, type PhaseType } from "./phase-type.ts";

/**
 * Phases of `busy` equal servers in phase-type service: how many of them are in each phase, in a fixed order. Equal
 * servers need not be told apart, so there are (busy + m − 1 choose m − 1) configurations rather than mᵇᵘˢʸ.
 */
export function configurations(busy: number, phases: number): number[][] {
  if (phases === 1) return [[busy]];
  const all: number[][] = [];
  for (let k = busy; k >= 0; k--) {
    for (const rest of configurations(busy - k, phases - 1)) all.push([k, ...rest]);
  }
  return all;
}

/** Rates between configurations of `busy` servers: within a level, when one finishes, and where a new service starts. */
export interface ServerPhases {
  /** Phase changes, with the total rate out on the diagonal (completions included). */
  local: Matrix;
  /** A completion that leaves one server fewer: to the configurations of busy − 1. */
  finish: Matrix;
  /** A completion after which the server starts on the next message at once. */
  renew: Matrix;
  /** Probabilities of the configuration of busy + 1 after a service starts. */
  start: Matrix;
}

export function serverPhases(service: PhaseType, busy: number): ServerPhases {
  const m = service.initial.length;
  const [here, fewer, more] = [busy, busy - 1, busy + 1].map((servers) =>
    servers < 0 ? [] : configurations(servers, m),
  );
  const index = (list: number[][]) => new Map(list.map((configuration, i) => [configuration.join(), i]));
  const [hereAt, fewerAt, moreAt] = [here, fewer, more].map(index);
  const ends = absorption(service);
  const local = zeros(here.length, here.length);
  const finish = zeros(here.length, fewer.length);
  const renew = zeros(here.length, here.length);
  const start = zeros(here.length, more.length);
  const put = (matrix: Matrix, row: number, at: number | undefined, rate: number) => {
    if (at !== undefined) matrix.data[row * matrix.columns + at] += rate;
  };
  here.forEach((servers, row) => {
    service.initial.forEach((probability, p) => {
      put(start, row, moreAt.get(moved(servers, -1, p).join()), probability);
    });
    servers.forEach((count, from) => {
      if (count === 0) return;
      put(local, row, row, count * service.generator[from][from]);
      put(finish, row, fewerAt.get(moved(servers, from, -1).join()), count * ends[from]);
      for (let to = 0; to < m; to++) {
        const target = hereAt.get(moved(servers, from, to).join());
        put(renew, row, target, count * ends[from] * service.initial[to]);
        if (to !== from) put(local, row, target, count * service.generator[from][to]);
      }
    });
  });
  return { local, finish, renew, start };
}

/** One server fewer in phase `from` and one more in phase `to`; −1 stands for none. */
function moved(servers: number[], from: number, to: number): number[] {
  return servers.map((count, phase) => count - (phase === from ? 1 : 0) + (phase === to ? 1 : 0));
}
