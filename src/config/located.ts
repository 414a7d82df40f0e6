import type { Place } from "./source.ts";

/** Keys from the root of a document, such as ["consumers", "orders", "service"]. */
export type Path = readonly (string | number)[];

/** A value of a configuration that remembers where it was written. Never changed, so that sweep points may share it. */
export type Located = Scalar | List | Mapping;

export interface Scalar {
  is: "scalar";
  value: string | number | boolean | null;
  place: Place;
}

export interface List {
  is: "list";
  items: readonly Located[];
  place: Place;
}

export interface Mapping {
  is: "map";
  entries: ReadonlyMap<string, Entry>;
  place: Place;
}

export interface Entry {
  /** Where the key is written. */
  key: Place;
  value: Located;
}

/** What may be handed to code that knows nothing of places. Objects have no prototype, so any key is just a key. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** The same value without places. */
export function plain(node: Located): Plain {
  if (node.is === "scalar") return node.value;
  if (node.is === "list") return node.items.map(plain);
  const object: { [key: string]: Plain } = Object.create(null);
  for (const [key, { value }] of node.entries) object[key] = plain(value);
  return object;
}

/** The entry or item at `path`; undefined where nothing is written. */
export function find(root: Located, path: Path): Located | undefined {
  let node: Located | undefined = root;
  for (const step of path) {
    if (node?.is === "map") node = node.entries.get(String(step))?.value;
    else if (node?.is === "list") node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** Where the value at `path` is written, or the nearest thing around it that is written. */
export function placeOf(root: Located, path: Path): Place {
  for (let length = path.length; length > 0; length--) {
    const node = find(root, path.slice(0, length));
    if (node === undefined) continue;
    return length < path.length && node.is !== "scalar" ? keyPlaceOf(root, path.slice(0, length)) : node.place;
  }
  return root.place;
}

/** Where the key at the end of `path` is written; its value's place if it is an item of a list. */
export function keyPlaceOf(root: Located, path: Path): Place {
  const parent = find(root, path.slice(0, -1));
  const entry = parent?.is === "map" ? parent.entries.get(String(path.at(-1))) : undefined;
  return entry?.key ?? placeOf(root, path);
}

/** A mapping made of entries, placed where `place` says. */
export function mapping(entries: Iterable<readonly [string, Entry]>, place: Place): Mapping {
  return { is: "map", entries: new Map(entries), place };
}
