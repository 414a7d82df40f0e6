import type { Name, Way } from "../spec.ts";
import type { WaysText } from "./model-schema.ts";
import { onlyQueue, type PartNames, queueNamed } from "./names.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import { addingUp, SHARE } from "./shares.ts";

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
  const target: Target = (text, at, isKey = false) => {
    if (text === "done" && mayEnd) return [];
    const queue = queueNamed(String(text), names);
    if (typeof queue === "string") return [queue];
    if (isKey) settling.refuseKey(at.path, queue);
    else settling.refuse(at.path, queue);
    return [];
  };
  const { value } = setting;
  if (typeof value === "string") return [{ share: 1, to: target(value, setting) }];
  if (Array.isArray(value)) return [{ share: 1, to: copies(setting.as(value), target, settling) }];
  const read = () => setting.entries().map(([name, entry]) => wayOf(name, entry as Setting<WayText>, target, settling));
  return addingUp(setting, settling, read, (way) => way.share);
}

/** Where a text, or the text of a key, sends messages. */
type Target = (text: unknown, at: Setting<unknown>, isKey?: boolean) => Name[];

type WayText = string | number | { share: string | number; to: string | string[] };

/** One entry of a map of shares: its key is the queue, unless it says itself where to. */
function wayOf(name: string, entry: Setting<WayText>, target: Target, settling: Settling): Way {
  const written = entry.value!;
  if (typeof written !== "object") return { share: settling.number(entry, SHARE, 0), to: target(name, entry, true) };
  const inner = entry.as(written);
  return { share: settling.number(inner.at("share"), SHARE, 0), to: copies(inner.at("to"), target, settling) };
}

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

const NOWHERE: Complaint = { code: "value-out-of-range", message: "An empty list names no queue. Write at least one." };
const TWICE: Complaint = {
  code: "keys-conflict",
  message: "A queue is named twice in this list. Keep one of the two.",
};
