import type { Model, Name } from "../spec.ts";
import type { MetricWord, Section } from "./metrics.ts";
import type { Complaint } from "./problem.ts";
import { either, shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** The places of the models of a study, by qualified name. */
export class Places {
  private readonly bySection: Record<Exclude<Section, "system">, Set<string>> = {
    producers: new Set(),
    queues: new Set(),
    consumers: new Set(),
  };

  constructor(models: readonly Model[]) {
    for (const { producers, queues, pools } of models) {
      for (const { name } of [...producers, ...queues, ...pools]) {
        const [section, plain] = split(name);
        this.bySection[section as "queues"].add(plain);
      }
    }
  }

  /** The place that `text` names, plainly or with its section, for a quantity that is measured there. */
  named(text: string, word: string, { at }: Pick<MetricWord, "at">): Name | "system" | Complaint {
    if (text === "system") return at.includes("system") ? "system" : elsewhere(text, word, at);
    const [section, plain] = text.includes(".") ? split(text) : [null, text];
    const holders = this.sections().filter(
      (each) => (section === null || section === each) && this.bySection[each].has(plain),
    );
    const fitting = holders.filter((each) => at.includes(each));
    if (fitting.length === 1) return `${fitting[0]}.${plain}`;
    if (fitting.length > 1) return ambiguous(plain, fitting);
    return holders.length > 0 ? elsewhere(`${holders[0]}.${plain}`, word, at) : this.unknown(text);
  }

  /** The place of a quantity for which none is named: the whole system, or the only part that has it. */
  implied(word: string, { at }: Pick<MetricWord, "at">): Name | "system" | Complaint {
    if (at.includes("system")) return "system";
    const places = this.sections().flatMap((section) =>
      at.includes(section) ? [...this.bySection[section]].map((name) => `${section}.${name}`) : [],
    );
    if (places.length === 1) return places[0];
    const message = `${word} is measured at each of ${shown(places.slice(0, 4).join(", "))}: say which, as in ${word}(${places[0] ?? at[0]}).`;
    return { code: "name-ambiguous", message };
  }

  private sections(): Exclude<Section, "system">[] {
    return ["producers", "queues", "consumers"];
  }

  private unknown(text: string): Complaint {
    const known = this.sections().flatMap((section) =>
      [...this.bySection[section]].flatMap((name) => [name, `${section}.${name}`]),
    );
    return { code: "name-unknown", message: `There is no part ${shown(text)} in the model.${didYouMean(text, known)}` };
  }
}

function split(name: string): [string, string] {
  const dot = name.indexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1)];
}

function elsewhere(place: string, word: string, at: readonly Section[]): Complaint {
  const where = either(at.map((section) => (section === "system" ? "the whole system" : section)));
  return { code: "name-unknown", message: `${word} is not measured at ${shown(place)}, but at ${where}.` };
}

function ambiguous(name: string, sections: readonly string[]): Complaint {
  const choices = either(sections.map((section) => `${section}.${name}`));
  return { code: "name-ambiguous", message: `${shown(name)} could be ${choices}. Write the one you mean.` };
}
