import type { Result, Row, Theory } from "../result.ts";
import { percent } from "./format.ts";
import { pointLabels } from "./points.ts";
import type { RowIndex, Subject } from "./rows.ts";
import { signed } from "./table/cells.ts";
import { windowName } from "./window-name.ts";
import { atPlace, counted, list, statisticName } from "./words.ts";

/** Which theory stands beside these rows: "M/M/1 (exact)", "M/M/1 and M/M/4 (exact)", "5 models (exact)". */
export function theoryNames(rows: readonly Pick<Row, "theory">[]): string {
  return modelNames(rows.flatMap(({ theory }) => (theory ? [theory] : [])));
}

/** The same for theory of which only the model and its exactness are known. */
export function modelNames(theories: readonly Pick<Theory, "model" | "exact">[]): string {
  const models = [...new Set(theories.map(({ model }) => model))];
  const kind = theories.every(({ exact }) => exact)
    ? "exact"
    : theories.some(({ exact }) => exact)
      ? "partly approximate"
      : "approximation";
  const names = list(models);
  return `${models.length > 3 && names.length > MOST_LETTERS ? `${models.length} models` : names} (${kind})`;
}

/** How long the names of more than three models may be together. */
const MOST_LETTERS = 60;

/** At how many points a reliable value has its exact theory inside its interval. */
export interface Agreement {
  subject: Subject;
  points: number;
  inside: number;
}

/** Checks a statistic at every point against its exact theory; null when there is nothing to check. */
export function agreement(rows: RowIndex, subject: Subject): Agreement | null {
  const checked = rows
    .all(subject)
    .filter(({ theory, low, high, quality }) => theory?.exact && low !== null && high !== null && quality.length === 0);
  const inside = checked.filter(({ theory, low, high }) => low! <= theory!.value && theory!.value <= high!);
  return checked.length === 0 ? null : { subject, points: checked.length, inside: inside.length };
}

/**
 * "Exact theory lies inside the interval of mean latency at 10 of 10 points, of p99 latency at 8 of 10." Says as well
 * that points err together, since nobody should expect one miss in twenty of values that share their random numbers.
 */
export function agreementSentence(agreements: readonly Agreement[]): string {
  const parts = agreements.map(({ subject, points, inside }, i) => {
    const name = atPlace(statisticName(subject.metric, subject.statistic), subject.where);
    return `of ${name} at ${inside} of ${i === 0 ? counted(points, "point") : points}`;
  });
  const together = agreements.some(({ points, inside }) => points > 1 && inside < points);
  return `Exact theory lies inside the interval ${parts.join(", ")}.${together ? " The points share their random numbers, so they err together." : ""}`;
}

/**
 * "42 values have exact theory beside them; the largest difference is +2.3 standard errors (p99 latency at load 0.9).
 * None is beyond chance, of which there is a false alarm in at most 1 % of all reports." Empty where nothing was compared.
 */
export function chanceSentences(result: Result): string[] {
  const { agreement } = result;
  const worst = farthest(result.rows);
  if (agreement === undefined || worst === null) return [];
  const { compared, refuted, falseAlarms } = agreement;
  const label = [
    pointLabels(result)[worst.point]!,
    worst.class === "*" ? "" : worst.class,
    worst.window === null ? "" : windowName(worst.window),
  ].filter((part) => part !== "");
  const of = [atPlace(statisticName(worst.metric, worst.statistic), worst.where), ...label].join(", ");
  const alarm = `a false alarm comes in at most ${percent(falseAlarms)} of all reports`;
  const verdict =
    refuted === 0
      ? `none is more than chance explains (${alarm})`
      : `${refuted === 1 ? "one is" : `${refuted} are`} more than chance explains (${alarm}): see the caveats`;
  return [
    `Of ${counted(compared, "comparison")} with exact theory, the farthest apart is ${of}, by ${signed(worst.theory.z)} standard errors; ${verdict}.`,
  ];
}

/** The row that lies farthest from exact theory. */
function farthest(rows: readonly Row[]): (Row & { theory: Theory & { z: number } }) | null {
  const compared = rows.filter((row): row is Row & { theory: Theory & { z: number } } => row.theory?.z !== undefined);
  return compared.reduce<(typeof compared)[number] | null>(
    (a, b) => (a === null || Math.abs(b.theory.z) > Math.abs(a.theory.z) ? b : a),
    null,
  );
}
