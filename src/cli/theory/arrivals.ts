import { shown } from "../../config/show.ts";
import { meanRate } from "../../random/arrival-rate.ts";
import type { Arrivals } from "../../random/arrivals.ts";
import { probability } from "../../random/discrete.ts";
import type { Discrete, Distribution } from "../../random/distribution.ts";
import { mean as meanOf } from "../../random/moments.ts";
import type { Letter, Notation } from "../../theory/kendall/notation.ts";
import type { Given } from "../../theory/kendall/station.ts";
import { Refusal } from "../exit.ts";
import { OptionText } from "./option-text.ts";
import { type Known, lawFrom, lawOfMean } from "./service-law.ts";
import { type Read, required } from "./settings.ts";

type Arriving = Omit<Given, "classes" | "patience" | "twist">;

const NOTHING = { arrivals: null, arrivalVariation: null, sizes: null, think: null };

/** How messages arrive, from the notation's first letter and the options. @throws Refusal when they do not fit */
export function arrivalsFrom(notation: Notation, text: string, read: Read): Arriving {
  const { is } = notation.arrivals;
  if (notation.population !== Infinity) return clients(notation, text, read);
  if (is === "MMPP") return modulated(required("mmpp", text, read));
  if (is === "PH")
    throw new Refusal(
      `${shown(text)}: PH is known here as a law of service only. For arrivals write G and --interval.`,
    );
  const interval = read("interval");
  if (interval !== null) return renewal(notation.arrivals, interval, read);
  const rate = required("arrival-rate", text, read).number({ is: "rate", above: 0 });
  if (is === "M")
    return { ...NOTHING, rate, sizes: notation.batches ? sizesFrom(required("batch", text, read)) : null };
  if (notation.batches) throw new Refusal(`${shown(text)}: batches are known for Poisson arrivals only. Write M[X].`);
  return regular(notation.arrivals, rate, text, read);
}

function regular(letter: Letter, rate: number, text: string, read: Read): Arriving {
  if (letter.is === "D") return { ...NOTHING, rate, arrivals: { process: "periodic", interval: 1 / rate, jitter: 0 } };
  const cv = letter.is === "E" ? read("arrival-cv") : required("arrival-cv", text, read);
  const known = lawOfMean(letter, 1 / rate, read("arrival-rate")!, { option: "arrival-cv", text: cv });
  return independent(known, rate);
}

function renewal(letter: Letter, interval: OptionText, read: Read): Arriving {
  const rate = read("arrival-rate");
  if (rate !== null) {
    rate.refuse({
      code: "keys-conflict",
      message: "--interval says how often messages arrive. Leave --arrival-rate out.",
    });
  }
  const known = lawFrom(letter, interval, { option: "arrival-cv", text: read("arrival-cv") });
  return independent(known, 1 / known.mean);
}

function independent({ law, variation }: Known, rate: number): Arriving {
  if (law === null) return { ...NOTHING, rate, arrivalVariation: variation };
  return { ...NOTHING, rate, arrivals: { process: "renewal", interval: law } };
}

/** A fixed number of clients: --think says how long each thinks, or --arrival-rate how often it sends while it does. */
function clients({ arrivals: { is }, batches }: Notation, text: string, read: Read): Arriving {
  if (is !== "M" || batches) throw new Refusal(`${shown(text)}: with N clients the first letter is M.`);
  const [think, rate] = [read("think"), read("arrival-rate")];
  if (think !== null && rate !== null) {
    rate.refuse({ code: "keys-conflict", message: "--think says how often a client sends. Leave --arrival-rate out." });
  }
  if (rate !== null) {
    const each = rate.number({ is: "rate", above: 0 });
    return { ...NOTHING, rate: each, think: { dist: "exponential", mean: 1 / each } };
  }
  const law = thinking(required("think", text, read).distribution());
  return { ...NOTHING, rate: 1 / meanOf(law), think: law };
}

/** A plain time is the mean of an exponential one. */
function thinking(law: Distribution): Distribution {
  return law.dist === "constant" ? { dist: "exponential", mean: law.value } : law;
}

/** `10/s for 5 s, 200/s for 1 s`: states in turn, each with its rate and the mean of its exponential stay. */
function modulated(text: OptionText): Arriving {
  const states = text.text.split(",").map((state) => {
    const [, rate, stay] = /^(.+?)\s+for\s+(.+)$/.exec(state.trim()) ?? [];
    if (rate === undefined) {
      text.refuse({
        code: "distribution-invalid",
        message: `${shown(state.trim())} is no state. Write each like 10/s for 5 s, with commas between.`,
      });
    }
    return {
      rate: new OptionText("mmpp", rate).number({ is: "rate", least: 0 }),
      stay: new OptionText("mmpp", stay).number({ is: "time", above: 0 }),
    };
  });
  if (states.length < 2)
    text.refuse({ code: "distribution-invalid", message: "An MMPP has at least two states. For one write M." });
  const generator = states.map(({ stay }, i) =>
    states.map((_, j) => (i === j ? -1 / stay : j === (i + 1) % states.length ? 1 / stay : 0)),
  );
  const rates = states.map(({ rate }) => rate);
  const names = states.map((_, i) => `state ${i + 1}`);
  const arrivals: Arrivals = { process: "mmpp", states: names, rates, generator };
  return { ...NOTHING, rate: meanRate(arrivals)!, arrivals };
}

/** `10`, `geometric mean 10`, `uniform 1 to 5`: probabilities of 1, 2, … messages. */
function sizesFrom(text: OptionText): number[] {
  const [, word = "constant", values] = /^\s*(constant|geometric|uniform)?\s*(?:mean)?\s*(.+)$/.exec(text.text) ?? [];
  const number = (part: string, whole: boolean) =>
    new OptionText("batch", part).number({ is: "number", least: 1, most: 1000, ...(whole && { whole: true }) });
  const [from, to] = (values ?? "").split(/\s+to\s+/);
  if (word === "geometric") return listed({ discrete: "geometric", mean: number(values, false) });
  if (word === "uniform") return listed({ discrete: "uniform", min: number(from, true), max: number(to ?? "", true) });
  return listed({ discrete: "constant", value: number(values, true) });
}

function listed(law: Discrete): number[] {
  const sizes: number[] = [];
  for (let sum = 0; sum < 1 - 1e-12 && sizes.length < MOST_SIZES; sum += sizes.at(-1)!)
    sizes.push(probability(law, sizes.length + 1));
  return sizes;
}

const MOST_SIZES = 40_000;
