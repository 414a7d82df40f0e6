import type { Result, Verdict } from "../../result.ts";
import { coordinate, estimate } from "../format.ts";
import { grouped } from "../grouped.ts";
import { numberAt, type Parameter, pointLabels, sweptNumber } from "../points.ts";
import { windowName } from "../window-name.ts";
import { capitalised, counted, list } from "../words.ts";

/** Most points that a sentence names. */
const MOST_NAMED = 5;

/** For each objective, where it is met, missed or undecided, with the numbers. */
export function verdictSentences(result: Result): string[] {
  const parameter = sweptNumber(result, undefined);
  return [...grouped(result.verdicts, ({ objective }) => objective)].map(([objective, verdicts]) => {
    if (verdicts.every(({ outcome }) => outcome === verdicts[0]!.outcome))
      return `The objective ${objective} is ${everywhere(result, verdicts)}.`;
    if (parameter) return `${courses(result, parameter, verdicts)}.`;
    return `The objective ${objective} is ${byOutcome(result, verdicts)}.`;
  });
}

function everywhere(result: Result, verdicts: readonly Verdict[]): string {
  const outcome = verdicts[0]!.outcome;
  return verdicts.length > 1
    ? `${outcome} at all ${counted(verdicts.length, "point")}`
    : outcome + numberOf(result, verdicts[0]!);
}

/** "met at fair with 324 ms (311 – 340); missed at greedy with 799 ms (767 – 839)". */
function byOutcome(result: Result, verdicts: readonly Verdict[]): string {
  const labels = pointLabels(result);
  return [...grouped(verdicts, ({ outcome }) => outcome)]
    .map(([outcome, some]) => {
      const named = some.slice(0, MOST_NAMED).map((verdict) => labels[verdict.point]! + numberOf(result, verdict));
      const more = some.length - named.length;
      return `${outcome} at ${more > 0 ? `${named.join(", ")} and ${counted(more, "more point")}` : list(named)}`;
    })
    .join("; ");
}

/**
 * "For fair, the objective p99(latency) < 300 ms is met at all points from load 0.5 to 0.8 and missed at load 0.9 with
 * 460 ms (430 – 510); for greedy, it is missed …"
 */
function courses(result: Result, parameter: Parameter, verdicts: readonly Verdict[]): string {
  const objective = `the objective ${verdicts[0]!.objective}`;
  const labels = pointLabels(result, [parameter.name]);
  const x = ({ point }: Verdict) => numberAt(parameter, result.points[point]!.at) ?? Number.NaN;
  const lines = [...grouped(verdicts, ({ point }) => labels[point]!)];
  const told = lines.slice(0, MOST_NAMED).map(([label, own], i) => {
    const stretches = stretchesOf(own.toSorted((a, b) => x(a) - x(b)));
    const words = list(stretches.map((stretch) => stretchWords(result, parameter, stretch)));
    return `${label === "" ? "" : `for ${label}, `}${i === 0 ? objective : "it"} is ${words}`;
  });
  const more = lines.length > told.length ? [`${lines.length - told.length} more are in the table`] : [];
  return capitalised([...told, ...more].join("; "));
}

/** Neighbours along the parameter with the same outcome. */
function stretchesOf(verdicts: readonly Verdict[]): Verdict[][] {
  const stretches: Verdict[][] = [];
  for (const verdict of verdicts) {
    const last = stretches.at(-1);
    if (last && last[0]!.outcome === verdict.outcome) last.push(verdict);
    else stretches.push([verdict]);
  }
  return stretches;
}

function stretchWords(result: Result, { name }: Parameter, stretch: readonly Verdict[]): string {
  const [first, last] = [stretch[0]!, stretch.at(-1)!];
  const value = ({ point }: Verdict) => coordinate(result.points[point]!.at[name]!);
  if (stretch.length === 1) return `${first.outcome} at ${name} ${value(first)}${numberOf(result, first)}`;
  return `${first.outcome} at all points from ${name} ${value(first)} to ${value(last)}`;
}

/** " with 324 ms (311 – 340)": the number a verdict was given on, in the unit of the row it comes from. */
function numberOf(result: Result, { point, value, low, high, window }: Verdict): string {
  const row = result.rows.find(
    (row) => value !== null && row.point === point && row.value === value && row.low === low && row.high === high,
  );
  const when = window ? ` in the window ${windowName(window)}` : "";
  return row ? ` with ${estimate(row)}${when}` : "";
}
