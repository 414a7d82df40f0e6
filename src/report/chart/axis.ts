import { isLogGrid } from "../points.ts";
import { TEXT_SIZE } from "../theme.ts";
import { textWidth } from "./text-width.ts";

/** An axis of a chart, in display units. */
export interface Axis {
  /** Subject and unit: "p99 latency [ms]". */
  title: string;
  log: boolean;
  domain: [number, number];
  /** Where the labels stand; null = where Vega likes them. */
  ticks: number[] | null;
}

/** "p99 latency [ms]"; a pure number has no unit to show. */
export const axisTitle = (subject: string, symbol: string): string =>
  symbol === "" ? subject : `${subject} [${symbol}]`;

/** What an axis must hold: values, and the ends of their intervals. */
export interface Extent {
  values: readonly number[];
  ends: readonly number[];
}

/** Values that span more than this factor are put on a logarithmic axis. */
const WIDE = 50;

/**
 * An axis from zero, or a logarithmic one when it is asked for or when all values are positive and far apart.
 * Intervals may reach down to zero; a logarithmic axis follows them for a decade.
 */
export function valueAxis(title: string, { values, ends }: Extent, log?: boolean): Axis {
  const finite = values.filter(Number.isFinite);
  const positive = finite.filter((value) => value > 0);
  const [least, most] = [minimum(positive), maximum(positive)];
  const all = [...finite, ...ends.filter(Number.isFinite)];
  const wide = finite.every((value) => value > 0) && most / least > WIDE;
  if (positive.length > 0 && (log ?? wide)) {
    return logAxis(title, Math.max(least / 10, minimum(all.filter((value) => value > 0))), maximum(all));
  }
  return { title, log: false, domain: niceDomain(Math.min(0, minimum(all)), Math.max(0, maximum(all))), ticks: null };
}

/** An axis for the values of a swept parameter: exactly as far as they reach. */
export function parameterAxis(title: string, values: readonly number[], log?: boolean): Axis {
  const domain: [number, number] = [minimum(values), maximum(values)];
  const onLog = domain[0] > 0 && (log ?? isLogGrid(values));
  return { title, log: onLog, domain, ticks: values.length <= 12 ? values.toSorted((a, b) => a - b) : null };
}

/** A logarithmic axis over positive values, from and to a 1, 2 or 5; ticks at powers of ten when there are many. */
export function logAxis(title: string, least: number, most: number): Axis {
  const domain: [number, number] = [stepBelow(least), stepAbove(most)];
  const decades = Math.log10(domain[1] / domain[0]);
  const steps = decades <= 2.1 ? [1, 2, 5] : [1];
  const [first, last] = [Math.floor(Math.log10(domain[0])), Math.ceil(Math.log10(domain[1]))];
  const stride = Math.max(1, Math.ceil((last - first) / 9));
  const powers = Array.from({ length: Math.floor((last - first) / stride) + 1 }, (_, i) => first + i * stride);
  const ticks = powers.flatMap((power) => steps.map((step) => Number(`${step}e${power}`)));
  return { title, log: true, domain, ticks: ticks.filter((tick) => tick >= domain[0] && tick <= domain[1]) };
}

/** Half the width of the label at each end of a horizontal axis, by which it may stand out beyond the plot [px]. */
export function labelOverhang({ domain }: Axis): { left: number; right: number } {
  const half = (end: number) =>
    Math.ceil(textWidth(end.toLocaleString("en-US", { maximumSignificantDigits: 4 }), TEXT_SIZE) / 2);
  return { left: half(domain[0]), right: half(domain[1]) };
}

/** Where a value lies on an axis: 0 at its beginning, 1 at its end. */
export function position(axis: Axis, value: number): number {
  const at = axis.log ? Math.log : (x: number) => x;
  const [from, to] = [at(axis.domain[0]), at(axis.domain[1])];
  return to === from ? 0.5 : (at(value) - from) / (to - from);
}

function niceDomain(least: number, most: number): [number, number] {
  if (least === most) return [least, least + 1];
  const step = niceStep((most - least) / 5);
  return [Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 2.5, 5, 10].find((step) => step * power >= rough * (1 - 1e-9))!;
}

const steps = (value: number): number[] => {
  const power = Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => Number(`${step}e${power}`));
};
const stepBelow = (value: number): number => steps(value).findLast((step) => step <= value * (1 + 1e-9)) ?? value;
const stepAbove = (value: number): number => steps(value).find((step) => step >= value * (1 - 1e-9)) ?? value;

// Math.min(...values) fails on very long arrays
const minimum = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const maximum = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
