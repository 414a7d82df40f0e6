import type { Run } from "../spec.ts";
import { commonMeasure } from "../special/common-measure.ts";
import { inUnits } from "./demand.ts";
import { LIMITS } from "./limits.ts";
import type { Complaint } from "./problem.ts";
import { parseQuantity } from "./quantity.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { shown } from "./show.ts";

type Window = [number, number];

/** The stretches of a transient run that are averaged over. They must begin and end where its recording has a step. */
export function settleWindows(
  setting: Setting<string[]>,
  { mode, until }: Pick<Run, "mode" | "until">,
  settling: Settling,
): Window[] {
  if (!setting.given) return [];
  if (mode === "steady") settling.refuseKey(setting.path, NO_WINDOWS);
  else if ("messages" in until) settling.refuseKey(setting.path, NO_LENGTH);
  const seconds = "seconds" in until ? until.seconds : Infinity;
  const items = setting.items();
  const windows = items.flatMap((item) => {
    const window = readWindow(String(item.value), seconds);
    if (Array.isArray(window)) return [window];
    settling.refuse(item.path, window);
    return [];
  });
  if (windows.length > LIMITS.windows) settling.refuseKey(setting.path, tooManyWindows(windows.length));
  else if (windows.length === items.length && seconds < Infinity) checkSteps(setting, windows, seconds, settling);
  return windows;
}

function readWindow(text: string, seconds: number): Window | Complaint {
  const ends = text.split("..").map(parseQuantity);
  const [from, to] = ends.map((end) => (end !== null && !("code" in end) && end.time === 1 ? end.value : Number.NaN));
  if (ends.length !== 2 || !(from >= 0 && from < to)) return noWindow(text);
  return to > seconds * (1 + 1e-9) ? tooLate(text, seconds) : [from, to];
}

/** What happens between the steps of a recording cannot be told apart. */
function checkSteps(setting: Setting<string[]>, windows: Window[], seconds: number, settling: Settling): void {
  const edges = windows.flat().filter((time) => time > 0 && time < seconds * (1 - 1e-9));
  const shortest = seconds / LIMITS.windowSteps;
  if (edges.length > 0 && commonMeasure(edges, shortest) === null) {
    settling.refuseKey(setting.path, tooFine(seconds, shortest));
  }
}

const NO_WINDOWS: Complaint = {
  code: "mode-conflict",
  message: "windows average over stretches of a transient run. Add mode: transient.",
};
const NO_LENGTH: Complaint = {
  code: "duration-missing",
  message:
    "windows are stretches of a known time, and messages leave the time open. Write duration instead of messages.",
};

function noWindow(text: string): Complaint {
  return {
    code: "sweep-syntax",
    message: `${shown(text)} is no stretch of time. Write it like 0 min..10 min, the earlier end first.`,
  };
}

function tooLate(text: string, seconds: number): Complaint {
  const message = `${shown(text)} ends after the run does. End it at ${inUnits(seconds, "time")}, or raise duration.`;
  return { code: "value-out-of-range", message };
}

function tooManyWindows(count: number): Complaint {
  return { code: "too-many-values", message: `${count} windows are more than ${LIMITS.windows}. Take longer ones.` };
}

function tooFine(seconds: number, shortest: number): Complaint {
  const [length, step] = [seconds, shortest].map((time) => inUnits(time, "time"));
  const message = `A run of ${length} is recorded in ${LIMITS.windowSteps} steps at most, and these windows begin and end between them. Use multiples of one time that is at least ${step}, or a shorter duration.`;
  return { code: "value-out-of-range", message };
}
