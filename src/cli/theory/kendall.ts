import { aligned, shown } from "../../config/show.ts";
import { describe } from "../../theory/kendall/describe.ts";
import { type Notation, readNotation } from "../../theory/kendall/notation.ts";
import { type Given, stationFrom } from "../../theory/kendall/station.ts";
import type { Station } from "../../theory/station.ts";
import { twistWords } from "../../theory/twist.ts";
import { Refusal } from "../exit.ts";
import { arrivalsFrom } from "./arrivals.ts";
import { classesFrom } from "./classes.ts";
import { OptionText } from "./option-text.ts";
import type { SettingName, Settings } from "./setting-names.ts";
import { reader, required } from "./settings.ts";
import { twistFrom } from "./twist.ts";

/** A queue as a notation and options describe it. */
export interface Described {
  /** As written, tidied. */
  notation: string;
  /** In words. */
  words: string;
  station: Station;
}

/** The station that a notation and the options beside it describe. @throws Refusal when they do not fit together */
export function describedQueue(text: string, settings: Settings): Described {
  const written = readNotation(text);
  if ("misread" in written) throw new Refusal(`${shown(text)} cannot be read: ${aligned(written.misread)}`);
  const notation = changed(written, settings);
  const read = reader(settings);
  refuseUseless(notation, settings);
  const twist = twistFrom(text, read);
  const arrivals = arrivalsFrom(notation, text, read);
  const given: Given = {
    ...arrivals,
    classes: classesFrom(notation, text, { read, classes: settings.classes, rate: arrivals.rate }),
    twist,
    patience: notation.impatient ? required("patience", text, read).number({ is: "time", above: 0 }) : Infinity,
  };
  const station = stationFrom(notation, given);
  const words = [describe(notation), ...(twist === null ? [] : [twistWords(twist)])].join(", ");
  return { notation: text.trim(), words, station };
}

/** Servers, places and clients may be options too, so that they can be swept. */
function changed(notation: Notation, { texts }: Settings): Notation {
  const result = { ...notation };
  for (const name of ["servers", "capacity", "population"] as const) {
    const text = texts[name];
    if (text !== undefined) result[name] = new OptionText(name, text).number({ is: "number", whole: true, least: 1 });
  }
  if (result.capacity >= result.servers) return result;
  throw new Refusal(
    `The system has ${result.capacity} places, those in service included, and ${result.servers} servers. Give it at least as many places.`,
  );
}

/** Options that would have no effect: silence would let a wrong number pass for a right one. */
function refuseUseless(notation: Notation, settings: Settings): void {
  const useless: [SettingName, boolean, string][] = [
    ["patience", !notation.impatient, "messages do not give up: write +M behind the servers, as in M/M/3+M"],
    [
      "think",
      notation.population === Infinity,
      "there are no clients: write their number as the fifth part, as in M/M/1//50",
    ],
    ["batch", !notation.batches, "messages come one by one: write M[X] for batches"],
    ["mmpp", notation.arrivals.is !== "MMPP", "arrivals are no MMPP: write MMPP as the first letter"],
    ["interval", !["G", "PH", "H", "E"].includes(notation.arrivals.is), "the first letter says the law: write G there"],
  ];
  for (const [name, isUseless, why] of useless) {
    if (isUseless && settings.texts[name] !== undefined) throw new Refusal(`--${name} has no effect, since ${why}.`);
  }
}
