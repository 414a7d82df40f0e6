import type { Queue } from "../spec.ts";
import { LIMITS } from "./limits.ts";
import type { QueueText } from "./model-schema.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";

/** What is written under `order:`, with the two that are ways of serving rather than of queueing. */
export type Order = NonNullable<QueueText["order"]>;

export function settleQueue(name: string, setting: Setting<QueueText>, settling: Settling): Queue {
  return {
    name: `queues.${name}`,
    order: orderOf(setting.at("order").value ?? "fifo"),
    limit: settleLimit(setting, settling),
    parking: setting.at("parking").value ?? false,
  };
}

/** Preemptive consumers look at priorities; under sharing all are served at once, so their order is nobody's. */
function orderOf(order: Order): Queue["order"] {
  if (order === "preemptive") return "priority";
  return order === "sharing" ? "fifo" : order;
}

function settleLimit(setting: Setting<QueueText>, settling: Settling): Queue["limit"] {
  const capacity = setting.at("capacity");
  const maxLength = setting.at("max-length");
  const overflow = setting.at("overflow");
  if (capacity.given && maxLength.given) settling.refuseKey(maxLength.path, TWO_LIMITS);
  if (overflow.given && !capacity.given && !maxLength.given) settling.refuseKey(overflow.path, NO_LIMIT);
  const waits = overflow.value ?? "refuse";
  if (maxLength.given) return { amount: amountOf(maxLength, 0, settling), counts: "ready", overflow: waits };
  return { amount: amountOf(capacity, 1, settling), counts: "system", overflow: waits };
}

function amountOf(setting: Setting<string | number>, least: number, settling: Settling): number {
  if (setting.value === "unlimited") return Infinity;
  return settling.number(setting, { is: "number", whole: true, least, most: LIMITS.whole }, Infinity);
}

const TWO_LIMITS: Complaint = {
  code: "keys-conflict",
  message: "capacity counts messages waiting and in service, max-length only those waiting. Keep one of the two.",
};
const NO_LIMIT: Complaint = {
  code: "key-useless",
  message: "overflow has no effect on a queue without a limit. Add capacity: or max-length:, or leave overflow out.",
};
