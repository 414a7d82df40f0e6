import type { Point } from "../spec.ts";
import { changed } from "./change.ts";
import { LIMITS } from "./limits.ts";
import { type Entry, find, type Mapping } from "./located.ts";
import type { ProblemList } from "./problem-list.ts";
import { type Settled, settleModel } from "./settle.ts";
import type { Findings } from "./settling.ts";
import { grid, readSweeps } from "./sweep.ts";

/** One point of a study, before its model is settled. */
export interface Variant {
  scenario: string;
  at: Point["at"];
  model: Mapping;
}

/** The models of scenarios × sweep; undefined, with problems, if a change does not fit the model. */
export function variants(model: Mapping, question: Mapping, problems: ProblemList): Variant[] | undefined {
  const before = problems.length;
  const own = withChanges(model, find(question, ["parameters"]), problems);
  const scenarios = scenariosOf(own, question, problems);
  const sweep = find(question, ["sweep"]);
  const sweeps = sweep?.is === "map" ? readSweeps(sweep, problems) : [];
  const points = grid(sweeps, scenarios.length);
  if ("code" in points) problems.add((sweep ?? question).place, ["sweep"], points);
  if ("code" in points || problems.length > before) return undefined;
  const found: Variant[] = [];
  for (const { name, model: base } of scenarios) {
    for (const { at } of points) {
      let varied = base;
      for (const { sweep, value } of at) varied = changed(varied, sweep.key, value.entry, problems) ?? varied;
      if (problems.length > before) return undefined; // what does not fit at one point fits at none
      found.push({
        scenario: name,
        at: Object.fromEntries(at.map(({ sweep, value }) => [sweep.key, value.label])),
        model: varied,
      });
    }
  }
  return found;
}

function scenariosOf(model: Mapping, question: Mapping, problems: ProblemList): { name: string; model: Mapping }[] {
  const scenarios = find(question, ["scenarios"]);
  if (scenarios?.is !== "map" || scenarios.entries.size === 0) return [{ name: "", model }];
  return [...scenarios.entries].map(([name, { value }]) => ({ name, model: withChanges(model, value, problems) }));
}

function withChanges(model: Mapping, changes: ReturnType<typeof find>, problems: ProblemList): Mapping {
  let result = model;
  const entries: Iterable<[string, Entry]> = changes?.is === "map" ? changes.entries : [];
  for (const [key, entry] of entries) result = changed(result, key, entry, problems) ?? result;
  return result;
}

/** Settles every variant. Problems and warnings know at which points they occur. */
export function settleVariants(variants: readonly Variant[], findings: Findings): (Settled | undefined)[] {
  const settled: (Settled | undefined)[] = [];
  let parts = 0;
  for (const variant of variants) {
    const label = labelOf(variant);
    findings.problems.at(label);
    findings.warnings.at(label);
    const one = settleModel(variant.model, findings);
    settled.push(one);
    const own = one ? one.model.producers.length + one.model.queues.length + one.model.pools.length : 0;
    parts += own;
    const foreseen = parts + own * (variants.length - settled.length);
    if (foreseen > LIMITS.settledParts)
      findings.problems.giveUp(variant.model.place, [], tooManyParts(variants.length));
  }
  return settled;
}

function labelOf({ scenario, at }: Variant): string {
  const parts = Object.entries(at).map(([key, value]) => `${key} = ${value}`);
  return [...(scenario === "" ? [] : [`scenario ${scenario}`]), ...parts].join(", ");
}

function tooManyParts(points: number) {
  const message = `${points} points of this model have more than ${LIMITS.settledParts} parts together. Sweep over fewer values.`;
  return { code: "sweep-too-large", message } as const;
}
