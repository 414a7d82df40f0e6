import type { Result, Row } from "../../result.ts";
import { percent } from "../format.ts";
import { pointLabels } from "../points.ts";
import { type RowIndex, rowIndexOf, trusted } from "../rows.ts";
import { capitalised, list } from "../words.ts";

/** Most points with a sentence, and most queues in it. */
const MOST_POINTS = 4;
const MOST_QUEUES = 6;

/** Above how many queues a message must go to on the average for it to matter in which one it stays. */
const ONE_AFTER_ANOTHER = 1.01;

/**
 * Where messages that go from queue to queue spend their time, a sentence for each of some points: "At load 0.9,
 * messages spend 47 % of their time at queues.charge, 41 % at queues.validate and 12 % at queues.ship." By Little's
 * law, time is shared as the numbers present are, whatever way messages take.
 */
export function staySentences(result: Result, points: readonly number[]): string[] {
  const index = rowIndexOf(result);
  const labels = pointLabels(result);
  return points.slice(0, MOST_POINTS).flatMap((point) => {
    const stays = staysAt(index, point);
    if (stays.length === 0) return [];
    const parts = stays.map(({ where, share }, i) => `${rough(share)}${i === 0 ? " of their time" : ""} at ${where}`);
    const text = `messages spend ${list(parts)}`;
    return [labels[point] === "" ? `${capitalised(text)}.` : `At ${labels[point]}, ${text}.`];
  });
}

interface Stay {
  where: string;
  /** Of the time that a message is in the system, 0 … 1. */
  share: number;
}

/** The longest stay first; empty where something is not known, or messages do not go from queue to queue. */
function staysAt(index: RowIndex, point: number): Stay[] {
  const about = (metric: Row["metric"]) => index.everyAbout(metric, "mean").filter((row) => row.point === point);
  const present = about("numberInSystem").filter(({ where }) => where.startsWith("queues."));
  const whole = about("numberInSystem").find(({ where }) => where === "system");
  const handled = about("throughput");
  const visits = sum(handled.filter(({ where }) => where.startsWith("queues.")));
  const done = sum(handled.filter(({ where }) => where === "system"));
  if (!whole || ![whole, ...present].every(trusted) || present.length > MOST_QUEUES) return [];
  if (!(visits > ONE_AFTER_ANOTHER * done) || !(whole.value! > 0)) return [];
  return present.map(({ where, value }) => ({ where, share: value! / whole.value! })).sort((a, b) => b.share - a.share);
}

const sum = (rows: readonly Row[]): number => rows.reduce((total, { value }) => total + (value ?? 0), 0);

const rough = (share: number): string => (share < 0.01 ? "less than 1\u00a0%" : percent(Math.round(100 * share) / 100));
