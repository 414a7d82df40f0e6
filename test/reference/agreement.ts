import assert from "node:assert/strict";
import type { Observation } from "../../src/model/observation.ts";
import { type Job, Replication } from "../../src/model/replication.ts";
import { ReferenceReplication } from "../../src/reference/reference-replication.ts";
import { loadSimJs } from "../../src/reference/simjs.ts";
import type { Model } from "../../src/spec.ts";
import { differenceBetween } from "../../src/verify/same-observation.ts";
import { jobOf } from "../model/systems.ts";

/** Runs a model on both engines, in two stretches, and asserts that they saw the same. Returns what they saw. */
export async function assertEnginesAgree(
  model: Model,
  until: number,
  changes: Partial<Job> = {},
): Promise<Observation> {
  const job = jobOf(model, changes);
  const ours = new Replication(job);
  const theirs = new ReferenceReplication(await loadSimJs(), job);
  for (const stretch of [0.3, 1]) {
    ours.advance(stretch * until);
    theirs.advance(stretch * until);
    assert.equal(differenceBetween(job, ours.observe(), theirs.observe()), null);
  }
  return ours.observe();
}
