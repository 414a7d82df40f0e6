import type { Distribution } from "../../random/distribution.ts";
import { mean as meanOf, squaredCv } from "../../random/moments.ts";
import { parameterize } from "../../random/parameterize.ts";
import type { Letter } from "../../theory/kendall/notation.ts";
import { phasesOf } from "../../theory/phases.ts";
import type { ServiceClass } from "../../theory/station.ts";
import type { OptionText } from "./option-text.ts";

/** A law, or as much of it as was given. */
export type Known = Pick<ServiceClass, "law" | "mean" | "variation">;

/** A coefficient of variation, if one was given, and the option for it. */
export interface Cv {
  option: string;
  text: OptionText | null;
}

/** The name of each letter, and a distribution of its kind as an example. */
const WORDS: Record<Letter["is"], [name: string, example: string]> = {
  M: ["exponential", "exponential 30 ms"],
  D: ["constant", "30 ms"],
  E: ["an Erlang law", "erlang stages 2 mean 30 ms"],
  H: ["hyperexponential", "hyperexponential mean 30 ms cv 2"],
  G: ["any law", "lognormal mean 30 ms p99 120 ms"],
  MMPP: ["a Markov-modulated process", ""],
  PH: ["a law of exponential phases", "coxian mean 30 ms cv 1.5"],
};

/** The law that a letter, a time or a distribution, and perhaps a coefficient of variation say together. */
export function lawFrom(letter: Letter, time: OptionText, cv: Cv): Known {
  const law = time.distribution();
  if (law.dist !== "constant" || /[a-z]{4,}/i.test(time.text.replace(/\d+\s*(us|ms|min|s|h|d)/g, ""))) {
    return fromDistribution(letter, law, time, cv);
  }
  return lawOfMean(letter, law.value, time, cv);
}

function fromDistribution(letter: Letter, law: Distribution, time: OptionText, { option, text }: Cv): Known {
  if (text !== null) {
    text.refuse({ code: "keys-conflict", message: `${time.text} has a variation of its own. Leave --${option} out.` });
  }
  if (!fits(letter, law)) {
    const [name] = WORDS[letter.is];
    time.refuse({
      code: "keys-conflict",
      message: `The notation says ${letterText(letter)} (${name}), and this is ${law.dist}. Write ${letterOf(law)} there, or give the mean alone.`,
    });
  }
  return known(law);
}

/** The law that a letter and a mean [s] say together, and a coefficient of variation where the letter leaves it open. */
export function lawOfMean(letter: Letter, mean: number, time: OptionText, { option, text }: Cv): Known {
  if (!(mean > 0))
    time.refuse({ code: "value-out-of-range", message: `${time.text} takes no time at all. Give more than 0.` });
  const cv = text === null ? null : text.number({ is: "number", least: 0, most: 100 });
  const own = OWN_CV[letter.is]?.(letter);
  if (own !== undefined && cv !== null && Math.abs(cv - own) > 1e-3) {
    const name = `${letterText(letter)} (${WORDS[letter.is][0]})`;
    text!.refuse({
      code: "keys-conflict",
      message: `${name} has the cv ${Number(own.toPrecision(4))}, not ${cv}. Write G there for any cv.`,
    });
  }
  if (own === undefined && cv === null) return missingCv(letter, time, option);
  if (letter.is === "M") return known({ dist: "exponential", mean });
  if (letter.is === "D") return known({ dist: "constant", value: mean });
  if (letter.is === "E") return known({ dist: "erlang", stages: letter.stages, mean });
  if (letter.is === "H") {
    const law = parameterize("hyperexponential", { mean, cv: cv! });
    return "refused" in law ? text!.refuse({ code: "distribution-invalid", message: law.refused }) : known(law);
  }
  if (letter.is === "PH") return missingCv(letter, time, option);
  return { law: null, mean, variation: cv! ** 2 };
}

const OWN_CV: Partial<Record<Letter["is"], (letter: Letter) => number>> = {
  M: () => 1,
  D: () => 0,
  E: ({ stages }) => 1 / Math.sqrt(stages),
};

function missingCv({ is }: Letter, time: OptionText, option: string): never {
  const [name, example] = WORDS[is];
  const cv = is === "PH" ? "" : `add --${option} 1.5, or `;
  return time.refuse({
    code: "distribution-invalid",
    message: `${is} is ${name}, so a mean alone is not enough: ${cv}write a distribution such as ${example}.`,
  });
}

function known(law: Distribution): Known {
  return { law, mean: meanOf(law), variation: squaredCv(law) };
}

function fits(letter: Letter, law: Distribution): boolean {
  switch (letter.is) {
    case "M":
      return law.dist === "exponential";
    case "D":
      return law.dist === "constant";
    case "E":
      return law.dist === "erlang" && law.stages === letter.stages;
    case "H":
      return law.dist === "hyperexponential";
    case "PH":
      return phasesOf(law) !== null;
    default:
      return true;
  }
}

function letterText({ is, stages }: Letter): string {
  return is === "E" ? `E${stages}` : is === "H" ? "H2" : is;
}

function letterOf(law: Distribution): string {
  const letters: Partial<Record<Distribution["dist"], string>> = {
    exponential: "M",
    constant: "D",
    hyperexponential: "H2",
  };
  return law.dist === "erlang" ? `E${law.stages}` : (letters[law.dist] ?? "G");
}
