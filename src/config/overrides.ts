import { type Entry, type Mapping, mapping } from "./located.ts";
import { merge } from "./merge.ts";
import type { ProblemList } from "./problem-list.ts";
import { lineSource } from "./source.ts";

/** Settings given on the command line, as written there; they win over those of the file. */
export interface Overrides {
  /** Parameter or dotted path → its values: a range, or a list separated by commas. */
  sweep?: Readonly<Record<string, string>>;
  seed?: string;
  replications?: string;
  precision?: string;
}

/** What is asked, with the command line's wishes merged in. */
export function overridden(question: Mapping, overrides: Overrides, problems: ProblemList): Mapping {
  const { sweep = {}, ...run } = overrides;
  let changed = question;
  for (const [key, text] of Object.entries(run)) {
    if (text !== undefined) changed = put(changed, ["run", key], argument(`--${key} ${text}`, text), problems);
  }
  for (const [key, text] of Object.entries(sweep)) {
    changed = put(changed, ["sweep", key], argument(`--sweep ${key}=${text}`, text), problems);
  }
  return changed;
}

function put(question: Mapping, [section, key]: [string, string], entry: Entry, problems: ProblemList): Mapping {
  const inner = mapping([[key, entry]], entry.key);
  return merge(question, mapping([[section, { key: entry.key, value: inner }]], entry.key), problems) as Mapping;
}

/** An argument as an entry: its value is the end of its text. A list is written with commas. */
function argument(line: string, text: string): Entry {
  const source = lineSource("command line", line);
  const start = line.length - text.length;
  const whole = { source, start, end: line.length };
  const key = { source, start: 0, end: Math.max(1, start - 1) };
  const items = text.split(",");
  if (items.length === 1) return { key, value: { is: "scalar", value: scalar(text), place: whole } };
  let at = start;
  const places = items.map((item) => {
    const place = { source, start: at, end: at + item.length };
    at += item.length + 1;
    return place;
  });
  return {
    key,
    value: {
      is: "list",
      items: items.map((item, i) => ({ is: "scalar", value: scalar(item), place: places[i] })),
      place: whole,
    },
  };
}

function scalar(text: string): string | number {
  const trimmed = text.trim();
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
}
