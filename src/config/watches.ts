import type { Watch } from "../spec.ts";
import { METRIC_WORDS } from "./metrics.ts";
import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";
import type { Places } from "./where.ts";

/** Reads `wait(queues.orders)` or `latency`: a quantity whose percentiles are to be kept. */
export function readWatch(text: string, places: Places): Watch | Complaint {
  const [, word, where] = /^\s*([\w.]+)\s*(?:\(\s*([\p{L}\p{N}_.-]+)\s*\))?\s*$/u.exec(text) ?? [];
  if (word === undefined)
    return { code: "quantity-unknown", message: `${shown(text)} is no quantity. Write it like wait(queues.orders).` };
  return watchOf(word, where, places);
}

export function watchOf(word: string, where: string | undefined, places: Places): Watch | Complaint {
  const observed = [...METRIC_WORDS].filter(([, { statistic }]) => statistic === "any").map(([name]) => name);
  const meaning = METRIC_WORDS.get(word);
  if (!meaning || !observed.includes(word)) return notObserved(word, observed);
  const place = where === undefined ? places.implied(word, meaning) : places.named(where, word, meaning);
  return typeof place === "string" ? { where: place, metric: meaning.metric } : place;
}

function notObserved(word: string, observed: readonly string[]): Complaint {
  const advice = didYouMean(word, observed) || ` There are ${observed.join(", ")}.`;
  return { code: "quantity-unknown", message: `${shown(word)} has no percentiles that could be kept.${advice}` };
}
