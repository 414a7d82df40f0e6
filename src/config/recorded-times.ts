import { placeOf } from "./located.ts";
import type { Complaint } from "./problem.ts";
import type { Recorded } from "./recordings.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { plainNumber, shown } from "./show.ts";

/** Recorded numbers in SI; a stand-in of one number, with a problem, if they cannot be read. */
export function readRecording(setting: Setting<Recorded>, settling: Settling): number[] {
  const { file } = placeOf(settling.root, [...setting.path, "file"]).source;
  const values = settling.recordings.values(setting.value ?? {}, file);
  const complaint = "code" in values ? values : values.length === 0 ? empty(setting.value?.file) : null;
  if (complaint === null) return values as number[];
  settling.refuse(placeInRecording(setting, complaint), complaint);
  return [1];
}

/** Recorded durations in SI, each at least 0. */
export function readTimes(setting: Setting<Recorded>, settling: Settling): number[] {
  const values = readRecording(setting, settling);
  const wrong = values.findIndex((value) => value < 0);
  if (wrong >= 0) settling.refuse([...setting.path, "file"], negative(setting.value?.file, wrong, values[wrong]));
  const long = values.findIndex((value) => value > LONGEST);
  if (long >= 0) settling.refuse([...setting.path, "file"], endless(setting.value?.file, long, values[long]));
  return values;
}

/** No duration is longer [s]: some 30,000 years. A moment in milliseconds since 1970, taken for a duration in s, is. */
const LONGEST = 1e12;

function placeInRecording(setting: Setting<Recorded>, complaint: Complaint): (string | number)[] {
  const key = complaint.code === "column-unknown" ? (setting.value?.column === undefined ? "file" : "column") : "file";
  return [...setting.path, complaint.code === "unit-unknown" ? "unit" : key];
}

function empty(file: string | undefined): Complaint {
  return {
    code: "data-invalid",
    message: `${shown(file)} has no recorded values. It needs at least one line of them.`,
  };
}

function endless(file: string | undefined, index: number, value: number): Complaint {
  const message = `Value ${index + 1} of ${shown(file)} is ${plainNumber(value)} s, more than 30,000 years. Look at its columns, and at the unit.`;
  return { code: "data-invalid", message };
}

function negative(file: string | undefined, index: number, value: number): Complaint {
  const message = `Value ${index + 1} of ${shown(file)} is ${plainNumber(value)} s, and a duration is at least 0. Look at its columns.`;
  return { code: "data-invalid", message };
}
