import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import vm from "node:vm";
import { transformWithOxc } from "vite";
import type { Numbers } from "./numbers.ts";

/** A source file without its types. */
export interface Script {
  code: string;
  map: unknown;
  imports: string[];
}

const scripts = new Map<string, Script>();

/** JavaScript of a TypeScript file, kept once made. */
export async function scriptOf(file: string): Promise<Script> {
  let script = scripts.get(file);
  if (script === undefined) {
    const { code, map } = await transformWithOxc(readFileSync(file, "utf8"), file, { sourcemap: true });
    const imports = [...code.matchAll(/^(?:import|export)\b[^;]*?from "(\.[^"]+)"/gm)].map(([, path]) =>
      resolve(dirname(file), path),
    );
    script = { code, map, imports };
    scripts.set(file, script);
  }
  return script;
}

/** All files a file imports, directly or not, itself included. */
export async function reachableFrom(file: string): Promise<Set<string>> {
  const known = reachable.get(file);
  if (known !== undefined) return known;
  const seen = new Set([file]);
  for (const one of seen) for (const next of (await scriptOf(one)).imports) seen.add(next);
  reachable.set(file, seen);
  return seen;
}

const reachable = new Map<string, Set<string>>();

/** A test as vitest's `test` is given it. */
export interface Test {
  name: string;
  run: () => unknown;
}

/** Modules that no change reaches. */
const shared = new Map<string, vm.Module>();
const outside = new Map<string, Record<string, unknown>>();

/** Fetches packages beforehand, since modules are linked without waiting. */
async function packageOf(name: string): Promise<Record<string, unknown>> {
  let names = outside.get(name);
  if (names === undefined) {
    names = (await import(name)) as Record<string, unknown>;
    outside.set(name, names);
  }
  return names;
}

/**
 * Test files and all they import as modules of this process, one file replaced by other code: it and what imports it are
 * loaded anew for every change, so that nothing survives from one to the next.
 */
export class Modules {
  private readonly loaded = new Map<string, vm.Module>();
  private tests: Test[] = [];
  private readonly replaced: string;
  private readonly code: string;
  private readonly numbers: Numbers | undefined;

  /** @param numbers hears what tests are answered, if given */
  constructor(replaced: string, code: string, numbers?: Numbers) {
    this.replaced = replaced;
    this.code = code;
    this.numbers = numbers;
  }

  /** The tests of a file. */
  async testsOf(file: string, timeout: number): Promise<Test[]> {
    this.tests = [];
    if (this.numbers !== undefined) {
      for (const one of await reachableFrom(file)) if (!isTest(one)) await this.exportsOf(one, timeout);
    }
    await (await this.load(file)).evaluate({ timeout });
    return this.tests;
  }

  /** What a module exports. */
  async exportsOf(file: string, timeout: number): Promise<Record<string, unknown>> {
    const module = await this.load(file);
    await module.evaluate({ timeout });
    return module.namespace as Record<string, unknown>;
  }

  private async load(file: string): Promise<vm.Module> {
    const module = await this.moduleOf(file);
    if (module.status === "unlinked") {
      await module.link((specifier, from) =>
        specifier.startsWith(".")
          ? this.imported(resolve(dirname(from.identifier), specifier), from.identifier)
          : this.foreign(specifier),
      );
    }
    return module;
  }

  /** A module as another sees it: tests may see one that is listened to. */
  private async imported(file: string, by: string): Promise<vm.Module> {
    const module = await this.moduleOf(file);
    if (this.numbers === undefined || isTest(file) || !isTest(by)) return module;
    return this.synthetic(`heard ${file}`, this.numbers.listeningTo({ ...module.namespace }));
  }

  private async moduleOf(file: string): Promise<vm.Module> {
    const fresh = (await reachableFrom(file)).has(this.replaced) || isTest(file);
    const loaded = fresh ? this.loaded : shared;
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const code = file === this.replaced ? this.code : (await scriptOf(file)).code;
    const again = loaded.get(file); // another import may have been faster
    if (again !== undefined) return again;
    const module = new vm.SourceTextModule(code, {
      identifier: file,
      initializeImportMeta: (meta) => {
        meta.url = `file://${file}`;
      },
    });
    loaded.set(file, module);
    return module;
  }

  private async foreign(name: string): Promise<vm.Module> {
    const known = this.loaded.get(name);
    if (known !== undefined) return known;
    return this.synthetic(name, name === "vitest" ? { test: this.register } : await packageOf(name));
  }

  private synthetic(name: string, names: Record<string, unknown>): vm.Module {
    const known = this.loaded.get(name);
    if (known !== undefined) return known;
    const module = new vm.SyntheticModule(
      Object.keys(names),
      function (this: vm.SyntheticModule) {
        for (const [key, value] of Object.entries(names)) this.setExport(key, value);
      },
      { identifier: name },
    );
    this.loaded.set(name, module);
    return module;
  }

  private readonly register = (name: string, run: () => unknown) => {
    this.tests.push({ name, run });
  };
}

function isTest(file: string): boolean {
  return file.includes("/test/");
}

/** Runs a test; says whether it passed, failed, or took longer than `timeout` [ms]. */
export function outcomeOf(test: Test, timeout: number): "passed" | "failed" | "timeout" {
  const place = globalThis as { mutationTest?: () => unknown };
  place.mutationTest = test.run;
  try {
    vm.runInThisContext("globalThis.mutationTest()", { timeout: Math.ceil(timeout) });
    return "passed";
  } catch (error) {
    return (error as { code?: string }).code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? "timeout" : "failed";
  }
}
