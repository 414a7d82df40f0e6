import { shown } from "../../config/show.ts";
import { Refusal } from "../exit.ts";
import { OptionText } from "./option-text.ts";
import type { SettingName, Settings } from "./setting-names.ts";

/** Looks an option up. */
export type Read = (name: SettingName) => OptionText | null;

export function reader({ texts }: Settings): Read {
  return (name) => {
    const text = texts[name];
    return text === undefined ? null : new OptionText(name, text);
  };
}

const EXAMPLES: Partial<Record<SettingName, string>> = {
  "arrival-rate": "80/s",
  service: "30ms",
  patience: "2s",
  think: "5s",
  batch: '"geometric mean 10"',
  mmpp: '"10/s for 5 s, 200/s for 1 s"',
  "arrival-cv": "0.7",
  repair: "5min",
  "time-to-failure": "8h",
};

/** @throws Refusal when the option is missing */
export function required(name: SettingName, notation: string, read: Read): OptionText {
  const text = read(name);
  if (text !== null) return text;
  throw new Refusal(`${shown(notation)} needs --${name}, as in --${name} ${EXAMPLES[name]}.`);
}
