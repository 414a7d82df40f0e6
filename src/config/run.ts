import type { Objective, PrecisionTarget, Run } from "../spec.ts";
import type { Demand } from "./demand.ts";
import type { RunText } from "./experiment-schema.ts";
import { LIMITS } from "./limits.ts";
import { readMeasure } from "./measure-text.ts";
import type { Nature } from "./nature.ts";
import { counting } from "./pools.ts";
import type { Complaint } from "./problem.ts";
import type { Setting } from "./setting.ts";
import type { Settling } from "./settling.ts";
import type { Places } from "./where.ts";
import { settleWindows } from "./windows.ts";

/** What the length and the repetitions of a run depend on beside its own settings. */
export interface Circumstances {
  nature: Nature;
  places: Places;
  objectives: readonly Objective[];
}

/** Messages published in each replication of a steady run before its precision is first looked at. */
const FIRST_LOOK = 100_000;
/** Most messages of one point, all replications together. */
const MOST_MESSAGES = 5_000_000;
const PRECISION = 0.05;
const REPLICATIONS = { steady: 4, transient: 20 };

const TIME: Demand = { is: "time", above: 0 };
const RELATIVE: Demand = { is: "share", above: 0, most: 1 };

export function settleRun(run: Setting<RunText>, around: Circumstances, settling: Settling): Run {
  const mode = settleMode(run, around.nature, settling);
  const fallback = around.nature.random ? REPLICATIONS[mode] : 1;
  const replications = settling.number(run.at("replications"), counting(LIMITS.replications), fallback);
  const until = settleUntil(run, mode, around.nature, settling);
  return {
    mode,
    until,
    warmup: settleWarmup(run, mode, settling),
    replications,
    precision: settlePrecision(run, { mode, ...around }, settling),
    budget: settleBudget(run, "messages" in until ? until.messages * replications : 0, settling),
    confidence: settling.number(run.at("confidence"), { is: "share", least: 0.5, most: 0.9999 }, 0.95),
    seed: settling.number(run.at("seed"), { is: "number", whole: true, least: 0, most: LIMITS.whole }, 1),
    windows: settleWindows(run.at("windows"), { mode, until }, settling),
  };
}

function settleMode(run: Setting<RunText>, { passing }: Nature, settling: Settling): Run["mode"] {
  const mode = run.at("mode");
  if (mode.value === "steady" && passing !== null) settling.refuse(mode.path, notSteady(passing.why));
  return mode.value ?? (passing === null ? "steady" : "transient");
}

function settleUntil(run: Setting<RunText>, mode: Run["mode"], { passing }: Nature, settling: Settling): Run["until"] {
  const duration = run.at("duration");
  const messages = run.at("messages");
  if (duration.given && messages.given) settling.refuseKey(messages.path, TWO_LENGTHS);
  if (duration.given) return { seconds: settling.number(duration, TIME, 1) };
  if (messages.given || mode === "steady") {
    return { messages: settling.number(messages, { is: "number", whole: true, least: 1, most: 1e12 }, FIRST_LOOK) };
  }
  if (passing === null) settling.refuseKey([...run.path, "mode"], NO_DURATION);
  return { seconds: passing?.seconds ?? 1 };
}

function settleWarmup(run: Setting<RunText>, mode: Run["mode"], settling: Settling): Run["warmup"] {
  const warmup = run.at("warmup");
  if (mode === "transient" && warmup.given) settling.refuseKey(warmup.path, NO_WARMUP);
  if (mode === "transient") return 0;
  if (!warmup.given || warmup.value === "auto") return "auto";
  return settling.number(warmup, { is: "time", least: 0 }, 0);
}

/** What `precision:` may hold; `false` is how some write off. */
type Written = string | number | boolean | Record<string, string | number>;

/**
 * Without precision: a length that is given is taken as it is, so are the replications of a transient run, and what is
 * not random is precise already.
 */
function settlePrecision(
  run: Setting<RunText>,
  around: Circumstances & Pick<Run, "mode">,
  settling: Settling,
): PrecisionTarget[] | null {
  const setting = run.at("precision") as Setting<Written>;
  const { value } = setting;
  const lengthGiven = run.at("duration").given || run.at("messages").given;
  if (value === "off" || value === false) return null;
  if (value === undefined && (lengthGiven || around.mode === "transient" || !around.nature.random)) return null;
  if (typeof value === "object") return namedTargets(setting.as(value), around.places, settling);
  const within = settling.number(setting, RELATIVE, PRECISION);
  const everywhere = ["mean", "p99"].map(
    (statistic): PrecisionTarget => ({ where: "*", metric: "latency", statistic, within }),
  );
  return [...everywhere, ...objectiveTargets(around.objectives, within)];
}

/** What objectives are about and the latency of every pool does not cover. */
function objectiveTargets(objectives: readonly Objective[], within: number): PrecisionTarget[] {
  const targets = new Map<string, PrecisionTarget>();
  for (const { where, metric, statistic } of objectives) {
    const covered = metric === "latency" && where.startsWith("consumers.") && ["mean", "p99"].includes(statistic);
    if (covered || !HAS_RELATIVE_WIDTH.has(metric) || statistic === "max") continue;
    targets.set(`${where} ${metric} ${statistic}`, { where, metric, statistic, within });
  }
  return [...targets.values()];
}

/** Of these the interval is a share of the value; losses may be 0, and extremes have no interval. */
const HAS_RELATIVE_WIDTH = new Set(["latency", "waitingTime", "sojournTime"]);

function namedTargets(
  setting: Setting<Record<string, string | number>>,
  places: Places,
  settling: Settling,
): PrecisionTarget[] {
  return setting.entries().flatMap(([text, entry]) => {
    const measure = readMeasure(text, places);
    if ("code" in measure) {
      settling.refuseKey(entry.path, measure);
      return [];
    }
    const { where, metric, statistic } = measure;
    return [{ where, metric, statistic, within: settling.number(entry, RELATIVE, PRECISION) }];
  });
}

/** @param asked messages of a point that the run has in any case */
function settleBudget(run: Setting<RunText>, asked: number, settling: Settling): Run["budget"] {
  const budget = run.at("budget");
  const written = budget.at("messages");
  const messages = settling.number(
    written,
    { is: "number", whole: true, least: 1, most: 1e15 },
    Math.max(MOST_MESSAGES, asked),
  );
  if (written.given && messages < asked) settling.refuse(written.path, smallBudget(asked));
  return { messages, seconds: settling.number(budget.at("time"), TIME, Infinity) };
}

function notSteady(why: string): Complaint {
  return { code: "mode-conflict", message: `There is no steady state: ${why}. Leave mode out, or write transient.` };
}

const TWO_LENGTHS: Complaint = {
  code: "keys-conflict",
  message: "duration and messages both say how long a replication is. Keep one.",
};
const NO_DURATION: Complaint = {
  code: "duration-missing",
  message: "duration is missing: a transient run needs to know how long it lasts, such as duration: 1 h.",
};
const NO_WARMUP: Complaint = {
  code: "mode-conflict",
  message: "A transient run has no warm-up: its start is what it is about. Leave warmup out.",
};
function smallBudget(asked: number): Complaint {
  const message = `The replications alone publish ${asked} messages a point. Raise the budget, or lower messages.`;
  return { code: "keys-conflict", message };
}
