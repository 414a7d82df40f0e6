import { didYouMean } from "../config/suggest.ts";
import { Refusal } from "./exit.ts";

/** What was written after a command: its words and its options. */
export class Arguments {
  readonly words: readonly string[];
  private readonly options: Readonly<Record<string, unknown>>;

  constructor(words: readonly string[], options: Readonly<Record<string, unknown>>) {
    this.words = words;
    this.options = options;
  }

  flag(name: string): boolean {
    return this.options[name] === true;
  }

  /** @throws Refusal when the option has no value or several */
  text(name: string): string | undefined {
    const value = this.options[name];
    if (Array.isArray(value)) throw new Refusal(`--${name} is given ${value.length} times. Give it once.`);
    if (value === "") throw new Refusal(`--${name} needs a value.`);
    return value === undefined ? undefined : String(value);
  }

  /** The values of an option that may be given several times. @throws Refusal when one is empty */
  texts(name: string): string[] {
    const values = this.options[name] ?? [];
    const texts = (Array.isArray(values) ? values : [values]).map(String);
    if (texts.includes("") || (this.options[name] !== undefined && texts.length === 0)) {
      throw new Refusal(`--${name} needs a value.`);
    }
    return texts;
  }

  /** @throws Refusal when the value is none of the choices */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name);
    const choice = choices.find((each) => each === text);
    if (text === undefined || choice !== undefined) return choice;
    throw new Refusal(`--${name} is one of ${choices.join(", ")}, not ${text}.${didYouMean(text, choices)}`);
  }

  /** A whole number from 1 to `most`. @throws Refusal when it is anything else */
  count(name: string, most: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^[1-9]\d{0,8}$/.test(text) && Number(text) <= most) return Number(text);
    throw new Refusal(`--${name} is a whole number from 1 to ${most}, not ${text}.`);
  }
}
