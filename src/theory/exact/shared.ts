import { exponentialProcessorSharing, processorSharing } from "../../queueing/ps.ts";
import type { Prediction } from "../../queueing/steady-state.ts";
import { type Rule, withoutTimeLaws } from "../answer.ts";
import { exponentialRate, isLimited, meanService } from "../station.ts";

/** M/G/c with processor sharing. */
const sharing: Rule = (s) => {
  const network = s.input.kind === "product form";
  if ((s.input.kind !== "poisson" && !network) || s.serve !== "shared" || isLimited(s)) return null;
  const mu = exponentialRate(s);
  const { slowdown, ...law } =
    mu === null
      ? processorSharing(s.rate, meanService(s), s.servers)
      : exponentialProcessorSharing(s.rate, mu, s.servers);
  const classes = s.classes.map(({ name, share, mean }): [string, Partial<Prediction>] => {
    const sojournTime = mean * slowdown;
    return [name, { sojournTime, numberInSystem: s.rate * share * sojournTime, waitingTime: 0 }];
  });
  return {
    model: `M/G/${s.servers} processor sharing${network ? " in a network of product form" : ""}`,
    exact: true,
    source: "Cohen (1979), Acta Informatica 12, 245–284; insensitive to the law of service",
    all: network ? withoutTimeLaws(law) : law,
    classes: new Map(classes),
  };
};

export const SHARED: Rule[] = [sharing];
