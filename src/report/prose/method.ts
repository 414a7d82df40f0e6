import type { Made, Result } from "../../result.ts";
import { percent, quantity } from "../format.ts";
import { counted } from "../words.ts";

/** How the numbers came about, in sentences. */
export function methodSentences(result: Result): string[] {
  const { made, points } = result;
  return [
    ...runSentences(result),
    `Intervals are ${percent(made.confidence)} confidence intervals.`,
    ...(made.mode === "steady" ? steadyMethod(result) : transientMethod(made)),
    ...(points.length > 1
      ? [
          "All points saw the same random numbers, so that differences between them are paired and noise that they share cancels.",
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
  const whole = `${counted(points.length, "point")}, each simulated ${made.replications === 1 ? "once" : `in ${made.replications} independent replications`} of ${length} of simulated time`;
  return [`${whole}; ${messages.toLocaleString("en-US")} messages in the measured windows.`];
}

function steadyMethod({ points }: Result): string[] {
  const warmups = points.map(({ warmup }) => warmup);
  const cut = warmups.every((warmup) => warmup === 0)
    ? "Nothing was set aside as warm-up."
    : `The beginning of each replication was set aside as warm-up (${spread(warmups, (value) => quantity(value, "s", "latency"))}), one cut for all metrics of a point.`;
  return [
    cut,
    "Intervals of means come from batches of equal simulated time, corrected for the correlation between neighbouring batches and for skewness, so they need not be symmetric. Intervals of percentiles come from the variability of the share of messages below the percentile.",
  ];
}

function transientMethod({ replications }: Made): string[] {
  return [
    `The run shows a course of events from its beginning, so nothing was set aside; averages are over the ${replications} replications, at each moment and in each window.`,
  ];
}

/** One value when all are alike, else from – to. */
function spread(values: readonly number[], show: (value: number) => string): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? show(least) : `${show(least)} to ${show(most)}`;
}

/** What is needed to make the result again, as label and value. */
export function reproduction({ name, made }: Result): [label: string, value: string][] {
  const engine = made.engine === "queuelab" ? "" : ` --engine ${made.engine}`;
  return [
    ["Command, beside the experiment", `queuelab run ${shellWord(`${name}.yaml`)} --seed ${made.seed}${engine}`],
    ["queuelab", made.version],
    ["Engine", made.engine],
    ["Seed", String(made.seed)],
    ["Specification (SHA-256)", made.spec],
  ];
}

/** Quoted for a POSIX shell where it must be: a name may hold anything. */
const shellWord = (word: string): string => (/^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
