import { readFileSync } from "node:fs";

/* Answers beside what is known otherwise. */

interface Case {
  id: string;
  metrics: { metric: string; value: number; kind: string }[];
}

const cases: Case[] = JSON.parse(readFileSync(new URL("../../src/verify/cases.json", import.meta.url), "utf8")).cases;

/** Figures of an answer beside known ones, by name. */
export interface Comparison {
  what: string;
  answer: number;
  known: number;
}

/** Metrics of the case of that name. */
export function ofCase(id: string, answers: Record<string, number>): Comparison[] {
  const metrics = cases.find((one) => one.id === id)?.metrics ?? [];
  return Object.entries(answers).map(([metric, answer]) => {
    const known = metrics.find((one) => one.metric === metric);
    if (known === undefined) throw new Error(`case ${id} has no metric ${metric}`);
    return { what: `${id} ${metric}`, answer, known: known.value };
  });
}

/** One figure. */
export const reduced = (what: string, answer: number, known: number): Comparison[] => [{ what, answer, known }];

/** Solvers of one kind: their functions, and what is compared. */
export interface Family {
  family: string;
  functions: string;
  compare: () => Comparison[];
}

/** The comparison that is farthest off, relatively. */
export function worstOf(comparisons: Comparison[]): { what: string; error: number } {
  const errors = comparisons.map(({ what, answer, known }) => ({ what, error: Math.abs(answer / known - 1) }));
  return errors.reduce((worst, one) => (one.error > worst.error ? one : worst));
}
