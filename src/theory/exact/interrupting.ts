import { lcfsPreemptive } from "../../queueing/lcfs.ts";
import { foregroundBackground, shortestRemainingFirst } from "../../queueing/size-based.ts";
import { exactly, KLEINROCK, type Rule } from "../answer.ts";
import { lawOf } from "../laws.ts";
import { sizeLawOf } from "../sizes.ts";
import { commonLaw, isPlain } from "../station.ts";

/** M/G/1 in orders that interrupt a message for another one. */
const interrupting: Rule = (s) => {
  const law = commonLaw(s);
  if (s.input.kind !== "poisson" || s.servers !== 1 || law === null || !isPlain(s)) return null;
  const size = sizeLawOf(law);
  if (s.order === "last-interrupts") {
    const source = `${KLEINROCK}, §5.8; a sojourn is a busy period`;
    return exactly(`M/G/1 LCFS-PR (${law.dist})`, source, lcfsPreemptive(s.rate, lawOf(law)));
  }
  if (size !== null && s.order === "shortest-remaining") {
    const source = "Schrage & Miller (1966), Operations Research 14(4), 670–684";
    return exactly(`M/G/1 SRPT (${law.dist})`, source, shortestRemainingFirst(s.rate, size));
  }
  if (size !== null && s.order === "least-served") {
    const source = "Kleinrock (1976), Queueing Systems, volume 2, §4.6";
    return exactly(`M/G/1 least served first (${law.dist})`, source, foregroundBackground(s.rate, size));
  }
  return null;
};

export const INTERRUPTING: Rule[] = [interrupting];
