import * as z from "zod";
import { IN_A_LINE, wordsOf } from "./distribution-words.ts";
import { anyQuantity, durations, name, settings, share, text, time } from "./vocabulary.ts";

/** A distribution as written: in a line, or as a map that means the same and carries what does not fit in a line. */
export type DistributionText = string | number | DistributionMap;

/** Its one key is the distribution's name. */
export interface DistributionMap {
  empirical?: z.infer<typeof empirical>;
  mixture?: { weight: string | number; of: DistributionText }[];
  shifted?: { by: string | number; of: DistributionText };
  scaled?: { by: string | number; of: DistributionText };
  "phase-type"?: z.infer<typeof phaseType>;
  hyperexponential?: Parameters | z.infer<typeof branches>;
  hypoexponential?: Parameters | z.infer<typeof means>;
  coxian?: Parameters | z.infer<typeof stages>;
  [inALine: string]: unknown;
}

/** The parameters of a distribution that fits in a line: the rest of the line, or a map. */
export type Parameters = string | number | Record<string, string | number>;

const WANTED = "a distribution such as exponential 10 ms, or a map such as {lognormal: {mean: 20 ms, p99: 90 ms}}";
const PARAMETERS = { error: "a map of parameters, such as {mean: 20 ms}" };

const times = z.array(time, { error: "a list of times" });
const shares = z.array(share, { error: "a list of shares" });
const rates = z.array(z.array(z.union([z.string(), z.number()])), { error: "a list of rows, each a list of rates" });

const empirical = settings({ ...durations, file: text.optional(), values: times.optional() });
const phaseType = settings({ initial: shares, generator: rates, unit: text.optional() });
const branches = settings({ branches: z.array(settings({ share, mean: time })) });
const means = settings({ means: times });
const stages = settings({ means: times, onward: shares });

/** Forms of distributions in a line that need a map. */
const lists: Readonly<Record<string, z.ZodType>> = {
  hyperexponential: branches,
  hypoexponential: means,
  coxian: stages,
};

/** Known parameters are listed for editors; which of them make a distribution is told when it is settled. */
function parametersOf(name: string): z.ZodType {
  const known = Object.fromEntries(wordsOf(name).map((word) => [word, anyQuantity.optional()]));
  const map = z.object(known, PARAMETERS).catchall(anyQuantity);
  const list = lists[name];
  return z.union(list ? [z.string(), z.number(), list, map] : [z.string(), z.number(), map], PARAMETERS).optional();
}

const inner = z.lazy(() => distribution);
const all = {
  ...Object.fromEntries(IN_A_LINE.map((name) => [name, parametersOf(name)])),
  empirical: empirical.optional(),
  "phase-type": phaseType.optional(),
  mixture: z
    .array(settings({ weight: share, of: inner }), { error: "a list such as [{weight: 90%, of: exponential 5 ms}]" })
    .optional(),
  shifted: settings({ by: time, of: inner }).optional(),
  scaled: settings({ by: anyQuantity, of: inner }).optional(),
};

/** Names of distributions, as keys of the map form. */
export const DISTRIBUTION_NAMES: readonly string[] = Object.keys(all);

export const distribution = z.union([z.string(), z.number(), settings(all)], { error: WANTED }).meta({
  id: "distribution",
  examples: ["exponential 10 ms", { lognormal: { mean: "20 ms", p99: "90 ms" } }],
}) as unknown as z.ZodType<DistributionText>; // the shape is made from a table, so its type has to be written

/** A class may not be called like a distribution: {gamma: 3 ms} would be read in two ways. */
const className = name.refine((text) => !DISTRIBUTION_NAMES.includes(text) && text !== "times");

const recorded = settings(durations).meta({ description: "The k-th message to arrive takes the k-th recorded time" });

export type ServiceText =
  | DistributionText
  | { times: z.infer<typeof recorded> }
  | { [className: string]: DistributionText };

export const service = z
  .union(
    [
      z.string(),
      z.number(),
      settings({ ...all, times: recorded.optional() }),
      z.record(className, distribution, { error: WANTED }),
    ],
    {
      error: WANTED,
    },
  )
  .meta({
    id: "service",
    examples: ["exponential 10 ms", { urgent: "exponential 30 ms", normal: "lognormal mean 60 ms p99 300 ms" }],
  }) as unknown as z.ZodType<ServiceText>;
