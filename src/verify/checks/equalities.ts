import { counted } from "../../report/words.ts";
import type { EnginePair, Formula, Identity, Repeat } from "../evidence.ts";
import { gapOf } from "../formulas.ts";
import type { Check } from "./check.ts";

/** Little's law is an identity; only rounding may come between its sides. */
const ROUNDING = 1e-9;

/** What must be equal, up to rounding: there are no false alarms. */
interface Equality {
  name: string;
  title: string;
  compared: number;
  text: string;
  findings: string[];
}

function equality({ name, title, compared, text, findings }: Equality): Check {
  const outcome = compared === 0 ? "nothing compared" : findings.length === 0 ? "passed" : "failed";
  return {
    name,
    title,
    compared,
    outcome,
    falseAlarms: 0,
    text: compared === 0 ? "Nothing was compared." : text,
    findings,
  };
}

export function formulasCheck(formulas: readonly Formula[]): Check {
  const wrong = formulas.filter((one) => !(gapOf(one) <= one.within));
  const models = new Set(formulas.map(({ model }) => model)).size;
  return equality({
    name: "formulas",
    title: "Our formulas against exact answers",
    compared: formulas.length,
    text: `${counted(formulas.length, "value")} of ${counted(models, "model")}, calculated in two ways, differ by ${largest(formulas.map(gapOf))} at most.`,
    findings: wrong.map(({ model, metric, value, exact }) => `${metric} of ${model} is ${value}, not ${exact}.`),
  });
}

export function littleCheck(identities: readonly Identity[]): Check {
  const wrong = identities.filter(({ gap }) => !(gap <= ROUNDING));
  return equality({
    name: "little",
    title: "Little’s law at every queue of every run",
    compared: identities.length,
    text: `Time spent inside, by the clock and as told by the messages, differs by ${largest(identities.map(({ gap }) => gap))} at most.`,
    findings: wrong.map(
      ({ model, where, left, right }) => `${where} of ${model}: ${left} s by the clock, ${right} s by its messages.`,
    ),
  });
}

export function conservationCheck(identities: readonly Identity[]): Check {
  const wrong = identities.filter(({ left, right }) => left !== right);
  const copies = identities.reduce((sum, { left }) => sum + left, 0);
  return equality({
    name: "conservation",
    title: "Copies begun against copies ended or inside",
    compared: identities.length,
    text: `${copies.toLocaleString("en-US")} copies were begun, and as many had ended or were still inside, exactly.`,
    findings: wrong.map(({ model, left, right }) => `${model}: ${left} copies begun, ${right} ended or inside.`),
  });
}

export function enginesCheck(engines: readonly EnginePair[]): Check {
  const messages = engines.reduce((sum, one) => sum + one.messages, 0);
  return equality({
    name: "engines",
    title: "Our engine against simjs, with the same random numbers",
    compared: engines.length,
    text: `${counted(engines.length, "model")}, in all about ${messages.toLocaleString("en-US")} messages: equal counts, and equal times up to rounding, in every batch.`,
    findings: engines.flatMap(({ model, difference }) => (difference === null ? [] : [`${model}: ${difference}.`])),
  });
}

export function repeatsCheck(repeats: readonly Repeat[]): Check {
  return equality({
    name: "repeats",
    title: "A run against itself, on another thread and in pieces",
    compared: repeats.length,
    text: `${counted(repeats.length, "model")} gave the same bytes both times.`,
    findings: repeats.flatMap(({ model, same }) => (same ? [] : [`${model} came out differently the second time.`])),
  });
}

/** The largest as "2.4·10⁻¹⁴". */
function largest(gaps: readonly number[]): string {
  const gap = gaps.reduce((a, b) => Math.max(a, b), 0);
  if (!(gap > 0 && gap < Infinity)) return String(gap);
  const [digits, power] = gap.toExponential(1).split("e");
  return `${digits}·10${[...String(Number(power))].map((sign) => RAISED[sign]).join("")}`;
}

const RAISED: Record<string, string> = Object.fromEntries(
  [..."-0123456789"].map((sign, i) => [sign, "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"[i]]),
);
