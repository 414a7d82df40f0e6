import { ledgerOf } from "../experiment/ledger.ts";
import type { Sample } from "../experiment/sample.ts";
import type { Model, Name } from "../spec.ts";
import { littleIdentity } from "../stats/little.ts";
import { total } from "../stats/series.ts";
import type { Identity } from "./evidence.ts";

/** What must be equal in every run: Little's law at each queue, and copies begun and ended. */
export function identitiesOf(model: string, of: Model, sample: Sample): Identity[] {
  return [...of.queues.map(({ name }) => little(model, name, sample)), conservation(model, of, sample)];
}

function little(model: string, where: Name, sample: Sample): Identity {
  const sum = (metric: "sojournTime" | "droppedTime", which: "sum" | "count") =>
    sample.has(where, metric) ? total(sample.of(where, metric, null, which)) : 0;
  const ages = sample.ages(where);
  const { clock, stays, gap } = littleIdentity({
    presence: total(sample.of(where, "numberInSystem")),
    sojourns: sum("sojournTime", "sum") + sum("droppedTime", "count"),
    agesAtStart: ages.start,
    agesAtEnd: ages.end,
  });
  return { law: "Little", model, where, left: clock, right: stays, gap };
}

function conservation(model: string, of: Model, sample: Sample): Identity {
  const { begun, ended, inside } = ledgerOf(0, of, sample);
  const copies = (entries: { copies: number }[]) => entries.reduce((sum, entry) => sum + entry.copies, 0);
  const [left, right] = [copies(begun), copies(ended) + copies(inside)];
  return {
    law: "conservation",
    model,
    where: "system",
    left,
    right,
    gap: left === right ? 0 : Math.abs(left / right - 1),
  };
}
