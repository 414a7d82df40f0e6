import type { Arrivals } from "../random/arrivals.ts";
import type { ArrivalsText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import { readRecording } from "./recorded-times.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { plainNumber, shown } from "./show.ts";

type Replay = NonNullable<Exclude<ArrivalsText, string>["times"]>;

/**
 * Arrivals at recorded times, once or in a loop. `loop: true` starts over one mean interval after the last time;
 * `loop: 24 h` after that time.
 */
export function settleReplay(setting: Setting<Replay>, settling: Settling): Arrivals {
  const recorded = readRecording(setting, settling);
  const start = setting.at("start");
  if (start.given && start.value !== "first") settling.refuse(start.path, startUnknown(start.value!));
  const zero = start.value === "first" ? recorded[0] : 0;
  const at = zero === 0 ? recorded : recorded.map((time) => time - zero);
  const complaint = orderComplaint(at, setting.value?.file);
  if (complaint) settling.refuse([...setting.path, "file"], complaint);
  else if (at[0] > at[at.length - 1] - at[0] && at[0] > 60) settling.warn([...setting.path, "file"], late(at[0]));
  return { process: "times", at, period: settleLoop(setting.at("loop"), at, settling) };
}

function settleLoop(
  loop: Setting<string | number | boolean>,
  at: readonly number[],
  settling: Settling,
): number | null {
  if (loop.value === undefined || loop.value === false) return null;
  const last = at[at.length - 1];
  if (loop.value !== true) return settling.number(loop, { is: "time", above: 0, least: last }, Math.max(1, last));
  if (at.length > 1 && last > at[0]) return last + (last - at[0]) / (at.length - 1);
  settling.refuse(loop.path, NO_INTERVAL);
  return 1;
}

function orderComplaint(at: readonly number[], file: string | undefined): Complaint | null {
  const wrong = at.findIndex((time, index) => time < (index === 0 ? 0 : at[index - 1]));
  if (wrong < 0) return null;
  const before = wrong === 0 ? "the start, 0" : `the one before it, ${plainNumber(at[wrong - 1])}`;
  const message = `Time ${wrong + 1} of ${shown(file)}, ${plainNumber(at[wrong])} s, is earlier than ${before} s. Sort the recording by time.`;
  return { code: "data-invalid", message };
}

const NO_INTERVAL: Complaint = {
  code: "data-invalid",
  message: "A single time has no mean interval to loop with. Write loop: with the time after which it starts over.",
};

function startUnknown(text: string): Complaint {
  return {
    code: "word-unknown",
    message: `${shown(text)} is no start of a recording. Write start: first, or leave it out.`,
  };
}

function late(first: number): Complaint {
  const message = `The first arrival comes after ${plainNumber(first)} s, later than the recording is long. Write start: first to begin with it.`;
  return { code: "recording-late", message };
}
