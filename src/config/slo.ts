import type { Objective } from "../spec.ts";
import { judge } from "./demand.ts";
import { readMeasure } from "./measure-text.ts";
import type { Complaint } from "./problem.ts";
import { parseQuantity } from "./quantity.ts";
import { shown } from "./show.ts";
import type { Places } from "./where.ts";

const OBJECTIVE = /^([^<>=]+?)\s*(<=|>=|==|<|>)\s*([^<>=]+)$/;

/** Reads an objective such as `p99(latency, consumers.worker) < 300 ms` or `loss == 0`. */
export function readObjective(text: string, places: Places): Objective | Complaint {
  const [, left, is, right] = OBJECTIVE.exec(text.trim()) ?? [];
  if (left === undefined) return noObjective(text);
  const measure = readMeasure(left, places);
  if ("code" in measure) return measure;
  const quantity = parseQuantity(right);
  if (quantity === null) return noBound(right, text);
  if ("code" in quantity) return quantity;
  const than = judge(quantity, { is: measure.word.is, least: 0 }, right.trim());
  if (typeof than !== "number") return than;
  const { where, metric, statistic } = measure;
  return { text: text.trim(), where, metric, statistic, is: is as Objective["is"], than };
}

function noObjective(text: string): Complaint {
  const message = `${shown(text)} is no objective. Write it like p99(latency) < 300 ms or loss(queues.orders) < 0.1%.`;
  return { code: "objective-syntax", message };
}

function noBound(right: string, text: string): Complaint {
  const message = `${shown(right)} in ${shown(text)} is no number with a unit. Write it like 300 ms, 100/s or 1%.`;
  return { code: "objective-syntax", message };
}
