import type { Model, Pool, Producer, Queue, Run } from "../spec.ts";
import { takers } from "../traffic/takers.ts";
import { inUnits } from "./demand.ts";
import * as describe from "./describe.ts";
import { find, type Mapping, type Path } from "./located.ts";
import { pathOf, plainName } from "./names.ts";
import { position } from "./source.ts";

/** One setting as it is run: its value in words, and where it comes from. */
export interface Resolved {
  /** Dotted, such as "consumers.worker.prefetch". */
  path: string;
  value: string;
  from: "default" | "file" | "command line";
  /** "models/orders.yaml:12"; empty for a default. */
  place: string;
}

type Row = readonly [key: string, value: string];

/** Every setting of a model, those left out included. */
export function resolvedModel(model: Model, root: Mapping): Resolved[] {
  const takersOf = takers(model.pools);
  return [
    ...model.producers.flatMap((producer) => rowsAt(pathOf(producer.name), producerRows(producer, model), root)),
    ...model.queues.flatMap((queue) => rowsAt(pathOf(queue.name), queueRows(queue, takersOf.get(queue.name)), root)),
    ...model.pools.flatMap((pool) => rowsAt(pathOf(pool.name), poolRows(pool, model), root)),
  ];
}

/** Every setting of a run. @param root the experiment */
export function resolvedRun(run: Run, root: Mapping): Resolved[] {
  const { until, warmup, precision, budget } = run;
  const length: Row =
    "seconds" in until ? ["duration", inUnits(until.seconds, "time")] : ["messages", String(until.messages)];
  const targets = precision?.map(
    ({ where, metric, statistic, within }) => `${statistic} ${metric} of ${where} within ${inUnits(within, "share")}`,
  );
  const rows: Row[] = [
    ["mode", run.mode],
    length,
    ["warmup", warmup === "auto" ? warmup : inUnits(warmup, "time")],
    ["replications", String(run.replications)],
    ["precision", targets?.join("; ") ?? "off"],
    ["budget.messages", String(budget.messages)],
    ["budget.time", inUnits(budget.seconds, "time")],
    ["confidence", inUnits(run.confidence, "share")],
    ["seed", String(run.seed)],
  ];
  return rowsAt(["run"], rows, root);
}

function producerRows({ count, arrivals, profile, batch, mix, to }: Producer, model: Model): Row[] {
  return [
    [arrivals.process === "poisson" ? "rate" : "arrivals", describe.describeArrivals(arrivals)],
    ["count", String(count)],
    ["batch", describe.describeBatch(batch)],
    ["profile", describe.describeProfile(profile)],
    ["to", describe.describeWays(to)],
    ["classes", describe.describeMix(mix, model.classes)],
  ];
}

/** Both limits are shown: they count differently, by what the consumers can hold. */
function queueRows({ order, limit, parking }: Queue, pools: readonly Pool[]): Row[] {
  const held = pools
    .flatMap((pool) => pool.from.map(({ window }) => window * pool.replicas))
    .reduce((sum, window) => sum + window, 0);
  const { amount, counts, overflow } = limit;
  const capacity = counts === "system" ? amount : amount + held;
  const ready = counts === "ready" ? amount : amount === Infinity ? amount : Math.max(0, amount - held);
  return [
    ["order", order],
    ["capacity", amountText(capacity)],
    ["max-length", amountText(ready)],
    ["overflow", amount === Infinity ? "never: there is no limit" : overflow],
    ["parking", String(parking)],
  ];
}

function amountText(amount: number): string {
  return amount === Infinity ? "unlimited" : String(amount);
}

function poolRows(pool: Pool, model: Model): Row[] {
  const [{ window, priority }] = pool.from;
  return [
    ["queue", pool.from.map(({ queue }) => plainName(queue)).join(", ")],
    ["replicas", String(pool.replicas)],
    ["concurrency", String(pool.concurrency)],
    ["prefetch", amountText(window)],
    ["priority", String(priority)],
    ["service", describe.describeService(pool.service, model.classes)],
    ["then", describe.describeWays(pool.then)],
  ];
}

function rowsAt(at: Path, rows: readonly Row[], root: Mapping): Resolved[] {
  return rows.map(([key, value]) => {
    const node = find(root, [...at, ...key.split(".")]);
    if (node === undefined) return { path: [...at, key].join("."), value, from: "default", place: "" };
    const { file } = node.place.source;
    const from = file === "command line" ? file : "file";
    return { path: [...at, key].join("."), value, from, place: `${file}:${position(node.place).line}` };
  });
}
