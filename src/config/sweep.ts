import { LIMITS } from "./limits.ts";
import type { Entry, Located, Mapping, Scalar } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { parseQuantity } from "./quantity.ts";
import { isRange, rangeValues, tooMany } from "./range.ts";
import { plainNumber, shown } from "./show.ts";
import type { Place } from "./source.ts";

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
    sweeps.push({ key, values: labelled(values, entry.key) });
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

/** Labels in one unit, so that an axis can be drawn: where units differ, SI is taken. */
function labelled(values: readonly Scalar[], key: Place): SweptValue[] {
  const units = new Set(values.map(({ value }) => unitOf(value)));
  return values.map((value) => ({ label: labelOf(value.value, units.size > 1), entry: { key, value } }));
}

function labelOf(value: Scalar["value"], inSi: boolean): number | string {
  if (typeof value === "number") return value;
  const text = String(value).trim();
  const quantity = parseQuantity(text);
  if (quantity === null || "code" in quantity) return text;
  if (quantity.time === 0 && !text.endsWith("%")) return quantity.value;
  if (inSi && quantity.time !== 0)
    return quantity.time === 1 ? `${plainNumber(quantity.value)} s` : `${plainNumber(quantity.value)}/s`;
  return text.replace(/^([-+\d.]+)\s*(?=\p{L})/u, "$1 ").replace(/\s*([/%])\s*/, "$1");
}

function unitOf(value: Scalar["value"]): string {
  return typeof value === "string" ? value.replace(/^[-+\d.\s]+/, "") : "";
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
