import type { Path } from "./located.ts";

/** The maps among the forms that a value may have. */
type Fields<T> = T extends readonly unknown[] ? never : T extends object ? T : never;

/** A setting as written, undefined where it is left out, together with the way to it. */
export class Setting<T> {
  readonly value: T | undefined;
  readonly path: Path;

  constructor(value: T | undefined, path: Path) {
    this.value = value;
    this.path = path;
  }

  /** What a value of this setting, already known to be of a narrower form, is written as. */
  as<Form>(value: Form): Setting<Form> {
    return new Setting(value, this.path);
  }

  /** One entry of a map. */
  at<Key extends keyof Fields<T> & string>(key: Key): Setting<Exclude<Fields<T>[Key], undefined>> {
    const { value } = this;
    const inner = typeof value === "object" && value !== null ? (value as Fields<T>)[key] : undefined;
    return new Setting(inner as Exclude<Fields<T>[Key], undefined> | undefined, [...this.path, key]);
  }

  /** Entries of a map, in the order in which they are written. */
  entries(): [string, Setting<Exclude<Fields<T>[keyof Fields<T>], undefined>>][] {
    const keys = Object.keys(this.value ?? {}) as (keyof Fields<T> & string)[];
    return keys.map((key) => [key, this.at(key)]);
  }

  /** Items of a list. */
  items(): Setting<T extends readonly (infer Item)[] ? Item : never>[] {
    const { value, path } = this;
    return Array.isArray(value) ? value.map((item, index) => new Setting(item, [...path, index])) : [];
  }

  get given(): boolean {
    return this.value !== undefined;
  }
}
