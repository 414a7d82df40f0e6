import { gm1, gmc } from "../../queueing/gmc.ts";
import { mdc } from "../../queueing/mdc.ts";
import type { Distribution } from "../../random/distribution.ts";
import { type Answer, exactly, KLEINROCK, type Rule, waitingAlike } from "../answer.ts";
import { intervalsOf } from "../laws.ts";
import { commonLaw, exponentialRate, isFifo, isPlain, type Station } from "../station.ts";

/** More take longer than a few tenths of a second. */
const MOST_SERVERS = 2000;

/** G/M/c; D/M/c where a clock publishes. */
const general: Rule = (s) => {
  const mu = exponentialRate(s);
  if (s.input.kind !== "arrivals" || mu === null || !isPlain(s) || !isFifo(s) || s.servers > MOST_SERVERS) return null;
  const { arrivals } = s.input;
  if (arrivals.process === "renewal")
    return answer(s, `G/M/${s.servers} (${arrivals.interval.dist})`, arrivals.interval, mu);
  if (arrivals.process !== "periodic" || arrivals.jitter > 0) return null;
  return answer(s, `D/M/${s.servers}`, { dist: "constant", value: arrivals.interval }, mu);
};

function answer(s: Station, model: string, between: Distribution, mu: number): Answer {
  const interval = intervalsOf(between);
  const law = s.servers === 1 ? gm1(interval, mu) : gmc(interval, mu, s.servers);
  return { ...exactly(model, `${KLEINROCK}, chapter 6`, law), classes: waitingAlike(s, law.waitingTime) };
}

/** M/D/c. */
const constantService: Rule = (s) => {
  const law = commonLaw(s);
  if (s.input.kind !== "poisson" || law?.dist !== "constant" || !isPlain(s) || !isFifo(s) || s.servers > MOST_SERVERS)
    return null;
  const source = "Tijms (2003), A First Course in Stochastic Models, §9.6";
  const all = mdc(s.rate, law.value, s.servers);
  return { ...exactly(`M/D/${s.servers}`, source, all), classes: waitingAlike(s, all.waitingTime) };
};

export const RENEWAL: Rule[] = [general, constantService];
