import type { Row } from "../../result.ts";
import { percent, type Scale } from "../format.ts";
import { grouped } from "../grouped.ts";
import type { Extent } from "./axis.ts";

/** One point of a line, in display units; null where there is nothing to show. */
export interface Sample {
  x: number;
  y: number | null;
  low: number | null;
  high: number | null;
  theory: number | null;
  measured: number | null;
  /** Drawn hollow when false. */
  trusted: boolean;
}

export interface Line {
  label: string;
  samples: Sample[];
}

/** How lines are drawn. */
export interface LineStyle {
  /** Samples are few and worth a mark each. */
  markers: boolean;
  /** How the interval of a value is drawn. */
  interval: "band" | "bar";
}

/** A row as a point of a line, in display units. */
export function sampleOf(row: Row, x: number, { factor }: Scale): Sample {
  const scaled = (value: number | null | undefined) => (value === null || value === undefined ? null : value * factor);
  const [low, high] = row.low === null || row.high === null ? [null, null] : [scaled(row.low), scaled(row.high)];
  const y = scaled(row.value);
  const [theory, measured] = [scaled(row.theory?.value), scaled(row.measured?.value)];
  return { x, y, low, high, theory, measured, trusted: row.quality.length === 0 };
}

/** Lines from labelled samples, each in ascending order of `along`. */
export function linesFrom(samples: Iterable<{ label: string; along: number; sample: Sample }>): Line[] {
  return [...grouped(samples, ({ label }) => label)].map(([label, own]) => ({
    label,
    samples: own.sort((a, b) => a.along - b.along).map(({ sample }) => sample),
  }));
}

/** All that the value axis must hold. */
export function extentOf(lines: readonly Line[]): Extent {
  const samples = lines.flatMap((line) => line.samples);
  const known = (values: (number | null)[]) => values.filter((value) => value !== null);
  return {
    values: known(samples.flatMap(({ y, theory, measured }) => [y, theory, measured])),
    ends: known(samples.flatMap(({ low, high }) => [low, high])),
  };
}

/** How to read the marks that occur in these lines. */
export function readingNotes(
  lines: readonly Line[],
  style: LineStyle,
  { confidence, theory }: { confidence: number; theory: string },
): string {
  const some = (has: (sample: Sample) => boolean) => lines.some((line) => line.samples.some(has));
  const notes = [
    some(({ low }) => low !== null)
      ? `${style.interval === "band" ? "Band" : "Bar"}: ${percent(confidence)} interval.`
      : "",
    some((sample) => sample.theory !== null) ? `Dashed: ${theory}.` : "",
    some(({ measured }) => measured !== null) ? `${style.markers ? "Diamonds" : "Dotted"}: measured.` : "",
    some(({ trusted, y }) => !trusted && y !== null) ? "Hollow: not reliable." : "",
  ];
  return notes.filter((note) => note !== "").join(" ");
}
