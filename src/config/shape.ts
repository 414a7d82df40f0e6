import type * as z from "zod";
import { DISTRIBUTION_NAMES } from "./distribution-schema.ts";
import { unknownDistribution } from "./distribution-text.ts";
import { isParameter } from "./distribution-words.ts";
import { find, keyPlaceOf, type Located, type Path, placeOf, plain } from "./located.ts";
import { isKeyNotYet, isWordNotYet } from "./not-yet.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { either, shown } from "./show.ts";
import { didYouMean, synonyms } from "./suggest.ts";
import { isReserved } from "./vocabulary.ts";

/** The value of a tree that fits a schema; undefined, with problems added, when it does not. */
export function shaped<Schema extends z.ZodType>(
  schema: Schema,
  tree: Located,
  problems: ProblemList,
): z.infer<Schema> | undefined {
  const value = plain(tree);
  const result = schema.safeParse(value);
  if (result.success) return value as z.infer<Schema>; // nothing is transformed, so the value itself has the type
  for (const issue of result.error.issues) report(issue, [], { tree, problems });
  return undefined;
}

interface Report {
  tree: Located;
  problems: ProblemList;
}

type Issue = z.core.$ZodIssue;

function report(issue: Issue, within: Path, to: Report): void {
  const { tree, problems } = to;
  const path = [...within, ...issue.path] as Path;
  switch (issue.code) {
    case "unrecognized_keys":
      reportKeys(issue.keys, path, issue.message.split(" "), to);
      return;
    case "invalid_union": {
      const inner = deepest(issue.errors);
      if (inner === null) problems.add(placeOf(tree, path), path, wrongKind(tree, path, issue.message));
      else for (const each of inner) report(each, path, to);
      return;
    }
    case "invalid_key":
      problems.add(keyPlaceOf(tree, path), path, nameInvalid(String(path.at(-1))));
      return;
    case "invalid_value":
      problems.add(placeOf(tree, path), path, wrongWord(tree, path, issue.values.map(String)));
      return;
    default:
      problems.add(placeOf(tree, path), path, wrongKind(tree, path, needed(issue)));
  }
}

/**
 * The issues of the alternative that the writer most likely meant: the one that agrees furthest with what is written.
 * Null when none agrees even with its kind, so that only a list of the alternatives helps.
 */
