import type { Answer, Rule } from "../answer.ts";
import { dealtOut } from "../lines.ts";
import { isFifo, type Station } from "../station.ts";
import { INTERRUPTING } from "./interrupting.ts";
import { MARKOVIAN } from "./markovian.ts";
import { ONE_SERVER } from "./one-server.ts";
import { PHASES } from "./phases.ts";
import { RANKED, withoutRanks } from "./ranked.ts";
import { RENEWAL } from "./renewal.ts";
import { SHARED } from "./shared.ts";
import { twistedAnswer } from "./twisted.ts";

/** Tried in this order; the first that applies answers. */
const RULES: Rule[] = [...MARKOVIAN, ...RENEWAL, ...RANKED, ...ONE_SERVER, ...INTERRUPTING, ...SHARED, ...PHASES];

/** The exact model that a station is an instance of, solved; null when there is none here. @throws RangeError when it has no steady state */
export function exactAnswer(station: Station): Answer | null {
  const s = withoutRanks(station);
  if (s.twist !== null) return twistedAnswer(s, s.twist);
  for (const recognise of RULES) {
    const answer = recognise(s);
    if (answer !== null) return answer;
  }
  const [lines = null] = isFifo(s) ? dealtOut(s, (one) => [exactAnswer(one)].filter((each) => each !== null)) : [];
  return lines;
}
