import { evaluate, NAME } from "./expression.ts";
import { LIMITS } from "./limits.ts";
import { find, keyPlaceOf, type Located, type Path, placeOf } from "./located.ts";
import { ARGUMENTS } from "./operations.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { isTimeUnit, type Quantity } from "./quantity.ts";
import { shown } from "./show.ts";
import type { Place } from "./source.ts";
import { didYouMean } from "./suggest.ts";

/** Words that stand between numbers in the short forms of the language. */
const WORDS = new Set(["n", "to", "step", "done", "unlimited", "jitter"]);

const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** The parameters of one model: each a quantity, possibly computed from others. */
export class Parameters {
  /** Names that settings asked for, and those that these are computed from. */
  readonly used = new Set<string>();
  private readonly texts = new Map<string, string | number>();
  private readonly sources = new Map<string, Set<string>>();
  private readonly values = new Map<string, Quantity | "being computed" | "refused">();
  private readonly root: Located;
  private readonly problems: ProblemList;

  /**
   * @param root a model whose shape has been checked
   * @param at where in it the parameters are; null = there are none
   */
  constructor(root: Located, problems: ProblemList, at: Path | null = ["parameters"]) {
    this.root = root;
    this.problems = problems;
    const node = at === null ? undefined : find(root, at);
    if (node?.is !== "map") return;
    for (const [name, { key, value }] of node.entries) {
      const complaint = nameComplaint(name, node.entries.size);
      if (complaint) problems.add(key, path(name), complaint);
      else if (value.is === "scalar") this.texts.set(name, value.value as string | number);
    }
    for (const name of this.texts.keys()) this.compute(name);
  }

  get names(): string[] {
    return [...this.texts.keys()];
  }

  /** The value of a name in an expression; null if it has none because of a problem told at its own place. */
  readonly lookup = (name: string): Quantity | Complaint | null => {
    if (!this.texts.has(name)) return unknown(name, this.names);
    this.use(name);
    return this.compute(name);
  };

  private use(name: string): void {
    if (this.used.has(name)) return;
    this.used.add(name);
    for (const source of this.sources.get(name) ?? []) this.use(source);
  }

  private compute(name: string): Quantity | Complaint | null {
    const known = this.values.get(name);
    if (known === "being computed") return cycle(name);
    if (known !== undefined) return known === "refused" ? null : known;
    this.computeSources(name);
    return this.settle(name);
  }

  /** What a parameter is computed from, and that from: without recursion, since a thousand may stand in a row. */
  private computeSources(name: string): void {
    const begin = (one: string) => {
      this.values.set(one, "being computed");
      return { one, mentioned: this.mentioned(one) };
    };
    for (const stack = [begin(name)]; stack.length > 0; ) {
      const { one, mentioned } = stack[stack.length - 1];
      const next = mentioned.pop();
      if (next === undefined) {
        stack.pop();
        if (stack.length > 0) this.settle(one);
      } else if (!this.values.has(next)) stack.push(begin(next));
    }
  }

  /** Parameters whose names stand in the text of one. */
  private mentioned(name: string): string[] {
    const words = String(this.texts.get(name)).match(WORD) ?? [];
    return [...new Set(words)].filter((word) => this.texts.has(word));
  }

  private settle(name: string): Quantity | null {
    const value = this.evaluate(name, this.texts.get(name)!);
    const refused = value === null || "code" in value;
    if (value !== null && "code" in value) this.problems.add(placeOf(this.root, path(name)), path(name), value);
    this.values.set(name, refused ? "refused" : value);
    return refused ? null : value;
  }

  private evaluate(name: string, text: string | number): Quantity | Complaint | null {
    if (typeof text === "number") return { value: text, time: 0 };
    const sources = new Set<string>();
    this.sources.set(name, sources);
    return evaluate(text, (source) => {
      if (!this.texts.has(source)) return unknown(source, this.names);
      sources.add(source);
      return this.compute(source);
    });
  }

  /** Where a parameter's name is written. */
  place(name: string): Place {
    return keyPlaceOf(this.root, path(name));
  }
}

function path(name: string): Path {
  return ["parameters", name];
}

function nameComplaint(name: string, count: number): Complaint | null {
  if (count > LIMITS.parameters) {
    return {
      code: "too-many-values",
      message: `A model may have ${LIMITS.parameters} parameters, and this one has ${count}.`,
    };
  }
  if (isTimeUnit(name) || ARGUMENTS.has(name) || WORDS.has(name)) {
    const message = `${shown(name)} is a word of the language and cannot name a parameter. Choose another name.`;
    return { code: "name-invalid", message };
  }
  if (NAME.test(name) && name.length <= 100) return null;
  const message = `${shown(name)} cannot name a parameter: a name has letters, digits and _, since - would subtract.`;
  return { code: "name-invalid", message };
}

function unknown(name: string, known: readonly string[]): Complaint {
  if (known.length === 0) {
    const message = `${shown(name)} is neither a number nor a parameter, and none is declared.${limitless(name)}`;
    return { code: "name-unknown", message };
  }
  const advice = didYouMean(name, known) || limitless(name) || ` There are ${known.slice(0, 20).join(", ")}.`;
  return { code: "name-unknown", message: `There is no parameter ${shown(name)}.${advice}` };
}

/** What was probably meant by a word for no limit, or for nothing. */
function limitless(name: string): string {
  if (/^(inf|infinity|infinite|endless)$/i.test(name)) return " Where there may be no limit, write unlimited.";
  return /^(no|none|never|false)$/i.test(name) ? " What can be turned off is written off." : "";
}

function cycle(name: string): Complaint {
  return {
    code: "parameter-cycle",
    message: `The parameter ${shown(name)} is computed from itself. Give one of them a number.`,
  };
}
