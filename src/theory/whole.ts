import type { Model } from "../spec.ts";
import type { Answer } from "./answer.ts";
import { enteringRate } from "./entering-rate.ts";
import { copies } from "./flow-graph.ts";
import type { ModelTheory } from "./model-theory.ts";
import { sideBySideLaw } from "./side-by-side.ts";

/** What theory says of a model of several queues as a whole; null where that is what it says of its only queue. */
export function wholeAnswer(model: Model, theory: ModelTheory): Answer | null {
  const alone = model.queues.length === 1 && model.pools.every(({ then }) => then.every(({ to }) => to.length === 0));
  return alone ? null : (theory.system ?? networkAnswer(model, theory));
}

/** An open network as a whole: numbers add up, and Little's law makes a time of them. Null where messages are lost. */
function networkAnswer(model: Model, theory: ModelTheory): Answer | null {
  const { queues } = theory;
  const answers = [...queues.values()].flatMap(({ answer }) => (answer === null ? [] : [answer]));
  if (answers.length < model.queues.length || model.queues.some(({ limit }) => Number.isFinite(limit.amount)))
    return null;
  const numberInSystem = answers.reduce((sum, { all }) => sum + (all.numberInSystem ?? Number.NaN), 0);
  // a copy made on the way is as old as its message, so ages no longer add up to numbers present
  const sojournTime = model.pools.some(copies) ? Number.NaN : numberInSystem / enteringRate(model);
  return {
    model: `network of ${[...new Set(answers.map((one) => one.model))].join(", ")}`,
    exact: answers.every((one) => one.exact),
    source: [...new Set(answers.map((one) => one.source))].join("; "),
    all: { numberInSystem, sojournTime, ...sideBySideLaw(model, theory) },
    classes: new Map(),
  };
}
