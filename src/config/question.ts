import type { Measured, Model, Objective, Plot, Run, Watch } from "../spec.ts";
import type { MeasuredText, PlotText, QuestionText } from "./experiment-schema.ts";
import { settleMeasured } from "./measured.ts";
import { natureOf } from "./nature.ts";
import { plotFrom, readPlot } from "./plots.ts";
import type { Complaint } from "./problem.ts";
import { settleRun } from "./run.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { readObjective } from "./slo.ts";
import { readWatch, watchOf } from "./watches.ts";
import { Places } from "./where.ts";

/** What is asked of the models of a study. */
export interface Question {
  run: Run;
  watch: Watch[];
  objectives: Objective[];
  plots: Plot[];
  measured: Measured[];
}

/** The points of a study, as far as the question refers to them. */
export interface Asked {
  models: readonly Model[];
  /** [""] when the study has none. */
  scenarios: readonly string[];
  swept: readonly string[];
}

export function settleQuestion(text: Setting<QuestionText>, asked: Asked, settling: Settling): Question {
  const places = new Places(asked.models);
  const classes = [...new Set(asked.models.flatMap((model) => model.classes.map(({ name }) => name)))];
  const drawn = { places, swept: asked.swept, classes };
  const { scenarios } = asked;
  const objectives = each<string, Objective>(listed(text.at("slo")), (item) => readObjective(item, places), settling);
  return {
    objectives,
    run: settleRun(text.at("run"), { nature: natureOf(asked.models), places, objectives }, settling),
    watch: each(
      text.at("watch").items(),
      (item) => (typeof item === "string" ? readWatch(item, places) : watchOf(item.metric, item.where, places)),
      settling,
    ),
    plots: each(
      text.at("plots").items(),
      (item) => (typeof item === "string" ? readPlot(item, drawn) : plotFrom(item as PlotText, drawn)),
      settling,
    ),
    measured: listed(text.at("measured"))
      .map((item) => settleMeasured(item as Setting<MeasuredText>, { places, scenarios }, settling))
      .filter((item) => item !== undefined),
  };
}

/** The items of a list, or the one item that is written without brackets. */
function listed<Item>(setting: Setting<Item | Item[]>): Setting<Item>[] {
  if (!setting.given) return [];
  return Array.isArray(setting.value)
    ? (setting.as(setting.value as Item[]).items() as Setting<Item>[])
    : [setting as Setting<Item>];
}

/** What each item means; those that mean nothing are refused and left out. */
function each<Item, Meaning extends object>(
  items: readonly Setting<Item>[],
  read: (item: Item) => Meaning | Complaint,
  settling: Settling,
): Meaning[] {
  return items.flatMap((item) => {
    const meaning = read(item.value!);
    if (!isComplaint(meaning)) return [meaning];
    settling.refuse(item.path, meaning);
    return [];
  });
}

function isComplaint(meaning: object): meaning is Complaint {
  return "code" in meaning;
}
