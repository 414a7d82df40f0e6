import { type Figure, figuresOf } from "../../theory/figures.ts";
import type { Station } from "../../theory/station.ts";
import type { StationTheory } from "../../theory/station-theory.ts";
import type { ShownCourse } from "./course.ts";

/** What theory says of one queue, ready to be shown. */
export interface Answered extends StationTheory {
  /** A notation, the name of a queue, or "system". */
  where: string;
  /** What it is, in words; "" where nothing is to be added. */
  words: string;
  station: Station | null;
  figures: Figure[];
  /** Present where the rate of arrivals varies with time. */
  course?: ShownCourse;
}

/** One point of a sweep, or the only one. */
export interface AnsweredPoint {
  at: Record<string, number | string>;
  queues: Answered[];
}

export function answered(
  about: Pick<Answered, "where" | "words" | "station">,
  { answer, others, why }: StationTheory,
): Answered {
  return { ...about, answer, others, why, figures: answer === null ? [] : figuresOf(answer, about.station) };
}
