import type { Result } from "../../result.ts";
import { percent, quantity } from "../format.ts";
import { counted } from "../words.ts";

/** How the numbers came about, in sentences. */
export function methodSentences(result: Result): string[] {
  const { made, points } = result;
  return [
    ...runSentences(result),
    `Intervals are ${percent(made.confidence)} confidence intervals.`,
    ...(made.mode === "steady" ? steadyMethod(result) : transientMethod(result)),
    ...(points.length > 1
      ? [
          "All points drew from the same streams of random numbers; differences between scenarios are taken stretch by stretch of simulated time, so that noise that both share cancels.",
        ]
      : []),
    made.engine === "simjs" ? "The engine was simjs, an independent simulator, for cross-checking." : "",
  ].filter((sentence) => sentence !== "");
}

function runSentences({ made, points }: Result): string[] {
  if (points.length === 0) return [];
  const seconds = points.map((point) => point.seconds);
  const messages = points.reduce((sum, point) => sum + point.messages, 0);
  const length = spread(seconds, (value) => quantity(value, "s", "latency"));
  const times = replicationsOf({ made, points });
  const whole = `${counted(points.length, "point")}, each simulated ${times === "1" ? "once, for" : `in ${times} independent replications of`} ${length} of simulated time`;
  return [`${whole}; ${messages.toLocaleString("en-US")} messages in the measured windows.`];
}

function steadyMethod({ points }: Result): string[] {
  const warmups = points.map(({ warmup }) => warmup);
  const cut = warmups.every((warmup) => warmup === 0)
    ? "Nothing was set aside as warm-up."
    : `The beginning of each replication was set aside as warm-up (${spread(warmups, (value) => quantity(value, "s", "latency"))}), one cut for all metrics of a point.`;
  return [
    cut,
    "The interval of a mean is Student’s, from the means of about twenty stretches of simulated time of about equal length, at least one of each replication, widened for the correlation of neighbouring stretches and bent for the skewness that they or shorter ones show, so that it need not be symmetric.",
    "The interval of a percentile comes from that of the share of messages beyond it, which the spectrum of this share over simulated time gives (Heidelberger and Welch), or the stretches where there are too few batches for a spectrum; the distribution of all messages together turns shares into values.",
  ];
}

function transientMethod(result: Pick<Result, "made" | "points" | "rows">): string[] {
  const times = replicationsOf(result);
  if (times === "1")
    return [
      "The run shows a course of events from its beginning, so nothing was set aside. One replication has no intervals.",
    ];
  return [
    `The run shows a course of events from its beginning, so nothing was set aside; averages are over the ${times} replications, at each moment and in each window.`,
    "Each replication counts as one observation: intervals are Student’s, from how averages, or for a percentile the share of messages beyond it, differ between replications. Each interval covers its own moment or window with the confidence stated, not all of them at once.",
    ...(result.rows.some(({ theory }) => theory !== null)
      ? [
          "Theory is that of the same stretch of time, from the empty system with which a run begins; it judges the simulation where it is exact and there are at least 20 replications.",
        ]
      : []),
    ...(result.points.some(({ replications }) => replications !== undefined)
      ? [`There are more than ${result.made.replications} where that many were not as precise as was asked.`]
      : []),
  ];
}

/** "4", or "20 to 180" where precision asked for more at some points. */
function replicationsOf({ made, points }: Pick<Result, "made" | "points">): string {
  return spread(
    points.map(({ replications = made.replications }) => replications),
    String,
  );
}

/** One value when all are alike, else from – to. */
function spread(values: readonly number[], show: (value: number) => string): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? show(least) : `${show(least)} to ${show(most)}`;
}

/** What is needed to make the result again, as label and value. */
export function reproduction({ name, made }: Result): [label: string, value: string][] {
  const { version, engine, seed, spec, command = [`${name}.yaml`] } = made;
  const words = [...command, "--seed", String(seed), ...(engine === "queuelab" ? [] : ["--engine", engine])];
  return [
    ["Command, beside the experiment", `queuelab run ${words.map(shellWord).join(" ")}`],
    ["queuelab", version],
    ["Engine", engine],
    ["Seed", String(seed)],
    ["Specification (SHA-256)", spec],
  ];
}

/** Quoted for a POSIX shell where it must be: a name may hold anything. */
const shellWord = (word: string): string =>
  /^[\w./=,:%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
