import { pointLabels } from "../report/points.ts";
import type { Result } from "../result.ts";

/** The caveats of a result as sentences, what many points share said once; at most `most`. */
export function caveatTexts(result: Result, most: number): string[] {
  const labels = pointLabels(result);
  const points = new Map<string, string[]>();
  for (const { point, where, text } of result.caveats) {
    const key = where === "system" || text.includes(where) ? text : `${where}: ${text}`;
    points.set(key, [...(points.get(key) ?? []), point === null ? "" : labels[point]]);
  }
  const texts = [...points].map(([text, at]) =>
    withPoints(
      text,
      at.filter((label) => label !== ""),
    ),
  );
  if (texts.length <= most) return texts;
  return [...texts.slice(0, most - 1), `${texts.length - most + 1} more caveats are in the report.`];
}

function withPoints(text: string, [first, ...others]: readonly string[]): string {
  if (first === undefined) return text;
  return `${first}${others.length > 0 ? ` and ${others.length} more` : ""}: ${text}`;
}
