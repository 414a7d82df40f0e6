import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, Scalar, type Node as YamlNode } from "yaml";
import { LIMITS } from "./limits.ts";
import type { Entry, List, Located, Mapping, Path } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { shown } from "./show.ts";
import type { Place, Source } from "./source.ts";
import { aliasComplaint, emptyComplaint, isSecondHalf, splitComplaint } from "./traps.ts";

/** Turns a parsed YAML document into located values; adds what our language does not allow in YAML to `problems`. */
export function convert(document: Document.Parsed, source: Source, problems: ProblemList): Located | undefined {
  const root = document.contents as YamlNode | null;
  if (root === null || (isScalar(root) && root.source === "")) {
    problems.add({ source, start: 0, end: 1 }, [], FILE_EMPTY);
    return undefined;
  }
  const before = problems.length;
  const converted = new Conversion(source, problems).value(root, []);
  return problems.length > before ? undefined : converted;
}

const FILE_EMPTY: Complaint = {
  code: "file-empty",
  message: "The file has no settings. The smallest model has a producer with a rate and a consumer with a service.",
};

interface Anchored {
  node: Located;
  /** Values in it, those repeated by aliases included. */
  size: number;
  /** Collections inside collections. */
  height: number;
}

class Conversion {
  private readonly anchors = new Map<string, Anchored>();
  private values = 0;
  /** Height of the value converted last. */
  private height = 0;
  private readonly source: Source;
  private readonly problems: ProblemList;

  constructor(source: Source, problems: ProblemList) {
    this.source = source;
    this.problems = problems;
  }

  value(node: YamlNode, path: Path): Located {
    const before = this.values;
    if (isAlias(node)) return this.repeated(node.source, this.place(node), path);
    if (node.tag !== undefined) this.problems.add(this.place(node), path, tagged(node.tag));
    const converted = this.fresh(node, path);
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) {
      this.anchors.set(anchor, { node: converted, size: this.values - before, height: this.height });
    }
    return converted;
  }

  private fresh(node: YamlNode, path: Path): Located {
    this.values++;
    if (isMap(node)) return this.map(node.items as Pair<YamlNode, YamlNode | null>[], this.place(node), path);
    if (isSeq(node)) return this.list(node.items as YamlNode[], this.place(node), path);
    this.height = 0;
    const place = this.place(node);
    return { is: "scalar", value: isScalar(node) ? this.scalar(node, place, path) : null, place };
  }

  private list(nodes: readonly YamlNode[], place: Place, path: Path): List {
    let tallest = 0;
    const items = nodes.map((node, index) => {
      const item = this.value(node, [...path, index]);
      if (isEmpty(node)) this.problems.add(this.place(node), [...path, index], emptyComplaint(this.place(node)));
      tallest = Math.max(tallest, this.height);
      return item;
    });
    this.height = tallest + 1;
    return { is: "list", items, place };
  }

  private map(pairs: readonly Pair<YamlNode, YamlNode | null>[], place: Place, path: Path): Mapping {
    const entries = new Map<string, Entry>();
    const merged: Located[] = [];
    let tallest = 0;
    if (pairs.length > LIMITS.entries) this.problems.giveUp(place, path, TOO_MANY_ENTRIES);
    for (const { key, value } of pairs) {
      const name = this.key(key, path);
      if (name === null) continue;
      const entry = this.entry(name, key, value, path);
      tallest = Math.max(tallest, this.height);
      if (name === "<<" && isScalar(key) && key.type === Scalar.PLAIN) merged.push(entry.value);
      else if (entries.has(name)) this.problems.add(entry.key, [...path, name], duplicate(name));
      else entries.set(name, entry);
    }
    for (const base of merged) this.mergeKey(entries, base, path);
    this.height = tallest + 1;
    return { is: "map", entries, place };
  }

  private entry(name: string, key: YamlNode, value: YamlNode | null, path: Path): Entry {
    const place = this.place(key);
    const inside = [...path, name];
    this.height = 0;
    const split = splitComplaint(name);
    if (split) this.problems.add(place, inside, split);
    else if ((value === null || isEmpty(value)) && !isSecondHalf(name)) {
      this.problems.add(place, inside, emptyComplaint(place, name));
    }
    if (value === null) return { key: place, value: { is: "scalar", value: null, place } };
    return { key: place, value: this.value(value, inside) };
  }

  /** The text of a key; null, with a problem, when a key is not a plain text. */
  private key(node: YamlNode, path: Path): string | null {
    const text = isScalar(node) ? (node.type === Scalar.PLAIN ? node.source : node.value) : null;
    if (typeof text === "string" && text !== "__proto__") return text;
    this.problems.add(this.place(node), path, text === null ? KEY_NOT_TEXT : KEY_RESERVED);
    return null;
  }

  /** `<<: *base` or `<<: [*a, *b]`: what is written in the map itself wins. */
  private mergeKey(entries: Map<string, Entry>, base: Located, path: Path): void {
    for (const map of base.is === "list" ? base.items : [base]) {
      if (map.is !== "map") {
        this.problems.add(map.place, [...path, "<<"], MERGE_NOT_MAP);
        continue;
      }
      for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry);
    }
  }

  private repeated(name: string, place: Place, path: Path): Located {
    const anchored = this.anchors.get(name);
    this.height = anchored?.height ?? 0;
    if (anchored === undefined) this.problems.add(place, path, aliasComplaint(name));
    this.values += anchored?.size ?? 1;
    if (this.values > LIMITS.values || path.length + this.height > LIMITS.nesting) {
      this.problems.giveUp(place, path, ALIAS_BOMB);
    }
    return anchored?.node ?? { is: "scalar", value: null, place };
  }

  private scalar(node: Scalar, place: Place, path: Path): string | number | boolean | null {
    const { type, source, value } = node;
    const text = type === Scalar.PLAIN ? (source ?? "") : String(value);
    if (type !== Scalar.PLAIN) return text;
    const split = splitComplaint(text);
    if (split) this.problems.add(place, path, split);
    if (/^(|~|null|Null|NULL)$/.test(text)) return null;
    if (/^(true|True|TRUE)$/.test(text)) return true;
    if (/^(false|False|FALSE)$/.test(text)) return false;
    const number = DECIMAL.test(text) ? Number(text) : Number.NaN;
    return Number.isFinite(number) ? number : text;
  }

  private place(node: YamlNode): Place {
    const [start, end] = node.range ?? [0, 1];
    return { source: this.source, start, end };
  }
}

