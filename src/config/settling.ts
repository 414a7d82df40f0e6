import { type Demand, judge } from "./demand.ts";
import { evaluate } from "./expression.ts";
import { keyPlaceOf, type Located, type Path, placeOf } from "./located.ts";
import type { Parameters } from "./parameters.ts";
import type { Complaint } from "./problem.ts";
import type { ProblemList } from "./problem-list.ts";
import { parseQuantity, type Quantity } from "./quantity.ts";
import type { Recordings } from "./recordings.ts";
import type { Setting } from "./setting.ts";
import { shown } from "./show.ts";

/** What settling needs beside the text of a model, and where it leaves what it finds. */
export interface Findings {
  recordings: Recordings;
  problems: ProblemList;
  warnings: ProblemList;
}

/**
 * The settling of one model: turns what is written into values in SI, and collects what is wrong. After a problem a
 * stand-in value is answered, so that the rest can be looked at; a model with problems is never handed out.
 */
export class Settling {
  readonly root: Located;
  readonly parameters: Parameters;
  readonly recordings: Recordings;
  readonly problems: ProblemList;
  readonly warnings: ProblemList;

  constructor(root: Located, parameters: Parameters, { recordings, problems, warnings }: Findings) {
    this.root = root;
    this.parameters = parameters;
    this.recordings = recordings;
    this.problems = problems;
    this.warnings = warnings;
  }

  refuse(path: Path, complaint: Complaint): void {
    this.problems.add(placeOf(this.root, path), path, complaint);
  }

  /** Says what is legal but perhaps not meant. */
  warn(path: Path, complaint: Complaint): void {
    this.warnings.add(placeOf(this.root, path), path, complaint);
  }

  /** Refuses a key rather than its value. */
  refuseKey(path: Path, complaint: Complaint): void {
    this.problems.add(keyPlaceOf(this.root, path), path, complaint);
  }

  /** The number that is written, or `absent` if nothing is. */
  number(setting: Setting<unknown>, demand: Demand, absent: number): number {
    return setting.value === undefined ? absent : (this.demanded(setting.value, demand, setting.path) ?? absent);
  }

  /** The number that a text at `path` means; undefined, with a problem, if it does not satisfy the demand. */
  demanded(text: unknown, demand: Demand, path: Path): number | undefined {
    const quantity = this.quantity(text, path);
    if (quantity === undefined) return undefined;
    const value = judge(quantity, demand, String(text));
    if (typeof value === "number") return value;
    this.refuse(path, value);
    return undefined;
  }

  /** The number that a key means: keys are numbers with units, never expressions. */
  key(text: string, demand: Demand, path: Path): number | undefined {
    const quantity = parseQuantity(text) ?? notAQuantity(text);
    const value = "code" in quantity ? quantity : judge(quantity, demand, text);
    if (typeof value === "number") return value;
    this.refuseKey(path, value);
    return undefined;
  }

  /** The quantity that a text at `path` means; undefined, with a problem, if it means none. */
  quantity(text: unknown, path: Path): Quantity | undefined {
    const quantity =
      typeof text === "number" ? { value: text, time: 0 } : evaluate(String(text), this.parameters.lookup);
    if (quantity === null) return undefined; // told where the parameter is written
    if (!("code" in quantity)) return quantity;
    this.refuse(path, quantity);
    return undefined;
  }
}

function notAQuantity(text: string): Complaint {
  return {
    code: "expression-syntax",
    message: `${shown(text)} is no number with its unit. Write keys here like 90 s or 10.`,
  };
}
