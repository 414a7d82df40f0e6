import type { Result, Row } from "../../result.ts";
import { estimate } from "../format.ts";
import { pointLabels } from "../points.ts";
import { differencesOf, trusted } from "../rows.ts";
import { atPlace, capitalised, statisticName } from "../words.ts";
import { overlap } from "./sweep-sentences.ts";

/** Most things that one sentence ranks. */
const MOST_RANKED = 6;

/**
 * Ranks points by a statistic of which less is better: "p99 latency is lowest with fair: 230 ms (220 – 240); greedy:
 * 799 ms (767 – 839), 3.5 times that." Says so where the data cannot tell two apart. `but` = coordinates left unsaid.
 */
export function rankingSentences(
  result: Result,
  rows: readonly Row[],
  { at = "", but = [] }: { at?: string; but?: string[] } = {},
): string[] {
  const labels = pointLabels(result, but);
  const ranked = rows.filter(trusted).sort((a, b) => a.value - b.value);
  const best = ranked[0];
  if (!best || rows.length < 2) return [];
  const others = ranked
    .slice(1, MOST_RANKED)
    .map((row) => `${labels[row.point]}: ${estimate(row)}, ${relation(result, row, best)}`);
  const doubtful = rows.filter((row) => !trusted(row)).map((row) => labels[row.point]!);
  const name = atPlace(statisticName(best.metric, best.statistic), best.where);
  const subject = best.class === "*" ? name : `${name} of ${best.class} messages`;
  const more = ranked.length > MOST_RANKED ? [`${ranked.length - MOST_RANKED} more are in the table`] : [];
  const unsaid = doubtful.length > 0 ? [`not reliable for ${doubtful.slice(0, MOST_RANKED).join(", ")}`] : [];
  const parts = [`${labels[best.point]}: ${estimate(best)}`, ...others, ...more, ...unsaid];
  return [`${at === "" ? capitalised(subject) : `At ${at}, ${subject}`} is lowest with ${parts.join("; ")}.`];
}

/** How a value relates to the best: by the paired difference where there is one, else by their intervals. */
function relation(result: Result, row: Row & { value: number }, best: Row & { value: number }): string {
  const paired = differencesOf(result).find(
    ({ point, versus, where, class: kind, metric, statistic }) =>
      where === row.where &&
      kind === row.class &&
      metric === row.metric &&
      statistic === row.statistic &&
      ((point === row.point && versus === best.point) || (point === best.point && versus === row.point)),
  );
  if (paired ? includesZero(paired) : overlap(row, best)) return "no clear difference";
  const ratio = row.value / best.value;
  if (!(best.value > 0)) return "more";
  return ratio < 1.1
    ? `${(100 * (ratio - 1)).toPrecision(2)}\u00a0% more`
    : `${ratio < 100 ? ratio.toPrecision(2) : Number(ratio.toPrecision(2)).toLocaleString("en-US")} times that`;
}

const includesZero = ({ low, high }: Row): boolean => low === null || high === null || (low <= 0 && high >= 0);
