import { type Definition, type DisplayState, define as defineIn } from "observable:runtime/define.js";
import { observe as display } from "observable:runtime/display.js";
import { observe } from "observable:runtime/stdlib/generators/observe.js";
import { type Module, Runtime } from "@observablehq/runtime"; // comes with Notebook Kit
import { PHONE, WIDE } from "../../src/report/report.ts";

/*
 * Stands in for Notebook Kit's own runtime, whose standard library would come from a content delivery network. Cells
 * have `display`, `view` and `canvas`, and import the rest.
 */

const narrow = matchMedia("(max-width: 560px)");

/** What every cell may refer to by name. */
const library = {
  /** The size for pictures on this screen. */
  canvas: () =>
    observe((change: (canvas: { width: number }) => void) => {
      const measure = () => change(narrow.matches ? PHONE : WIDE);
      measure();
      narrow.addEventListener("change", measure);
      return () => narrow.removeEventListener("change", measure);
    }),
};

const main: Module = new Runtime(library).module();

/** Called by the page for each of its cells. */
export function define(state: DisplayState, definition: Definition): void {
  defineIn(main, state, definition, patiently);
}

/** Displays as Notebook Kit does, and marks a cell whose value is being computed anew. */
function patiently(state: DisplayState, definition: Definition) {
  const observer = display(state, definition);
  const pending = (is: boolean) => state.root.classList.toggle("pending", is);
  return {
    ...observer,
    pending() {
      pending(true);
      observer.pending();
    },
    fulfilled(value: unknown) {
      pending(false);
      observer.fulfilled(value);
    },
    rejected(error: unknown) {
      pending(false);
      observer.rejected(error);
    },
  };
}
