import type { Result } from "../../src/result.ts";
import type { Study } from "../../src/spec.ts";
import { type Cell, Crew } from "../laboratory/crew.ts";
import type { Figures, Question } from "./calculator.worker.ts";
import type { Setting } from "./setting.ts";

const hire = () =>
  new Worker(new URL("./calculator.worker.ts", import.meta.url), { type: "module", name: "calculator" });

/** One thread is left to the page and one to drawing. */
const simulators = new Crew<Question, unknown>(hire, Math.min(3, Math.max(1, navigator.hardwareConcurrency - 2)));

/** Theory has a thread of its own, so that it never waits for a simulation. */
const theorist = new Crew<Question, unknown>(hire, 1);

/** Runs a study on the product's engine. */
export const simulate = (study: Study, cell: Cell) => simulators.ask({ study }, cell) as Promise<Result>;

/** Exact theory at a setting. */
export const exactAt = (setting: Setting, cell: Cell) => theorist.ask({ exact: setting }, cell) as Promise<Figures>;