/** Numbers that every reader takes for the same number; 010, 0x10 and 1_000 stay text and are refused where they stand. */
const DECIMAL = /^[-+]?(0|[1-9]\d*)?(?<=\d)(\.\d*)?(e[-+]?\d+)?$|^[-+]?\.\d+$/i;

function isEmpty(node: YamlNode): boolean {
  return isScalar(node) && node.source === "" && node.type === Scalar.PLAIN;
}

const KEY_NOT_TEXT: Complaint = {
  code: "yaml-unsupported",
  message: "A key must be a plain word. If braces or brackets belong to a text, put the text in quotes.",
};
const KEY_RESERVED: Complaint = { code: "name-invalid", message: "__proto__ may not be a key. Choose another name." };
const MERGE_NOT_MAP: Complaint = {
  code: "kind-wrong",
  message: "<< merges a map into this one, and this is not a map. Write << with an alias of a map.",
};
const TOO_MANY_ENTRIES: Complaint = {
  code: "too-many-values",
  message: `A map has more than ${LIMITS.entries} entries. No section may have so many.`,
};
const ALIAS_BOMB: Complaint = {
  code: "too-many-values",
  message: `Aliases repeat so much that the file would have more than ${LIMITS.values} values or ${LIMITS.nesting} levels.`,
};

function tagged(tag: string): Complaint {
  return { code: "yaml-unsupported", message: `The tag ${shown(tag)} has no meaning here. Leave it out.` };
}

function duplicate(name: string): Complaint {
  return { code: "key-duplicate", message: `${shown(name)} is written twice in this map. Keep one of the two.` };
}
