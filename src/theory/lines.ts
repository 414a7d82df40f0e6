import type { Answer } from "./answer.ts";
import { isFifo, isLimited, type Station } from "./station.ts";

/**
 * Unlimited prefetch deals Poisson messages out in turn: each of n consumers has a line of its own and sees every n-th
 * arrival, an Erlang interval. Answers of one such line, as answers of all.
 */
export function dealtOut(s: Station, answersOf: (line: Station) => Answer[]): Answer[] {
  if (s.line !== "dealt out" || s.input.kind !== "poisson" || s.serve !== "one") return [];
  if (isLimited(s) || !isFifo(s) || s.patience !== Infinity) return [];
  const n = s.servers;
  const interval = { dist: "erlang", stages: n, mean: n / s.rate } as const;
  const input = { kind: "arrivals", arrivals: { process: "renewal", interval } } as const;
  return answersOf({ ...s, line: "one", servers: 1, rate: s.rate / n, input }).map((answer) => together(answer, n));
}

function together(answer: Answer, n: number): Answer {
  const { probability: _, numberVariance: __, ...one } = answer.all;
  const { numberInSystem = Number.NaN, numberInQueue = Number.NaN } = one;
  return {
    ...answer,
    model: `${n} lines dealt out in turn, each ${answer.model.replace("G/M/1 (erlang)", `E${n}/M/1`)}`,
    all: { ...one, numberInSystem: n * numberInSystem, numberInQueue: n * numberInQueue },
    classes: new Map(),
  };
}
