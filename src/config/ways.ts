import type { Name, Way } from "../spec.ts";
import type { Demand } from "./demand.ts";
import type { WaysText } from "./model-schema.ts";
import { onlyQueue, type PartNames, queueNamed } from "./names.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { plainNumber } from "./show.ts";

/** A share of something: a number from 0 to 1, or 0% to 100%. */
export const SHARE: Demand = { is: "share", least: 0, most: 1 };

/** Where a producer's messages go; the only queue if nothing is said. */
export function settleTo(setting: Setting<WaysText>, names: PartNames, settling: Settling): Way[] {
  if (setting.given) return settleWays(setting, names, settling, false);
  const queue = onlyQueue(names, "to");
  if (typeof queue === "string") return [{ share: 1, to: [queue] }];
  settling.refuseKey(setting.path.slice(0, -1), queue);
  return [];
}

/** Where finished messages go; done if nothing is said. */
export function settleThen(setting: Setting<WaysText>, names: PartNames, settling: Settling): Way[] {
  return setting.given ? settleWays(setting, names, settling, true) : [{ share: 1, to: [] }];
}

function settleWays(setting: Setting<WaysText>, names: PartNames, settling: Settling, mayEnd: boolean): Way[] {
  const target = (text: unknown, at: Setting<unknown>): Name[] => {
    if (text === "done" && mayEnd) return [];
    const queue = queueNamed(String(text), names);
    if (typeof queue === "string") return [queue];
    settling.refuse(at.path, queue);
    return [];
  };
  const { value } = setting;
  if (typeof value === "string") return [{ share: 1, to: target(value, setting) }];
  if (Array.isArray(value)) return [{ share: 1, to: copies(setting.as(value), target, settling) }];
  const ways = setting.entries().map(([name, entry]) => {
    const written = entry.value as string | number | { share: string | number; to: string | string[] };
    if (typeof written !== "object") return { share: settling.number(entry, SHARE, 0), to: target(name, entry) };
    const inner = entry.as(written);
    return { share: settling.number(inner.at("share"), SHARE, 0), to: copies(inner.at("to"), target, settling) };
  });
  checkSum(
    ways.map((way) => way.share),
    setting,
    settling,
  );
  return ways;
}

type Target = (text: unknown, at: Setting<unknown>) => Name[];

/** A copy to each of a list; the same queue twice would be two copies, which nobody means. */
function copies(setting: Setting<string | string[]>, target: Target, settling: Settling): Name[] {
  const { value } = setting;
  if (!Array.isArray(value)) return target(value, setting);
  const to = setting
    .as(value)
    .items()
    .flatMap((item) => target(item.value, item));
  if (value.length === 0) settling.refuse(setting.path, NOWHERE);
  if (new Set(to).size < to.length) settling.refuse(setting.path, TWICE);
  return to;
}

/** Shares that do not add up to 1, but for rounding, are refused. */
export function checkSum(shares: readonly number[], setting: Setting<unknown>, settling: Settling): void {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-9) settling.refuseKey(setting.path, sumComplaint(sum));
}

function sumComplaint(sum: number): Complaint {
  return {
    code: "shares-sum",
    message: `The shares add up to ${plainNumber(100 * sum)}%, not 100%. Change one of them.`,
  };
}

const NOWHERE: Complaint = { code: "value-out-of-range", message: "An empty list names no queue. Write at least one." };
const TWICE: Complaint = {
  code: "keys-conflict",
  message: "A queue is named twice in this list. Keep one of the two.",
};
