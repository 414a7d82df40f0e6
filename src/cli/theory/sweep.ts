import { isRange, rangeValues } from "../../config/range.ts";
import { shown } from "../../config/show.ts";
import { didYouMean } from "../../config/suggest.ts";
import { Refusal } from "../exit.ts";
import { sweepOf } from "../sweep-argument.ts";
import { OptionText } from "./option-text.ts";
import { SETTING_NAMES, type SettingName } from "./setting-names.ts";

/** One combination of swept options, as texts. */
export type Combination = Partial<Record<SettingName, string>>;

/** Options that are whole numbers. */
const WHOLE: readonly SettingName[] = ["servers", "capacity", "population"];
const MOST_POINTS = 1000;

/** Every combination of the swept options, the first varying slowest; one empty one without sweeps. @throws Refusal */
export function combinations(sweeps: readonly string[]): Combination[] {
  let all: Combination[] = [{}];
  for (const sweep of sweeps) {
    const [name, values] = valuesOf(sweep);
    if (all.length * values.length > MOST_POINTS) {
      throw new Refusal(`The sweeps make ${all.length * values.length} points; ${MOST_POINTS} is the most.`);
    }
    all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  }
  return all;
}

function valuesOf(sweep: string): [SettingName, string[]] {
  const [option, text] = sweepOf(sweep);
  const name = SETTING_NAMES.find((each) => each === option.replace(/^--/, ""));
  if (name === undefined) {
    const advice = didYouMean(option, SETTING_NAMES) || ` There are ${SETTING_NAMES.join(", ")}.`;
    throw new Refusal(`--sweep ${shown(option)}: there is no such option.${advice}`);
  }
  const values = text.split(",").flatMap((part) => {
    if (!isRange(part)) return [part.trim()];
    const range = rangeValues(part, WHOLE.includes(name));
    return "code" in range ? new OptionText(`sweep ${name}=`, part.trim()).refuse(range) : range;
  });
  return [name, values];
}
