import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Case {
  id: string;
  metrics: { metric: string; value: number; kind: string }[];
}

const cases: Case[] = JSON.parse(readFileSync(new URL("../../src/verify/cases.json", import.meta.url), "utf8")).cases;

/** Names of all cases. */
export const caseIds = cases.map(({ id }) => id);

/** Fails unless |actual − expected| ≤ `relative` × |expected|. */
export function close(actual: number, expected: number, relative = 1e-9): void {
  assert.ok(
    Math.abs(actual - expected) <= relative * Math.abs(expected),
    `${actual} is not within ${relative} of ${expected} (off by ${actual / expected - 1})`,
  );
}

/** Holds answers against the case of that name, metric by metric, to `relative` (default 10⁻⁶). */
export function agrees(id: string, answers: Record<string, number>, relative = 1e-6): void {
  const found = cases.find((one) => one.id === id);
  assert.ok(found, `there is no case ${id}`);
  for (const [metric, actual] of Object.entries(answers)) {
    const known = found.metrics.find((one) => one.metric === metric);
    assert.ok(known, `case ${id} has no metric ${metric}`);
    const gap = Math.abs(actual - known.value) - relative * Math.abs(known.value);
    assert.ok(gap <= 0, `${id} ${metric}: ${actual} where ${known.value} is known (${known.kind})`);
  }
}
