import type { Measured } from "../spec.ts";
import type { MeasuredText } from "./experiment-schema.ts";
import { LIMITS } from "./limits.ts";
import { METRIC_WORDS } from "./metrics.ts";
import type { Complaint } from "./problem.ts";
import { readTimes } from "./recorded-times.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";
import type { Places } from "./where.ts";

const WORDS = ["latency", "wait", "service", "sojourn"] as const;

/** Measurements of a real system; undefined, with a problem, if they cannot be used. */
export function settleMeasured(
  setting: Setting<MeasuredText>,
  study: { places: Places; scenarios: readonly string[] },
  settling: Settling,
): Measured | undefined {
  const words = WORDS.filter((word) => setting.at(word).given);
  const [word] = words;
  if (word === undefined || words.length > 1) {
    settling.refuse(setting.path, notOne(words));
    return undefined;
  }
  const scenario = scenarioOf(setting, study.scenarios, settling);
  const place = placeIn(setting, word, study.places);
  if (typeof place !== "string") {
    settling.refuse([...setting.path, "where"], place);
    return undefined;
  }
  const recording = setting.at(word);
  const skip = settling.number(recording.at("skip"), { is: "number", whole: true, least: 0, most: LIMITS.whole }, 0);
  const values = readTimes(recording, settling);
  if (skip >= values.length) settling.refuse([...recording.path, "skip"], nothingLeft(skip, values.length));
  const { metric } = METRIC_WORDS.get(word)!;
  return { scenario, where: place, metric, values: values.slice(skip), source: recording.value?.file ?? "" };
}

function placeIn(setting: Setting<MeasuredText>, word: string, places: Places): string | Complaint {
  const { value: where } = setting.at("where");
  const meaning = METRIC_WORDS.get(word)!;
  return where === undefined ? places.implied(word, meaning) : places.named(where, word, meaning);
}

function scenarioOf(setting: Setting<MeasuredText>, scenarios: readonly string[], settling: Settling): string {
  const { value, path } = setting.at("scenario");
  if (value === undefined && scenarios.length === 1) return scenarios[0];
  if (value !== undefined && scenarios.includes(value)) return value;
  const known = scenarios.filter((name) => name !== "");
  settling.refuse(value === undefined ? setting.path : path, scenarioUnknown(value, known));
  return "";
}

function notOne(words: readonly string[]): Complaint {
  const message = `A measurement is of one of ${WORDS.join(", ")}, and here are ${words.length}. Write latency: {file: …}, or another.`;
  return { code: words.length === 0 ? "key-missing" : "keys-conflict", message };
}

function scenarioUnknown(name: string | undefined, known: readonly string[]): Complaint {
  if (name === undefined)
    return {
      code: "key-missing",
      message: `scenario is missing: say to which of ${known.join(", ")} the measurement belongs.`,
    };
  const advice =
    didYouMean(name, known) ||
    (known.length > 0 ? ` There are ${known.join(", ")}.` : " There are none: leave scenario out.");
  return { code: "name-unknown", message: `There is no scenario ${shown(name)}.${advice}` };
}

function nothingLeft(skip: number, count: number): Complaint {
  return {
    code: "value-out-of-range",
    message: `skip leaves nothing: ${skip} of ${count} values are set aside. Lower it.`,
  };
}
