import type { Result, Row, Theory } from "../result.ts";
import { counted, list } from "./words.ts";

/** Which theory stands beside these rows: "M/M/1 (exact)", "M/M/1 and M/M/4 (exact)", "theory" when there are many. */
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
  return models.length === 0 || models.length > 3 ? `theory (${kind})` : `${list(models)} (${kind})`;
}

/** How many values with an exact theory have it inside their interval. */
export interface Agreement {
  values: number;
  inside: number;
  /** `values` times the confidence. */
  expected: number;
}

/** Checks every reliable steady value against its exact theory; null when nothing can be checked. */
export function agreement(result: Result): Agreement | null {
  const checked = result.rows.filter(
    ({ theory, low, high, versus, quality }) =>
      theory?.exact === true && low !== null && high !== null && low < high && versus === null && quality.length === 0,
  );
  const inside = checked.filter(({ theory, low, high }) => low! <= theory!.value && theory!.value <= high!);
  const expected = checked.reduce((sum, { confidence }) => sum + confidence, 0);
  return checked.length === 0 ? null : { values: checked.length, inside: inside.length, expected };
}

/** "Exact theory is known for 48 values; it lies inside the interval of 46 (about 45.6 are expected)." */
export function agreementSentence({ values, inside, expected }: Agreement): string {
  const about = values < 20 ? "" : ` (about ${Math.round(expected)} are expected)`;
  return `Exact theory is known for ${counted(values, "value")}; it lies inside the interval of ${inside.toLocaleString("en-US")}${about}.`;
}
