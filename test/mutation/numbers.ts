/**
 * The numbers that tests are answered, in the order they get them: whatever functions of the program return to them, and
 * what they read or call of what was returned. They tell a mutant that changes no number from one that no test minds.
 */
export class Numbers {
  heard: number[] = [];
  private readonly originals = new WeakMap<object, object>();

  /** The exports of a module, as a test is to see them. */
  listeningTo(names: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(names).map(([name, value]) => [name, this.overheard(value)]));
  }

  /** What was heard since the last call. */
  take(): number[] {
    const { heard } = this;
    this.heard = [];
    return heard;
  }

  /** A value that tells what is asked of it. */
  private overheard(value: unknown, owner?: object): unknown {
    if (typeof value === "number") this.heard.push(value);
    if (typeof value === "function") return this.listening(value as Called, owner);
    if (typeof value !== "object" || value === null) return value;
    if (hasMethods(value)) return this.watched(value);
    for (const part of Object.values(value)) this.overheard(part);
    return value;
  }

  private listening(called: Called, owner?: object): unknown {
    const proxy = new Proxy(called, {
      apply: (target, self, given) =>
        this.overheard(Reflect.apply(target, owner ?? self, this.raw(given) as unknown[])),
      construct: (target, given) => this.overheard(Reflect.construct(target, this.raw(given) as unknown[])) as object,
    });
    this.originals.set(proxy, called);
    return proxy;
  }

  /** An object whose fields and methods are listened to; in the place of its own, so that frozen ones may be wrapped. */
  private watched(value: object): object {
    const proxy = new Proxy(Object.create(Object.getPrototypeOf(value)) as object, {
      get: (_, key) => this.overheard(Reflect.get(value, key, value), value),
      has: (_, key) => key in value,
      ownKeys: () => Reflect.ownKeys(value),
      getOwnPropertyDescriptor: (_, key) => {
        const own = Reflect.getOwnPropertyDescriptor(value, key);
        return own && { ...own, configurable: true };
      },
    });
    this.originals.set(proxy, value);
    return proxy;
  }

  /** The program gets what is its own back as it was, else it would be heard talking to itself. */
  private raw(given: unknown): unknown {
    if (given === null || (typeof given !== "object" && typeof given !== "function")) return given;
    const original = this.originals.get(given);
    if (original !== undefined) return original;
    if (Array.isArray(given))
      return given.some((one) => this.raw(one) !== one) ? given.map((one) => this.raw(one)) : given;
    if (Object.getPrototypeOf(given) !== Object.prototype) return given;
    const parts = Object.entries(given).map(([key, part]) => [key, this.raw(part), part]);
    return parts.some(([, raw, part]) => raw !== part) ? Object.fromEntries(parts) : given;
  }
}

type Called = (...given: unknown[]) => unknown;

function hasMethods(value: object): boolean {
  if (Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return false;
  const prototype = Object.getPrototypeOf(value);
  return (
    (prototype !== Object.prototype && prototype !== null) ||
    Object.values(value).some((part) => typeof part === "function")
  );
}

/**
 * The largest relative difference between what was heard in two runs; below 1e-6 numbers count as 1e-6, since of what
 * should be 0 only rounding is left. Infinity where one run heard more, or no number.
 */
export function difference(before: number[], after: number[]): number {
  if (before.length !== after.length) return Infinity;
  return before.reduce((largest, a, i) => Math.max(largest, distance(a, after[i])), 0);
}

function distance(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const far = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-6);
  return Number.isFinite(far) ? far : Infinity;
}
