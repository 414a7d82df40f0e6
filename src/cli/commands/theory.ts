import type { Arguments } from "../arguments.ts";
import type { Command } from "../command.ts";
import { Refusal } from "../exit.ts";
import { SETTING_NAMES, type Settings } from "../theory/setting-names.ts";

const FORMATS = ["table", "json", "csv"] as const;

/** queuelab theory */
export const theory: Command = {
  name: "theory",
  word: "model",
  does: "Says what queueing theory knows of a queue in Kendall's notation, or of a model, without simulating.",
  options: {
    "arrival-rate": { string: true, describe: "Messages that arrive, as in 80/s; with N clients, those of each" },
    service: { string: true, describe: "Mean service time, as in 30ms, or a distribution as in a model" },
    cv: { string: true, describe: "Coefficient of variation of the service time, where the letter is G or H2" },
    "arrival-cv": { string: true, describe: "The same of the intervals between arrivals" },
    interval: { string: true, describe: "Distribution of the intervals, instead of --arrival-rate" },
    servers: { string: true, describe: "Servers, instead of those in the notation; so they can be swept" },
    capacity: { string: true, describe: "K, likewise" },
    population: { string: true, describe: "N, likewise" },
    batch: { string: true, describe: "Messages in a batch, for M[X]: 10, or geometric mean 10" },
    think: { string: true, describe: "How long each of N clients thinks before it sends again" },
    patience: { string: true, describe: "Mean patience, for +M" },
    mmpp: { string: true, describe: "States of an MMPP in turn: 10/s for 5 s, 200/s for 1 s" },
    "serve-batch": { string: true, describe: "Messages served together: 8, or 2..8 to wait for at least 2" },
    vacation: { string: true, describe: "How long a server that finds no work is away each time" },
    setup: { string: true, describe: "How long a server that was off takes to start" },
    "time-to-failure": { string: true, describe: "Mean time until a server breaks down; with --repair" },
    repair: { string: true, describe: "Mean time until it is repaired" },
    retry: { string: true, describe: "Nobody waits; who finds no server free tries again: 5s, or 5s together" },
    feedback: { string: true, describe: "Chance that a service fails and is repeated from the end of the queue" },
    class: { array: true, string: true, describe: "Share of a class, and perhaps its service; most urgent first" },
    sweep: { array: true, string: true, describe: "option=values: a line for each value; of a model, path=values" },
    format: { string: true, describe: `What to print: ${FORMATS.join(", ")}` },
    plot: { boolean: true, describe: "Draw charts too (SVG, PNG, Vega-Lite)" },
    out: { string: true, describe: "Folder for the charts [default: results/theory]" },
  },
  examples: [
    ['$0 theory "M/M/3" --arrival-rate 80/s --service 30ms', "everything known of three servers"],
    ['$0 theory "M/G/1" --arrival-rate 25/s --service "lognormal mean 20ms p99 120ms"', "any law of service"],
    ['$0 theory "M/M/3" --service 30ms --sweep "arrival-rate=10..90/s step 10" --plot', "a table and charts"],
    ['$0 theory "M/G/1 priority" --arrival-rate 25/s --class "20% exponential 5ms" --class "80% 30ms"', "classes"],
    ["$0 theory models/checkout.yaml", "what a model is, and which assumption fails where it is nothing known"],
  ],
  async act(given) {
    const [model, ...more] = given.words;
    if (model === undefined) throw new Refusal(NOTHING);
    if (more.length > 0)
      throw new Refusal(`theory takes one queue or model at a time, and ${more[0]} is a second one.`);
    const { showTheory } = await import("../theory/show-theory.ts");
    return showTheory(model, {
      settings: settingsOf(given),
      sweeps: given.texts("sweep"),
      format: given.choice("format", FORMATS) ?? "table",
      plot: given.flag("plot") ? (given.text("out") ?? "results/theory") : null,
    });
  },
};

const NOTHING = 'theory needs a queue or a model, as in queuelab theory "M/M/3" --arrival-rate 80/s --service 30ms.';

function settingsOf(given: Arguments): Settings {
  const texts = SETTING_NAMES.map((name) => [name, given.text(name)] as const);
  return {
    texts: Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    classes: given.texts("class"),
  };
}
