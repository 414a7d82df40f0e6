import { LIMITS } from "./limits.ts";
import type { Entry, Located, Mapping, Scalar } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { isRange, rangeValues, tooMany } from "./range.ts";
import { shown } from "./show.ts";
import type { Place } from "./source.ts";
import { labelsOf } from "./sweep-label.ts";

/** One swept parameter or path and the values it takes. */
export interface Sweep {
  key: string;
  values: SweptValue[];
}

export interface SweptValue {
  /** As shown to people: a number, or a text such as "10 ms". */
  label: number | string;
  /** The change to the model. */
  entry: Entry;
}

/** Settings that are whole numbers: values between, from an even spacing on a log scale, are rounded. */
const WHOLE = new Set([
  "replicas",
  "concurrency",
  "prefetch",
  "capacity",
  "max-length",
  "count",
  "population",
  "batch",
]);

/** The sweeps under `sweep:`, with problems for those that cannot be read. */
export function readSweeps(sweep: Mapping, problems: ProblemList): Sweep[] {
  const sweeps: Sweep[] = [];
  for (const [key, entry] of sweep.entries) {
    const values = valuesOf(key, entry.value, problems);
    if (values.length === 0) continue; // told there
    const labels = labelsOf(values.map(({ value }) => value));
    sweeps.push({ key, values: values.map((value, i) => ({ label: labels[i], entry: { key: entry.key, value } })) });
  }
  return sweeps;
}

function valuesOf(key: string, node: Located, problems: ProblemList): Scalar[] {
  const whole = WHOLE.has(key.slice(key.lastIndexOf(".") + 1));
  const refuse = (place: Place, complaint: Complaint) => {
    problems.add(place, ["sweep", key], complaint);
    return [];
  };
  if (node.is === "map") return refuse(node.place, NOT_VALUES);
  const items = node.is === "list" ? node.items : [node];
  const values = items.flatMap((item) => {
    if (item.is !== "scalar") return refuse(item.place, NOT_VALUES);
    if (typeof item.value !== "string" || !isRange(item.value)) return [item];
    const texts = rangeValues(item.value, whole);
    return "code" in texts
      ? refuse(item.place, texts)
      : texts.map((text): Scalar => ({ ...item, value: numberOr(text) }));
  });
  if (node.is === "scalar" && !isRange(String(node.value))) return refuse(node.place, onlyOne(String(node.value)));
  if (items.length === 0) return refuse(node.place, NOT_VALUES);
  const seen = new Set<Scalar["value"]>();
  const repeated = values.find(({ value }) => seen.size === seen.add(value).size);
  return repeated ? refuse(repeated.place, twice(String(repeated.value))) : values;
}

function numberOr(text: string): number | string {
  return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

/** Every combination of the swept values, the first sweep varying slowest. The number is checked before they are made. */
export function grid(
  sweeps: readonly Sweep[],
  scenarios: number,
): { at: { sweep: Sweep; value: SweptValue }[] }[] | Complaint {
  const count = sweeps.reduce((product, { values }) => product * values.length, scenarios);
  if (count > LIMITS.points)
    return tooMany(sweeps.map(({ key, values }) => `${key} (${values.length})`).join(" × "), count);
  let points: { at: { sweep: Sweep; value: SweptValue }[] }[] = [{ at: [] }];
  for (const sweep of sweeps) {
    points = points.flatMap(({ at }) => sweep.values.map((value) => ({ at: [...at, { sweep, value }] })));
  }
  return points;
}

const NOT_VALUES: Complaint = {
  code: "sweep-syntax",
  message: "A sweep needs values: a list such as [1, 10, unlimited], or a range such as 0.5..0.9 step 0.1.",
};

function onlyOne(text: string): Complaint {
  const message = `${shown(text)} is one value, and a sweep needs several: a list such as [1, 10], or a range such as 0.5..0.9 step 0.1.`;
  return { code: "sweep-syntax", message };
}

function twice(text: string): Complaint {
  return { code: "sweep-syntax", message: `${shown(text)} is in this list twice. Keep one of the two.` };
}
