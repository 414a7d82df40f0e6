import type { Recorded } from "../model/layout.ts";
import type { Ledger } from "../result.ts";
import type { Model, Name } from "../spec.ts";
import { total } from "../stats/series.ts";
import type { Sample } from "./sample.ts";

const BIRTHS: [Recorded, string][] = [
  ["published", "published"],
  ["hops", "sent on"],
  ["twins", "fan-out"],
];
const ENDS: [Recorded, string][] = [
  ["sojournTime", "served"],
  ["refused", "refused"],
  ["dropped", "dropped"],
];

/**
 * Copies begun by cause, ended by cause and still inside, over whole replications, warm-up included.
 *
 * @throws Error when begun ≠ ended + inside: a bug of ours, never of a model
 */
export function ledgerOf(point: number, model: Model, sample: Sample): Ledger {
  const whole = sample.from(0);
  const senders = [...model.producers, ...model.pools].map((part) => part.name);
  const queues = model.queues.map((queue) => queue.name);
  const ledger: Ledger = {
    point,
    begun: entries(whole, senders, BIRTHS),
    ended: entries(whole, queues, ENDS),
    inside: insideOf(sample),
  };
  check(ledger, sample);
  return ledger;
}

function entries(sample: Sample, places: Name[], causes: [Recorded, string][]): Ledger["begun"] {
  return places.flatMap((where) =>
    causes.flatMap(([metric, cause]) => {
      const copies = sample.has(where, metric) ? total(sample.of(where, metric)) : 0;
      return copies > 0 ? [{ cause, where, copies }] : [];
    }),
  );
}

function insideOf({ observations }: Sample): Ledger["inside"] {
  const inside = new Map<Name, number>();
  for (const observation of observations) {
    for (const { where, copies } of observation.inside) inside.set(where, (inside.get(where) ?? 0) + copies);
  }
  return [...inside].map(([where, copies]) => ({ where, copies }));
}

/** Causes are counted where they happen, rows where they are taken and given back: the two must agree. */
function check({ begun, ended }: Ledger, { observations }: Sample): void {
  const births = begun.reduce((sum, entry) => sum + entry.copies, 0);
  const ends = ended.reduce((sum, entry) => sum + entry.copies, 0);
  const copies = { begun: 0, ended: 0 };
  for (const observation of observations) {
    copies.begun += observation.copies.begun;
    copies.ended += observation.copies.ended;
  }
  if (births !== copies.begun || ends !== copies.ended) {
    throw new Error(`the ledger does not balance: ${births}/${copies.begun} begun, ${ends}/${copies.ended} ended`);
  }
}
