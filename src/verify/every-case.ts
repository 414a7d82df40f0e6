import { classes } from "./models/classes.ts";
import { limits } from "./models/limits.ts";
import { closedNetworks, networks } from "./models/networks.ts";
import { otherArrivals } from "./models/other-arrivals.ts";
import { nearSaturation, poissonQueues } from "./models/poisson-queues.ts";
import type { Simulated } from "./simulated.ts";

/** The cases in steady state that a model can express. */
export const simulatedCases: Simulated[] = [
  ...poissonQueues,
  ...otherArrivals,
  ...limits,
  ...classes,
  ...networks,
  ...closedNetworks,
];

/** Cases that need so many messages before their averages settle that only a thorough verification runs them. */
export const longCases: Simulated[] = [nearSaturation];

/** The cases that no model expresses, and why. */
export const inexpressible: Record<string, string> = {
  "MM2-HET-RANDOM": "of several idle consumers the one idle longest is served, never a random one",
  "MG1-DEP-H2_4": "intervals between departures are not measured",
  "BULKS-1-8": "consumers take messages one by one",
  "BULKS-4-4": "consumers take messages one by one",
  "BULKS-TO-DET": "consumers take messages one by one",
  "BATCHER-B50-T0.5": "nothing collects messages into batches",
  "MG1-BRK-OP-M": "consumers do not fail",
  "MM3-BRK": "consumers do not fail",
  "MM4-SETUP": "consumers are not switched off and on",
  "MM1-VAC-exp": "consumers do not rest",
  "MM1-DISASTER": "queues are not flushed",
  "MM1-BALK": "arrivals do not look at the queue",
  "FB-DLQ4": "attempts are not counted",
  POISON: "whether a message fails does not stay with it",
  "TIMEOUT-RESTART": "service does not start over",
  "RETRIAL-CONST": "refused messages do not come back",
  "PREFETCH-OPEN": "the way to a consumer takes no time",
  TOKENBUCKET: "nothing meters out messages",
  "JSQ2-r50": "routes do not look at queues",
  "RESEQ-MMINF": "nothing puts messages back in order",
  "SHARED-BUFFER": "a limit belongs to one queue",
  "TR-WAIT-N": "the n-th message is not measured by itself",
  "BUTOOLS-PRPR": "one arrival process cannot choose the class of each message",
  "BOTTLENECK-D": "its values are simulated, not exact",
  "KAT-MRG32k3a": "random numbers of a generator that is not used",
  "KAT-PHILOX": "random numbers; tested with the streams",
};
