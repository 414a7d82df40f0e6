/** What a configuration may cost. Beyond it the loader refuses in words instead of running out of time or memory. */
export const LIMITS = {
  /** Characters of a YAML file. */
  text: 5_000_000,
  /** Characters of a file of recorded times. */
  data: 200_000_000,
  /** Lines and commas of a YAML file: some 5 for each part of a generated model. */
  separators: 150_000,
  /** Words and signs of a YAML file, blanks included: some 25 for each part of a generated model. */
  words: 750_000,
  /** Anchors, aliases and tags of a YAML file. */
  marks: 10_000,
  /** Values of a YAML file, those repeated by aliases included. */
  values: 400_000,
  /** Entries of one map: more than a model may have parts. */
  entries: 31_000,
  /** Collections inside collections. */
  nesting: 60,
  /** Files that extend one another. */
  chain: 20,
  /** Producers, queues and consumers of a model. */
  parts: 30_000,
  /** Points of a study: sweep × scenarios. */
  points: 10_000,
  /** Parts of all points of a study together: each holds a settled model of its own. */
  settledParts: 1_000_000,
  parameters: 1000,
  /** Characters of one expression. */
  expression: 500,
  /** Servers of all consumers, and producers and clients with a state of their own: each takes memory in a run. */
  workers: 2_000_000,
  replicas: 100_000,
  concurrency: 100_000,
  population: 1_000_000,
  /** Messages published at once. */
  batch: 1_000_000,
  classesTimesQueues: 1_000_000,
  /** Producers alike that keep their own state. */
  count: 1_000_000,
  /** Producers alike that are merged because they are Poisson. */
  poissonCount: 1_000_000_000,
  replications: 10_000,
  /** Steps in which a transient run is recorded; the time grid of experiments has as many. */
  windowSteps: 60,
  windows: 500,
  /** Largest whole number accepted where nothing else bounds it: exact in a double. */
  whole: Number.MAX_SAFE_INTEGER,
} as const;
