import { type Mapping, mapping } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Reader } from "./reader.ts";
import { shown } from "./show.ts";

/** A file taken apart: the model, and what is asked of it. */
export interface Parts {
  model: Mapping;
  question: Mapping;
}

const MODEL_KEYS = ["broker", "producers", "exchanges", "queues", "consumers"];
const QUESTION_KEYS = ["sweep", "scenarios", "slo", "run", "plots", "watch", "measured"];

/**
 * Takes apart an experiment, which names its model by path or holds it, or a bare model, of which nothing is asked.
 * Undefined, with problems, if there is no model.
 */
export function takeDocumentApart(
  tree: Mapping,
  file: string,
  reader: Reader,
  problems: ProblemList,
): Parts | undefined {
  const entry = tree.entries.get("model");
  const modelKeys = MODEL_KEYS.filter((key) => tree.entries.has(key));
  const questionKeys = QUESTION_KEYS.filter((key) => tree.entries.has(key));
  if (modelKeys.length > 0 && (entry || questionKeys.length > 0)) {
    const [key] = modelKeys;
    problems.add(tree.entries.get(key)!.key, [key], mixed(key, entry ? "model" : questionKeys[0]));
    return undefined;
  }
  if (modelKeys.length > 0) return { model: tree, question: titleOnly(tree) };
  if (!entry) {
    problems.add(tree.place, [], MODEL_MISSING);
    return undefined;
  }
  const { value } = entry;
  const model = value.is === "map" ? reader.extended(value, [file]) : reader.file(value, ["model"]);
  return (
    model && {
      model,
      question: mapping(
        [...tree.entries].filter(([key]) => key !== "model"),
        tree.place,
      ),
    }
  );
}

/** Nothing is asked of a bare model; its title is the study's. */
function titleOnly(tree: Mapping): Mapping {
  return mapping(
    [...tree.entries].filter(([key]) => key === "title"),
    tree.place,
  );
}

function mixed(modelKey: string, other: string): Complaint {
  const message = `${shown(modelKey)} belongs to a model and ${shown(other)} to an experiment. Put the model under model:, or in a file of its own.`;
  return { code: "model-mixed", message };
}

const MODEL_MISSING: Complaint = {
  code: "model-missing",
  message:
    "There is no model here. An experiment names one, model: ../models/orders.yaml; a model has producers and consumers.",
};