function deepest(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | null {
  let best: readonly Issue[] | null = null;
  let depth = 0;
  for (const issues of alternatives) {
    const reached = furthest(issues);
    if (reached > depth) [best, depth] = [issues, reached];
  }
  return best;
}

function furthest(issues: readonly Issue[]): number {
  return issues.reduce((depth, issue) => Math.max(depth, agreement(issue)), 0); // too many for Math.max(...issues)
}

/** How deep an issue lies; half a level for the right kind of value with a wrong key. */
function agreement(issue: Issue): number {
  const inner = issue.code === "invalid_union" ? furthest(issue.errors.flat()) : 0;
  return issue.path.length + inner + (issue.code === "unrecognized_keys" ? 0.5 : 0);
}

/**
 * In a service, keys that are no distributions may be message classes. Then those are wrong whose value is no
 * distribution; the others would have been accepted.
 */
function reportKeys(unknown: readonly string[], parent: Path, keys: readonly string[], to: Report): void {
  const lawless =
    parent.at(-1) === "service" ? unknown.filter((key) => isLawless(find(to.tree, [...parent, key]))) : [];
  for (const key of lawless) {
    const path = [...parent, key];
    to.problems.add(
      placeOf(to.tree, path),
      path,
      wrongKind(to.tree, path, "a distribution, such as exponential 10 ms"),
    );
  }
  if (lawless.length === 0) for (const key of unknown) reportKey(key, parent, keys, to);
}

/** Whether a value can be no distribution at all. */
function isLawless(node: Located | undefined): boolean {
  if (node?.is !== "scalar") return node?.is === "list";
  return node.value === null || typeof node.value === "boolean";
}

/** @param keys the keys there are, as the schema's `settings` lists them in its complaint */
function reportKey(key: string, parent: Path, keys: readonly string[], { tree, problems }: Report): void {
  const path = [...parent, key];
  if (keys.includes("exponential") && isParameter(key)) {
    problems.add(keyPlaceOf(tree, parent), parent, parameterAlone(key, String(parent.at(-1)), keys));
    return;
  }
  const complaint = isKeyNotYet(path) ? notYet(key) : unknownKey(key, parent, keys);
  problems.add(keyPlaceOf(tree, path), path, complaint);
}

function unknownKey(key: string, parent: Path, keys: readonly string[]): Complaint {
  if (keys.includes("exponential")) return unknownDistribution(key, keys);
  const where = parent.length === 0 ? "here" : `in ${shown(parent.join("."))}`;
  const advice = didYouMean(key, keys, MEANT) || ` There are ${keys.join(", ")}.`;
  return { code: "key-unknown", message: `There is no key ${shown(key)} ${where}.${advice}` };
}

/** Keys people write for ours, from other tools and textbooks. */
const MEANT = synonyms({
  replicas: "workers servers instances pods count",
  concurrency: "threads parallelism",
  prefetch: "qos prefetch-count prefetch_count",
  service: "service-time service_time servicetime time",
  "max-length": "limit size length max_length maxlength",
  order: "discipline",
  rate: "lambda arrival-rate",
  messages: "requests jobs",
  queue: "from source input queues",
  title: "name",
});

/** `{expo: {mean: 3 ms}}`: a parameter where a distribution's name should be; the key around it is probably meant so. */
function parameterAlone(parameter: string, around: string, distributions: readonly string[]): Complaint {
  if (!HOLD_DISTRIBUTIONS.has(around)) return unknownDistribution(around, distributions);
  const message = `${shown(parameter)} is the parameter of a distribution, and it is not said of which. Write it like {exponential: {mean: 20 ms}}.`;
  return { code: "distribution-unknown", message };
}

const HOLD_DISTRIBUTIONS = new Set(["service", "renewal", "think", "of"]);

function notYet(what: string): Complaint {
  return { code: "not-supported-yet", message: `${shown(what)} is not supported yet. Leave it out until it is.` };
}

function nameInvalid(name: string): Complaint {
  const why =
    isReserved(name) || DISTRIBUTION_NAMES.includes(name)
      ? "means something else to YAML or to this language"
      : "is no name here";
  return {
    code: "name-invalid",
    message: `${shown(name)} ${why}. A name begins with a letter and has letters, digits, - and _.`,
  };
}

function wrongWord(tree: Located, path: Path, words: readonly string[]): Complaint {
  const node = find(tree, path);
  const word = node?.is === "scalar" ? String(node.value) : what(node);
  if (path[0] === "broker") return notYet("A broker's preset");
  if (isWordNotYet(path, word)) return notYet(word);
  return { code: "word-unknown", message: `${shown(word)} is none of ${words.join(", ")}.${didYouMean(word, words)}` };
}

function wrongKind(tree: Located, path: Path, needs: string): Complaint {
  const node = find(tree, path);
  const key = shown(path.at(-1) ?? "The file");
  if (node === undefined) return { code: "key-missing", message: `${key} is missing: ${needs}.` };
  return { code: "kind-wrong", message: `${key} must be ${needs}, but it is ${what(node)}.` };
}

function what(node: Located | undefined): string {
  if (node === undefined) return "missing";
  if (node.is !== "scalar") return node.is === "map" ? "a map" : "a list";
  if (node.value === null) return "null (which only deletes, under extends and in scenarios)";
  return typeof node.value === "boolean" ? `the truth value ${node.value}` : shown(node.value);
}

const KINDS: Readonly<Record<string, string>> = {
  object: "a map",
  record: "a map",
  array: "a list",
  string: "a text",
  number: "a number",
  boolean: either(["true", "false"]),
};

/** What an issue that is no union asks for: the schema's own words if it has some. */
function needed(issue: Issue): string {
  if (!issue.message.startsWith("Invalid input")) return issue.message;
  return issue.code === "invalid_type" ? (KINDS[issue.expected] ?? issue.expected) : issue.message;
}
