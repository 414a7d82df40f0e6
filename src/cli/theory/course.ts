import type { Moment, QueueCourse } from "../../theory/course/queue-course.ts";

/** The course of a queue over a period of its rate, or over the length of its profile, ready to be shown. */
export interface ShownCourse {
  model: string;
  exact: boolean;
  source: string;
  /** Which assumption fails where it is not exact; "" where it is. */
  why: string;
  /** "empty": from an empty system. "long ago": what it has become in the long run, over one period. */
  from: "empty" | "long ago";
  servers: number;
  /** Length [s]. */
  span: number;
  /** From 0 to `span`, evenly. */
  moments: Moment[];
}

/** A multiple of what a table shows, and enough for a smooth line. */
const STEPS = 480;

/** @throws RangeError when there is none, or it would take minutes */
export function shownCourse(course: QueueCourse): ShownCourse {
  const { model, exact, source, why, servers, arrivals } = course;
  const { period, span } = arrivals;
  const from = period === null ? "empty" : "long ago";
  const times = Array.from({ length: STEPS + 1 }, (_, i) => (span * i) / STEPS);
  return { model, exact, source, why, from, servers, span, moments: course.at(times, from) };
}

/** The moment at which most messages are in the system. */
export function peakOf({ moments }: ShownCourse): Moment {
  return moments.reduce((most, one) => (one.numberInSystem > most.numberInSystem ? one : most));
}
