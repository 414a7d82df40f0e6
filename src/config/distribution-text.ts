import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";
import { didYouMean, synonyms } from "./suggest.ts";

/** A distribution in a line, taken apart: its name, and the text of each parameter. */
export interface Worded {
  name: string;
  parameters: Record<string, string>;
}

/** The parameters that a text may have. */
export interface Words {
  /** Their names, the one first that may be written without its name. */
  words: readonly string[];
  /** Matches any of them, and more that are no fixed words. */
  pattern?: RegExp;
}

/** Takes apart texts such as `lognormal mean 20 ms p99 90 ms` or `uniform 10 ms to 30 ms`. */
export function takeApart(name: string, rest: string, { words, pattern }: Words): Worded | Complaint {
  const parameters: Record<string, string> = {};
  const found = [...rest.matchAll(pattern ?? anyOf(words))];
  const lead = rest.slice(0, found[0]?.index ?? rest.length).trim();
  if (lead !== "") {
    const complaint = addLead(lead, words, parameters);
    if (complaint) return { ...complaint, message: `${shown(`${name} ${rest.trim()}`)}: ${complaint.message}` };
  }
  for (const [index, match] of found.entries()) {
    const [word] = match;
    if (Object.hasOwn(parameters, word)) return twice(name, word);
    parameters[word] = rest.slice(match.index + word.length, found[index + 1]?.index ?? rest.length).trim();
    if (parameters[word] === "") return withoutValue(name, word);
  }
  return { name, parameters };
}

/** Matches any of these as whole words. `min(` is a function; in `5 min` min is a unit, unless a number follows it. */
export function anyOf(patterns: readonly string[]): RegExp {
  const alternatives = patterns.map((word) => (word === "min" ? String.raw`(?:(?<!\d\s*)min|min(?=\s+[\d.]))` : word));
  return new RegExp(String.raw`(?<![\p{L}\p{N}_.])(?:${alternatives.join("|")})(?![\p{L}\p{N}_.]|\s*\()`, "gu");
}

/** What stands before the first parameter name: `a to b` is from min to max, and one value is the main parameter. */
function addLead(lead: string, words: readonly string[], parameters: Record<string, string>): Complaint | null {
  const [from, to, more] = lead.split(/\s+to\s+/);
  if (to === undefined) {
    if (TWO_VALUES.test(lead)) return nameless(words);
    parameters[words[0]] = lead;
    return null;
  }
  if (more !== undefined || !words.includes("min") || !words.includes("max")) {
    return {
      code: "distribution-invalid",
      message: `${shown(lead)} is no range of it. Its parameters are ${words.join(", ")}.`,
    };
  }
  parameters.min = from;
  parameters.max = to;
  return null;
}

/** `10 ms 30 ms`: nothing says which is which. */
const TWO_VALUES = /^[\d.]+\s*(?:[um\u00b5\u03bc]?s|min|h|d)\s+[\d.]/;

function nameless(words: readonly string[]): Complaint {
  return {
    code: "distribution-invalid",
    message: `two values stand here, and nothing says which is which. Name them: its parameters are ${words.join(", ")}.`,
  };
}

function withoutValue(name: string, word: string): Complaint {
  return {
    code: "distribution-invalid",
    message: `In ${name}, ${word} has no value after it. Write it like ${word} 20 ms.`,
  };
}

function twice(name: string, word: string): Complaint {
  return { code: "distribution-invalid", message: `${name} has ${word} twice. Keep one of the two.` };
}

/** Splits a text into its first word, which may be a distribution's name, and the rest. */
export function firstWord(text: string): { word: string; rest: string } {
  const [, word = "", rest = ""] = /^\s*([\p{L}][\p{L}-]*)(?![\p{L}\p{N}_])(.*)$/su.exec(text) ?? [];
  return { word, rest };
}

/** `exponential(10 ms)` or `lognormal mean 20 ms, p99 90 ms`: parentheses around parameters, or commas between them. */
export function looksCalled(rest: string): boolean {
  return /^\s*\(.*\)\s*$/s.test(rest) || /^[^(]*,/.test(rest);
}

export function calledComplaint(name: string, rest: string): Complaint {
  const inside = rest.trim().replace(/^\((.*)\)$/s, "$1");
  const words = inside.replaceAll(/\s*[,=:]\s*/g, " ").trim();
  const message = `${shown(name + rest)}: distributions are written without parentheses and commas. Write ${name} ${shown(words)}.`;
  return { code: "distribution-invalid", message };
}

/** Words people use for a distribution of ours that is spelt otherwise. */
const MEANT = synonyms({
  exponential: "exp expo poisson",
  "truncated-normal": "normal gauss gaussian",
  constant: "const deterministic fixed",
});

export function unknownDistribution(name: string, known: readonly string[]): Complaint {
  const advice = didYouMean(name, known, MEANT) || ` There are ${known.join(", ")}.`;
  return { code: "distribution-unknown", message: `There is no distribution ${shown(name)}.${advice}` };
}
