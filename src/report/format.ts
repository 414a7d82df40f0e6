import type { Metric, Statistic } from "../spec.ts";

/** How to show numbers of one kind: multiply the SI value by `factor`, write `symbol` behind it. */
export interface Scale {
  factor: number;
  symbol: string;
}

const TIMES: [below: number, Scale][] = [
  [1e-6, { factor: 1e9, symbol: "ns" }],
  [1e-3, { factor: 1e6, symbol: "µs" }],
  [1, { factor: 1e3, symbol: "ms" }],
  [180, { factor: 1, symbol: "s" }],
  [10_800, { factor: 1 / 60, symbol: "min" }],
  [Infinity, { factor: 1 / 3600, symbol: "h" }],
];

const RATES: [below: number, Scale][] = [
  [1 / 360, { factor: 3600, symbol: "/h" }],
  [0.1, { factor: 60, symbol: "/min" }],
  [1e5, { factor: 1, symbol: "/s" }],
  [1e7, { factor: 1e-3, symbol: "k/s" }],
  [Infinity, { factor: 1e-6, symbol: "M/s" }],
];

const SHARES: ReadonlySet<Metric> = new Set(["utilization", "lossProbability"]);

/** The scale in which a quantity of about this size [SI] reads best; shares are percentages. */
export function scaleFor(size: number, unit: string, metric: Metric): Scale {
  if (unit === "1") return SHARES.has(metric) ? { factor: 100, symbol: "%" } : { factor: 1, symbol: "" };
  const scales = unit === "s" ? TIMES : unit === "1/s" ? RATES : [];
  const zeroIsSeconds = size === 0 ? 1 : Math.abs(size);
  return scales.find(([below]) => zeroIsSeconds < below)?.[1] ?? { factor: 1, symbol: unit };
}

/** One scale for many values: that of their median (zeros left out), unless the largest would get very long. */
export function commonScale(values: Iterable<number>, unit: string, metric: Metric): Scale {
  const sizes = [...values]
    .map(Math.abs)
    .filter((size) => size > 0 && size < Infinity)
    .sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return scaleFor(Math.max(median, (sizes.at(-1) ?? 0) / 100), unit, metric);
}

/** Power of ten of the last digit worth printing when the uncertainty is ± `half`: one digit of it, two below 3. */
export function lastDigit(half: number): number {
  const exponent = Math.floor(Math.log10(half));
  return half / 10 ** exponent < 3 ? exponent - 1 : exponent;
}

/** Thousands grouped, by number of digits after the point; made once, since making one is slow. */
const GROUPED = Array.from(
  { length: 13 },
  (_, digits) => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/** A number rounded to a power of ten, thousands grouped, with a true minus sign: −12,340. */
export function rounded(value: number, power: number): string {
  const whole = power > 0 ? Math.round(value / 10 ** power) * 10 ** power : value;
  const text = GROUPED[Math.max(0, Math.min(12, -power))]!.format(whole);
  return /[1-9]/.test(text) ? text.replace("-", "−") : text.replace("-", "");
}

/** Three significant digits, or all digits of a whole number below ten million: 12.3, 0.00456, 14,400. */
export function plain(value: number): string {
  if (value === 0) return "0";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : value < 0 ? "−∞" : "–";
  if (Number.isInteger(value) && Math.abs(value) < 1e7) return rounded(value, 0);
  const power = Math.floor(Math.log10(Math.abs(value))) - 2;
  return power < -9 || power > 9 ? exponential(value) : rounded(value, power);
}

/** A coordinate as a person wrote it: no trailing zeros, no binary dust. */
export const coordinate = (value: number | string): string =>
  typeof value === "string" ? value : String(Number(value.toPrecision(7))).replace("-", "−");

/** "12.3 ms". */
export function quantity(value: number, unit: string, metric: Metric): string {
  const { factor, symbol } = scaleFor(value, unit, metric);
  return withSymbol(plain(value * factor), symbol);
}

/** A share as a percentage: 0.95 → "95 %". */
export const percent = (share: number): string => withSymbol(coordinate(100 * share), "%");

/** A value and its interval, such as a Row has them. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  unit: string;
  metric: Metric;
  statistic: Statistic;
}

/** "12.3 ms (11.9 – 12.8)": as many digits as the interval supports. "–" when there is no value. */
export function estimate(row: Estimate): string {
  if (row.value === null) return "–";
  const { factor, symbol } = scaleFor(row.value || row.high || 0, row.unit, row.metric);
  const { value, from, to } = digits(row, factor);
  return withSymbol(value, symbol) + (from === null ? "" : ` (${from}\u00a0${dash(from)}\u00a0${to})`);
}

/** The same in a given scale and without its unit, for cells under a head that has it: "12.3 (11.9–12.8)". */
export function compactEstimate(row: Estimate, scale: Scale): string {
  if (row.value === null) return "–";
  const { value, from, to } = digits(row, scale.factor);
  if (from === null) return value;
  return `${value} (${from}${dash(from) === "–" ? "–" : " to "}${to})`;
}

/** A dash beside a minus sign would be hard to read. */
const dash = (from: string): string => (from.startsWith("−") ? "to" : "–");

/** Value and both ends of the interval in digits; no ends where there is no interval. */
function digits(
  { value: estimated, low, high }: Estimate,
  factor: number,
): { value: string; from: string | null; to: string | null } {
  const value = estimated! * factor;
  if (low !== null && high === null) return { value: plain(value), from: plain(low * factor), to: "∞" };
  if (low === null || high === null || low === high) return { value: plain(value), from: null, to: null };
  const [from, to] = [low * factor, high * factor];
  if (value === 0 && low === 0) return { value: "0", from: "0", to: rounded(to, Math.floor(Math.log10(to)) - 1) };
  if (!Number.isFinite(to - from)) return { value: plain(value), from: plain(from), to: plain(to) };
  const finest = value === 0 ? -12 : Math.floor(Math.log10(Math.abs(value))) - 5;
  const power = apartFromZero(Math.max(lastDigit((to - from) / 2), finest), from, to);
  return { value: rounded(value, power), from: rounded(from, power), to: rounded(to, power) };
}

/** An interval must not be written as one that begins at zero when it does not: up to two digits more prevent it. */
function apartFromZero(power: number, from: number, to: number): number {
  const nearest = Math.min(Math.abs(from), Math.abs(to));
  if (nearest === 0 || nearest >= 10 ** power / 2) return power;
  return Math.max(power - 2, Math.floor(Math.log10(nearest)));
}

/** Keeps number and unit together; "/s" stands close, as in 80/s. */
export function withSymbol(number: string, symbol: string): string {
  return symbol === "" ? number : symbol.startsWith("/") ? number + symbol : `${number}\u00a0${symbol}`;
}

function exponential(value: number): string {
  const [mantissa, exponent] = value.toExponential(2).split("e");
  return `${mantissa!.replace("-", "−")}e${exponent!.replace("+", "").replace("-", "−")}`;
}
