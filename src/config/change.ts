import { type Entry, find, type Located, type Mapping, mapping, type Path } from "./located.ts";
import { merge } from "./merge.ts";
import { IMPLIED_QUEUE } from "./names.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** Sections of a model whose entries are parts with names. */
const SECTIONS = ["producers", "queues", "consumers"];

/**
 * A model with one setting changed. The key is a parameter, or a dotted path such as consumers.worker.prefetch, or, for
 * the changes of a scenario, a part or a whole section with settings to merge; null deletes. Undefined, with a problem
 * at the key, if the model has no such place.
 */
export function changed(model: Mapping, key: string, entry: Entry, problems: ProblemList): Mapping | undefined {
  const isSection = entry.value.is === "map" && [...SECTIONS, "parameters"].includes(key);
  const path = key.includes(".") || isSection ? key.split(".") : ["parameters", key];
  const whole = entry.value.is === "map" || (entry.value.is === "scalar" && entry.value.value === null);
  const complaint = isSection ? null : pathComplaint(model, path, key, whole);
  if (complaint) {
    problems.add(entry.key, path, complaint);
    return undefined;
  }
  return merge(model, nested(path, entry), problems) as Mapping;
}

/** A tree with one entry at the end of a path, placed where the entry is written. */
function nested(path: Path, entry: Entry): Located {
  return path.reduceRight<Located>(
    (value, step) => mapping([[String(step), { key: entry.key, value }]], entry.key),
    entry.value,
  );
}

/** @param whole whether the new value may stand for a whole part: settings to merge into it, or null */
function pathComplaint(model: Mapping, path: readonly string[], key: string, whole: boolean): Complaint | null {
  const [section, name] = path;
  const parameters = namesIn(model, "parameters");
  if (!key.includes(".") && !parameters.includes(key)) return parameterUnknown(key, parameters);
  if (section !== "parameters" && !SECTIONS.includes(section)) return sectionUnknown(key, section);
  const names = section === "queues" ? queueNames(model) : namesIn(model, section);
  if (!names.includes(name)) return partUnknown(key, section, names);
  if (section !== "parameters" && path.length < 3 && !whole) return partAsWhole(key);
  return throughComplaint(model, path, key);
}

function namesIn(model: Mapping, section: string): string[] {
  const node = find(model, [section]);
  return node?.is === "map" ? [...node.entries.keys()] : [];
}

function queueNames(model: Mapping): string[] {
  const names = namesIn(model, "queues");
  return names.length > 0 ? names : [IMPLIED_QUEUE];
}

/** A path cannot lead through a value that is written in one line. */
function throughComplaint(model: Mapping, path: readonly string[], key: string): Complaint | null {
  for (let length = 3; length < path.length; length++) {
    const node = find(model, path.slice(0, length));
    if (node === undefined || node.is === "map") continue;
    const inner = path.slice(0, length).join(".");
    const message = `${shown(key)} leads into ${shown(inner)}, which the model writes in one line. Write that as a map there, or change it as a whole.`;
    return { code: "path-unknown", message };
  }
  return null;
}

function parameterUnknown(key: string, known: readonly string[]): Complaint {
  const advice = didYouMean(key, known) || (known.length > 0 ? ` There are ${known.slice(0, 20).join(", ")}.` : "");
  const message = `The model has no parameter ${shown(key)}.${advice} A setting is named by its path, such as consumers.worker.prefetch.`;
  return { code: "path-unknown", message };
}

function sectionUnknown(key: string, section: string): Complaint {
  const advice = didYouMean(section, SECTIONS) || ` A path begins with ${SECTIONS.join(", ")}.`;
  return { code: "path-unknown", message: `${shown(key)} leads nowhere: there is no ${shown(section)}.${advice}` };
}

function partUnknown(key: string, section: string, names: readonly string[]): Complaint {
  const name = key.split(".")[1];
  const advice = didYouMean(name, names) || (names.length > 0 ? ` There are ${names.slice(0, 10).join(", ")}.` : "");
  return { code: "path-unknown", message: `${shown(key)} leads nowhere: ${section} has no ${shown(name)}.${advice}` };
}

function partAsWhole(key: string): Complaint {
  return {
    code: "path-unknown",
    message: `${shown(key)} is a whole part. Name one of its settings, such as ${shown(key)}.replicas.`,
  };
}
