import { type Files, fileText } from "./files.ts";
import type { Complaint } from "./problem.ts";
import { parseQuantity } from "./quantity.ts";
import { shown } from "./show.ts";
import { column } from "./table.ts";

/** Where recorded values are: a column, or the difference of two. */
export interface Recorded {
  file?: string | undefined;
  column?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  unit?: string | undefined;
}

/** The recordings that a configuration names. Each column is read once, however many points of a study use it. */
export class Recordings {
  private readonly columns = new Map<string, number[] | Complaint>();
  private readonly files: Files;

  constructor(files: Files) {
    this.files = files;
  }

  /**
   * Recorded values in SI, in the order of the file.
   * @param from the file in which the recording is named
   */
  values(recorded: Recorded, from: string): number[] | Complaint {
    const { file = "" } = recorded;
    const scale = unitOf(recorded.unit);
    if (typeof scale !== "number") return scale;
    if (recorded.from === undefined && recorded.to === undefined) {
      const values = this.column(file, recorded.column, from);
      return "code" in values ? values : scaled(values, scale);
    }
    if (recorded.from === undefined || recorded.to === undefined || recorded.column !== undefined)
      return HALF_A_DIFFERENCE;
    const starts = this.column(file, recorded.from, from);
    const ends = this.column(file, recorded.to, from);
    if ("code" in starts) return starts;
    return "code" in ends ? ends : scaled(difference(ends, starts), scale);
  }

  private column(file: string, name: string | undefined, from: string): number[] | Complaint {
    const key = JSON.stringify([file, name, from]);
    const known = this.columns.get(key);
    if (known) return known;
    const read = fileText(this.files, file, from);
    const values = "code" in read ? read : column(read.text, read.path, name);
    this.columns.set(key, values);
    return values;
  }
}

function difference(ends: readonly number[], starts: readonly number[]): number[] {
  return ends.map((end, index) => end - starts[index]);
}

/** Below a second a division by the whole number of units rounds once: 13 ms is 13/1000 s. */
function scaled(values: number[], scale: number): number[] {
  if (scale === 1) return values;
  const units = Math.round(1 / scale);
  return values.map((value) => (scale < 1 ? value / units : value * scale));
}

/** Seconds in a unit of time that is written without a number. */
function unitOf(unit: string | undefined): number | Complaint {
  if (unit === undefined) return 1;
  const one = parseQuantity(`1 ${unit}`);
  if (one !== null && !("code" in one) && one.time === 1) return one.value;
  return {
    code: "unit-unknown",
    message: `${shown(unit)} is no unit of time. Write unit: ms, or leave it out for seconds.`,
  };
}

const HALF_A_DIFFERENCE: Complaint = {
  code: "keys-conflict",
  message: "A recording has either column:, or from: and to: for the difference of two columns.",
};
