import { publishedRate } from "../experiment/flow.ts";
import type { ObserverPool, Task } from "../experiment/observer.ts";
import { planOf } from "../experiment/plan.ts";
import { type Bench, seedOf } from "./bench.ts";
import type { Evidence } from "./evidence.ts";
import { differenceBetween } from "./same-observation.ts";
import { nameOf, type Simulated } from "./simulated.ts";
import { studyOf } from "./study.ts";

const MESSAGES = 10_000;
/** The other engine takes about so many times as long. */
const SLOWER = 15;
/** What one case costs. */
export const engineMessages = MESSAGES * (1 + SLOWER);

/** Runs a case on both engines with the same random numbers and compares all that was recorded, batch by batch. */
export async function runOnBoth(of: Simulated, bench: Bench, reference: ObserverPool): Promise<Partial<Evidence>> {
  const name = nameOf(of);
  const messages = bench.length * MESSAGES;
  const task = taskOf(of, messages, bench.seed);
  const [ours, theirs] = await Promise.all([bench.pool.observe(task), reference.observe(task)]);
  for (const pool of [bench.pool, reference]) pool.forget([task.key]);
  return { engines: [{ model: name, messages, difference: differenceBetween(task.job, ours, theirs) }] };
}

/** One replication of a case, of about so many messages. */
export function taskOf(of: Simulated, messages: number, seed: number): Task {
  const name = nameOf(of);
  const study = studyOf(name, of.model, { until: { messages }, seed: seedOf(name, seed), replications: 1 });
  const [job] = planOf(study)[0].points[0].jobs;
  return { job, key: `engines/${name}`, until: messages / publishedRate(of.model) };
}
