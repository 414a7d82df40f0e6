/** Names that a suggestion looks at: reading very long lists costs more than the hint is worth. */
const MOST_CANDIDATES = 1000;

/**
 * The known name nearest to `written`, or null when none is near: within a third of its length in edits, but one edit
 * is always near to a word of two letters or more. Upper and lower case are the same.
 */
export function nearest(written: string, known: Iterable<string>): string | null {
  const wanted = written.toLowerCase();
  let limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  if (wanted.length > 60) return null;
  let best: string | null = null;
  let looked = 0;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) > limit) continue;
    if (++looked > MOST_CANDIDATES) break;
    const distance = edits(wanted, name.toLowerCase());
    if (distance > limit || (best !== null && distance === limit)) continue;
    best = name;
    limit = distance;
  }
  return best;
}

/**
 * Least number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`, where no
 * stretch is edited twice (optimal string alignment), by the usual table of prefixes row by row.
 */
export function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length];
}

/** Words that people use, in lower case, for names that are spelt otherwise here. */
export type Synonyms = ReadonlyMap<string, string>;

/** From each name and the words, separated by blanks, that people use for it. */
export function synonyms(words: Readonly<Record<string, string>>): Synonyms {
  return new Map(Object.entries(words).flatMap(([name, list]) => list.split(" ").map((word) => [word, name] as const)));
}

/** " Did you mean x?" for the known name that is meant by a word, or that is nearest; nothing when none is near. */
export function didYouMean(written: string, known: Iterable<string>, meant: Synonyms = new Map()): string {
  const names = [...known];
  const other = meant.get(written.toLowerCase());
  const name = other !== undefined && names.includes(other) ? other : nearest(written, names);
  return name === null ? "" : ` Did you mean ${name}?`;
}
