import type { Arrivals } from "../random/arrivals.ts";
import { mean } from "../random/moments.ts";
import type { Demand } from "./demand.ts";
import type { DistributionText } from "./distribution-schema.ts";
import { firstWord } from "./distribution-text.ts";
import { settleDistribution } from "./distributions.ts";
import { LIMITS } from "./limits.ts";
import { settleMap, settleMmpp } from "./markov-arrivals.ts";
import type { ArrivalsText, ProducerText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import { settleReplay } from "./replay.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

export const RATE: Demand = { is: "rate", above: 0 };
const INTERVAL: Demand = { is: "time", above: 0 };

/** Stands in for arrivals that are refused. */
export const STAND_IN: Arrivals = { process: "poisson", rate: 1 };

const IN_A_LINE = ["poisson", "every", "renewal"];
const IN_A_MAP = ["mmpp", "map", "times", "closed"];

/** When a producer publishes: `rate:` is a Poisson process, `arrivals:` any. */
export function settleArrivals(producer: Setting<ProducerText>, settling: Settling): Arrivals {
  const rate = producer.at("rate");
  const arrivals = producer.at("arrivals");
  if (rate.given === arrivals.given) {
    const path = rate.given ? rate.path : producer.path;
    settling.refuseKey(path, rate.given ? BOTH : NEITHER);
    return STAND_IN;
  }
  if (rate.given) return { process: "poisson", rate: settling.number(rate, RATE, 1) };
  const { value } = arrivals;
  return typeof value === "string" ? inALine(value, arrivals, settling) : inAMap(arrivals, settling);
}

function inALine(text: string, setting: Setting<ArrivalsText>, settling: Settling): Arrivals {
  const { word, rest } = firstWord(text);
  switch (word) {
    case "poisson":
      return { process: "poisson", rate: settling.demanded(rest, RATE, setting.path) ?? 1 };
    case "every": {
      const [interval, jitter] = rest.split(/\sjitter\s/);
      return periodic(setting.as(interval), setting.as(jitter), settling);
    }
    case "renewal":
      return renewal(setting.as(rest.trim()), settling);
    default:
      settling.refuse(setting.path, unknown(word === "" ? text : word));
      return STAND_IN;
  }
}

type ArrivalsMap = Exclude<ArrivalsText, string>;

function inAMap(written: Setting<ArrivalsText>, settling: Settling): Arrivals {
  const value = written.value as ArrivalsMap;
  const setting = written.as(value);
  const keys = Object.keys(value);
  if (keys.length !== 1) settling.refuse(written.path, notOne(keys));
  if (value.poisson !== undefined) return { process: "poisson", rate: settling.number(setting.at("poisson"), RATE, 1) };
  if (value.every !== undefined) return everyMap(setting.at("every"), settling);
  if (value.renewal !== undefined) return renewal(setting.at("renewal"), settling);
  if (value.mmpp) return settleMmpp(setting.at("mmpp"), settling);
  if (value.map) return settleMap(setting.at("map"), settling);
  if (value.times) return settleReplay(setting.at("times"), settling);
  return value.closed ? closed(setting.at("closed"), settling) : STAND_IN;
}

function everyMap(setting: Setting<NonNullable<ArrivalsMap["every"]>>, settling: Settling): Arrivals {
  const { value } = setting;
  if (typeof value !== "object") return periodic(setting.as(value ?? ""), setting.as(undefined), settling);
  const inner = setting.as(value);
  return periodic(inner.at("interval"), inner.at("jitter"), settling);
}

function periodic(
  every: Setting<string | number>,
  jitter: Setting<string | number | undefined>,
  settling: Settling,
): Arrivals {
  const interval = settling.number(every, INTERVAL, 1);
  return {
    process: "periodic",
    interval,
    jitter: settling.number(jitter, { is: "time", least: 0, most: interval }, 0),
  };
}

function renewal(setting: Setting<DistributionText>, settling: Settling): Arrivals {
  const before = settling.problems.length;
  const interval = settleDistribution(setting, settling);
  if (settling.problems.length === before && mean(interval) === 0) settling.refuse(setting.path, NO_INTERVAL);
  return { process: "renewal", interval };
}

const NO_INTERVAL: Complaint = {
  code: "value-out-of-range",
  message: "The interval between arrivals is always 0, so that infinitely many would come at once. Make it longer.",
};

function closed(setting: Setting<NonNullable<ArrivalsMap["closed"]>>, settling: Settling): Arrivals {
  const demand: Demand = { is: "number", whole: true, least: 1, most: LIMITS.population };
  const population = settling.number(setting.at("population"), demand, 1);
  return { process: "closed", population, think: settleDistribution(setting.at("think"), settling) };
}

const BOTH: Complaint = {
  code: "keys-conflict",
  message: "rate: means Poisson arrivals, so it cannot stand beside arrivals:. Keep one.",
};
const NEITHER: Complaint = {
  code: "key-missing",
  message: "rate is missing: a producer needs rate: 80/s (Poisson), or arrivals: for another process.",
};

function unknown(word: string): Complaint {
  const known = [...IN_A_LINE, ...IN_A_MAP];
  const aMap = IN_A_MAP.includes(word) ? ` ${word} is written as a map: arrivals: {${word}: {…}}.` : "";
  const advice = aMap || didYouMean(word, known) || ` There are ${known.join(", ")}.`;
  return { code: "arrivals-unknown", message: `${shown(word)} is no process of arrivals in a line.${advice}` };
}

function notOne(keys: readonly string[]): Complaint {
  const message = `arrivals needs one process, and here are ${keys.length}${keys.length > 0 ? `: ${shown(keys.join(", "))}` : ""}.`;
  return { code: "keys-conflict", message: `${message} Write one of ${[...IN_A_LINE, ...IN_A_MAP].join(", ")}.` };
}
