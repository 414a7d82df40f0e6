/* The parts of Notebook Kit and its runtime that this page uses; `observable:` is resolved in vite.config.ts. */

declare module "@observablehq/runtime" {
  export type Module = object;
  export class Runtime {
    constructor(builtins: Record<string, () => unknown>);
    module(): Module;
  }
}

declare module "observable:runtime/define.js" {
  import type { Module } from "@observablehq/runtime";

  export interface DisplayState {
    root: HTMLElement;
  }
  export type Definition = object;
  export interface Observer {
    pending(): void;
    fulfilled(value: unknown): void;
    rejected(error: unknown): void;
  }
  export function define(
    main: Module,
    state: DisplayState,
    definition: Definition,
    observer: (state: DisplayState, definition: Definition) => Observer,
  ): void;
}

declare module "observable:runtime/display.js" {
  import type { Definition, DisplayState, Observer } from "observable:runtime/define.js";

  export function observe(state: DisplayState, definition: Definition): Observer;
}

declare module "observable:runtime/stdlib/generators/observe.js" {
  export function observe<Value>(
    initialize: (change: (value: Value) => void) => () => void,
  ): AsyncGenerator<Value, undefined>;
}
