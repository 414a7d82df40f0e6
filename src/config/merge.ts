import { DISTRIBUTION_NAMES } from "./distribution-schema.ts";
import { type Entry, type Located, type Mapping, mapping, type Path } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/**
 * A tree with changes: maps are merged, anything else replaced, an explicit null deletes. Where a map has one key that
 * chooses a kind, such as a distribution's name, another kind replaces it instead of standing beside it.
 */
export function merge(base: Located, change: Located, problems: ProblemList, path: Path = []): Located {
  if (base.is !== "map" || change.is !== "map" || choosesAnother(base, change, path)) return change;
  const entries = new Map<string, Entry>(base.entries);
  for (const [key, entry] of change.entries) {
    const inside = [...path, key];
    const old = entries.get(key);
    if (entry.value.is === "scalar" && entry.value.value === null) {
      if (!entries.delete(key)) problems.add(entry.key, inside, nothingToDelete(key, base));
    } else {
      const value = old === undefined ? entry.value : merge(old.value, entry.value, problems, inside);
      entries.set(key, { key: entry.key, value });
    }
  }
  return mapping(entries, base.place);
}

/** Settings of a part whose map form has one key that chooses a kind. */
const CHOOSING = new Set(["service", "arrivals", "batch", "profile"]);

const KINDS = new Set([
  ...DISTRIBUTION_NAMES,
  ...["poisson", "every", "renewal", "mmpp", "map", "times", "closed"],
  ...["geometric", "zipf", "weighted", "sine"],
]);

/** path: section, part, setting, and then whatever lies inside the setting. */
function choosesAnother(base: Mapping, change: Mapping, path: Path): boolean {
  if (!CHOOSING.has(String(path[2])) || base.entries.size !== 1 || change.entries.size !== 1) return false;
  const [old] = base.entries.keys();
  const [now] = change.entries.keys();
  return old !== now && KINDS.has(old) && KINDS.has(now);
}

function nothingToDelete(key: string, base: Mapping): Complaint {
  const message = `null deletes, but there is no ${shown(key)} here to delete.${didYouMean(key, base.entries.keys())}`;
  return { code: "nothing-to-delete", message };
}
