import { nonPreemptive } from "../../queueing/priority.ts";
import type { Prediction } from "../../queueing/steady-state.ts";
import { type Answer, pooled } from "../answer.ts";
import { isPlain, meanService, presentOf, type Station, serviceVariation } from "../station.ts";
import { fittedAnswers } from "./fitted.ts";
import { twoMomentAnswers } from "./two-moments.ts";

/**
 * Priorities at several servers: each class waits as much longer or shorter than all together as it would at one server
 * that is so many times as fast.
 */
export function rankedAnswers(s: Station): Answer[] {
  if (s.input.kind !== "poisson" || s.order !== "priority" || !isPlain(s) || s.servers === 1) return [];
  const present = presentOf(s.classes).toSorted((a, b) => b.priority - a.priority);
  if (new Set(present.map(({ priority }) => priority)).size < present.length) return [];
  const [together] = [...fittedAnswers({ ...s, order: "fifo" }), ...twoMomentAnswers({ ...s, order: "fifo" })];
  if (together === undefined) return [];
  const fast = nonPreemptive(
    present.map(({ share, mean, variation }) => ({
      lambda: s.rate * share,
      service: { mean: mean / s.servers, second: (1 + variation) * (mean / s.servers) ** 2, third: Number.NaN },
    })),
  );
  const alone = (s.rate * meanSquare(s)) / 2 / (1 - (s.rate * meanService(s)) / s.servers);
  const classes = new Map(
    present.map(({ name, share, mean }, i): [string, Partial<Prediction>] => {
      const waitingTime = (together.all.waitingTime! * fast[i].waitingTime) / alone;
      const sojournTime = waitingTime + mean;
      const lambda = s.rate * share;
      const utilization = (lambda * mean) / s.servers;
      return [
        name,
        {
          waitingTime,
          sojournTime,
          utilization,
          numberInQueue: lambda * waitingTime,
          numberInSystem: lambda * sojournTime,
        },
      ];
    }),
  );
  const source = "as Bondi & Buzen (1984) scale interrupting priorities, ACM SIGMETRICS";
  return [
    {
      model: `M/G/${s.servers} priority, scaled from one fast server`,
      exact: false,
      source,
      all: pooled(s, classes),
      classes,
    },
  ];
}

/** E[S²] at one server so many times as fast. */
function meanSquare(s: Station): number {
  return (1 + serviceVariation(s)) * (meanService(s) / s.servers) ** 2;
}
