import type { Discrete } from "../random/distribution.ts";
import type { Demand } from "./demand.ts";
import { firstWord, takeApart } from "./distribution-text.ts";
import { LIMITS } from "./limits.ts";
import type { BatchText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { addingUp, SHARE } from "./shares.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** Parameters of the distributions of whole numbers; the first may stand without its name. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  constant: ["value"],
  geometric: ["mean"],
  uniform: ["min", "max"],
  zipf: ["n", "exponent"],
};

const SIZE: Demand = { is: "number", whole: true, least: 1, most: LIMITS.batch };

/** How many messages are published at each arrival: a whole number of at least 1. */
export function settleBatch(setting: Setting<BatchText>, settling: Settling): Discrete {
  const { value } = setting;
  if (value === undefined) return ONE;
  if (typeof value !== "object") return inALine(String(value), setting, settling);
  const keys = Object.keys(value);
  if (keys.length !== 1) {
    settling.refuse(setting.path, severalNames(keys));
    return ONE;
  }
  if (value.weighted) return weighted(setting.at("weighted"), settling);
  if (value.constant !== undefined)
    return { discrete: "constant", value: settling.number(setting.at("constant"), SIZE, 1) };
  const [name] = keys;
  return built(name, setting.at(name as "zipf"), settling);
}

const ONE: Discrete = { discrete: "constant", value: 1 };

function inALine(text: string, setting: Setting<BatchText>, settling: Settling): Discrete {
  const { word, rest } = firstWord(text);
  const words = Object.hasOwn(WORDS, word) && rest !== "" ? WORDS[word] : undefined;
  if (words === undefined && /^\s+[\p{L}\d.]/u.test(rest)) {
    settling.refuse(setting.path, unknownName(word));
    return ONE;
  }
  if (words === undefined) return { discrete: "constant", value: settling.number(setting, SIZE, 1) };
  const worded = takeApart(word, rest, { words });
  if (!("code" in worded)) return built(word, new Setting(worded.parameters, setting.path), settling);
  settling.refuse(setting.path, worded);
  return ONE;
}

/** @param parameters texts of the parameters by name; those of a line share the place of the line */
function built(name: string, parameters: Setting<Record<string, unknown>>, settling: Settling): Discrete {
  const written = typeof parameters.value === "object" ? Object.keys(parameters.value) : [];
  const missing = WORDS[name].find((word) => !written.includes(word));
  if (missing !== undefined) settling.refuse(parameters.path, incomplete(name, missing));
  const number = (word: string, demand: Demand, absent: number) =>
    settling.demanded(parameters.value?.[word] ?? absent, demand, parameters.path) ?? absent;
  switch (name) {
    case "geometric":
      return { discrete: "geometric", mean: number("mean", { is: "number", least: 1, most: LIMITS.batch }, 1) };
    case "uniform":
      return range(number("min", SIZE, 1), number("max", SIZE, LIMITS.batch), parameters, settling);
    case "zipf":
      return {
        discrete: "zipf",
        n: number("n", SIZE, 1),
        exponent: number("exponent", { is: "number", least: 0, most: 100 }, 1),
      };
    default:
      return { discrete: "constant", value: number("value", SIZE, 1) };
  }
}

function range(min: number, max: number, setting: Setting<unknown>, settling: Settling): Discrete {
  const message = `The smallest batch, ${min}, is larger than the largest, ${max}. Swap them.`;
  if (min > max) settling.refuse(setting.path, { code: "distribution-invalid", message });
  return { discrete: "uniform", min, max };
}

function weighted(setting: Setting<Record<string, string | number>>, settling: Settling): Discrete {
  const read = () =>
    setting.entries().map(([key, entry]) => {
      return { value: settling.key(key, SIZE, entry.path) ?? 1, weight: settling.number(entry, SHARE, 0) };
    });
  const parts = addingUp(setting, settling, read, ({ weight }) => weight);
  return { discrete: "weighted", values: parts.map(({ value }) => value), weights: parts.map(({ weight }) => weight) };
}

function incomplete(name: string, missing: string): Complaint {
  const message = `${name} needs ${missing}. Its parameters are ${WORDS[name].join(" and ")}.`;
  return { code: "distribution-invalid", message };
}

function unknownName(word: string): Complaint {
  const known = [...Object.keys(WORDS), "weighted"];
  const advice = didYouMean(word, known) || ` There are ${known.join(", ")}.`;
  return {
    code: "distribution-unknown",
    message: `There is no distribution of whole numbers ${shown(word)}.${advice}`,
  };
}

function severalNames(keys: readonly string[]): Complaint {
  const message = `A batch has one distribution, and here are ${keys.length}: ${shown(keys.join(", "))}. Keep one.`;
  return { code: "keys-conflict", message };
}
