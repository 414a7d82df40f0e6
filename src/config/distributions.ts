import type { Distribution } from "../random/distribution.ts";
import { parameterize } from "../random/parameterize.ts";
import type { Demand } from "./demand.ts";
import {
  DISTRIBUTION_NAMES,
  type DistributionMap,
  type DistributionText,
  type Parameters,
} from "./distribution-schema.ts";
import { calledComplaint, firstWord, looksCalled, takeApart, unknownDistribution } from "./distribution-text.ts";
import { demandOf, inALine, isInALine, isWordOf, wordsOf } from "./distribution-words.ts";
import type { Path } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { shown } from "./show.ts";
import { settleStructured } from "./structured-distributions.ts";
import { didYouMean } from "./suggest.ts";

/** Stands in for a distribution that is refused. */
const STAND_IN: Distribution = { dist: "constant", value: 1 };
const TIME: Demand = { is: "time", least: 0 };

/** The law of a time: words such as `lognormal mean 20 ms p99 90 ms`, a plain time, or a map. */
export function settleDistribution(setting: Setting<DistributionText>, settling: Settling): Distribution {
  const { value } = setting;
  if (value === undefined) return STAND_IN;
  return typeof value === "object"
    ? fromMap(setting.as(value), settling)
    : fromLine(String(value), setting.path, settling);
}

function fromLine(text: string, path: Path, settling: Settling): Distribution {
  const { word, rest } = firstWord(text);
  const complaint = wordComplaint(word, rest, settling);
  if (complaint) return refused(path, complaint, settling);
  if (!isInALine(word)) return { dist: "constant", value: settling.demanded(text, TIME, path) ?? 1 };
  const worded = takeApart(word, rest, inALine(word));
  if ("code" in worded) return refused(path, worded, settling);
  const parameters = Object.entries(worded.parameters).map(([key, value]) => ({ key, text: value, path }));
  return fromParameters(word, parameters, path, settling);
}

/** What is wrong with the first word of a text, if it should be a distribution's name. */
function wordComplaint(word: string, rest: string, settling: Settling): Complaint | null {
  if (isInALine(word)) {
    if (looksCalled(rest)) return calledComplaint(word, rest);
    return rest.trim() === "" ? incomplete(word) : null;
  }
  if (DISTRIBUTION_NAMES.includes(word)) return onlyAsMap(word);
  const parametersFollow = /^\s+[\p{L}\d.]/u.test(rest) || looksCalled(rest);
  const isKnown =
    word === "" ||
    settling.parameters.names.includes(word) ||
    /^(min|max|abs|sqrt|exp|log|floor|ceil|round)$/.test(word);
  if (isKnown) return null;
  const known = DISTRIBUTION_NAMES;
  return parametersFollow || didYouMean(word, known) !== "" ? unknownDistribution(word, known) : null;
}

function fromMap(setting: Setting<DistributionMap>, settling: Settling): Distribution {
  const keys = Object.keys(setting.value ?? {});
  const [name] = keys;
  if (keys.length !== 1) return refused(setting.path, notOne(keys), settling);
  const inner = setting.at(name) as Setting<Parameters>;
  if (!isInALine(name) || hasLists(inner.value)) return settleStructured(setting, settling, settleDistribution);
  if (typeof inner.value !== "object") return fromLine(`${name} ${inner.value}`, inner.path, settling);
  const unknown = Object.keys(inner.value).find((key) => !isWordOf(name, key));
  if (unknown !== undefined) return refusedKey([...inner.path, unknown], parameterUnknown(name, unknown), settling);
  const parameters = inner
    .as(inner.value)
    .entries()
    .map(([key, each]) => ({ key, text: each.value, path: each.path }));
  return fromParameters(name, parameters, inner.path, settling);
}

/** The means of stages, or branches, one by one. */
function hasLists(value: Parameters | undefined): boolean {
  return typeof value === "object" && ("means" in value || "branches" in value);
}

interface Parameter {
  key: string;
  text: unknown;
  path: Path;
}

function fromParameters(name: string, parameters: readonly Parameter[], path: Path, settling: Settling): Distribution {
  const before = settling.problems.length;
  const values: Record<string, number> = {};
  for (const { key, text, path: at } of parameters) {
    values[key] = settling.demanded(text, demandOf(name, key), at) ?? 1;
  }
  if (settling.problems.length > before) return STAND_IN;
  const law = parameterize(name, values);
  return "refused" in law ? refused(path, { code: "distribution-invalid", message: law.refused }, settling) : law;
}

function refused(path: Path, complaint: Complaint, settling: Settling): Distribution {
  settling.refuse(path, complaint);
  return STAND_IN;
}

function refusedKey(path: Path, complaint: Complaint, settling: Settling): Distribution {
  settling.refuseKey(path, complaint);
  return STAND_IN;
}

function incomplete(name: string): Complaint {
  return { code: "distribution-invalid", message: `${name} has no parameters. It takes ${wordsOf(name).join(", ")}.` };
}

function onlyAsMap(name: string): Complaint {
  return {
    code: "distribution-invalid",
    message: `${name} does not fit in a line. Write it as a map: {${name}: {…}}.`,
  };
}

function parameterUnknown(name: string, key: string): Complaint {
  const words = wordsOf(name);
  const advice = didYouMean(key, words) || ` It takes ${words.join(", ")}.`;
  return { code: "distribution-invalid", message: `${name} has no parameter ${shown(key)}.${advice}` };
}

function notOne(keys: readonly string[]): Complaint {
  const names = keys.length > 0 ? `: ${shown(keys.join(", "))}` : "";
  return {
    code: "distribution-invalid",
    message: `A distribution has one name, and here are ${keys.length}${names}. Keep one.`,
  };
}
