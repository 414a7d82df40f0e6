import type { Complaint } from "./problem.ts";
import { shown } from "./show.ts";

/** A number and the power of time it is measured in: 20 ms is {value: 0.02, time: 1}, 80/s is {value: 80, time: −1}. */
export interface Quantity {
  /** In s to the power `time`. */
  value: number;
  /** 1 for a time, −1 for a rate, 0 for a plain number. */
  time: number;
}

/** Each unit of time as whole × 10^exponent seconds. */
const TIMES: ReadonlyMap<string, { whole: bigint; exponent: number }> = new Map([
  ["us", { whole: 1n, exponent: -6 }],
  ["\u00b5s", { whole: 1n, exponent: -6 }], // the micro sign, and the Greek letter that looks the same
  ["\u03bcs", { whole: 1n, exponent: -6 }],
  ["ms", { whole: 1n, exponent: -3 }],
  ["s", { whole: 1n, exponent: 0 }],
  ["min", { whole: 60n, exponent: 0 }],
  ["h", { whole: 3600n, exponent: 0 }],
  ["d", { whole: 86_400n, exponent: 0 }],
]);

/** Words people write instead of a unit of time. */
const MEANT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: "usec usecs micros microsecond microseconds",
    ms: "msec msecs millis millisecond milliseconds",
    s: "sec secs second seconds",
    min: "m mn mins minute minutes",
    h: "hr hrs hour hours",
    d: "day days",
    "/s": "hz rps qps tps /sec /second msg/s msgs/s per second per s",
    "/min": "rpm /minute msg/min per minute",
  }).flatMap(([unit, words]) => words.split(/ (?!second|minute|s$)/).map((word) => [word, unit] as const)),
);

const UNITS = ["us", "ms", "s", "min", "h", "d", "/s", "/min", "/h", "/d", "%"];

/** Longer texts are no quantities; the patterns below take quadratic time. */
const LONGEST = 200;

const NUMBER_AND_UNIT = /^([-+]?)(\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})\s*(\D.{0,30})?$/s;

/** Whether a word is a unit of time, as it may stand alone in an expression. */
export function isTimeUnit(word: string): boolean {
  return TIMES.has(word);
}

/**
 * Reads a number with or without a unit; null if the text is of another form.
 * Decimals are scaled as decimals: 13.0 ms is the double nearest to 0.013, which 13.0 × 0.001 is not.
 */
export function parseQuantity(text: string): Quantity | Complaint | null {
  if (text.length > LONGEST) return null;
  const trimmed = text.trim();
  if (AMBIGUOUS.test(trimmed)) return ambiguous(trimmed);
  const match = NUMBER_AND_UNIT.exec(trimmed);
  if (!match) return null;
  const [, sign, digits, rest = ""] = match;
  const unit = rest.replace(/^\/\s+/, "/").trim();
  const decimal = parseDecimal(sign + digits);
  if (unit === "") return { value: toNumber(decimal), time: 0 };
  if (unit === "%") return { value: toNumber({ ...decimal, exponent: decimal.exponent - 2 }), time: 0 };
  const time = TIMES.get(unit);
  if (time) return { value: toNumber(scaled(decimal, time)), time: 1 };
  const per = unit.startsWith("/") ? TIMES.get(unit.slice(1)) : undefined;
  if (per) return { value: perTime(decimal, per), time: -1 };
  return /^\/?\s*\p{L}[\p{L}\s/]*$/u.test(rest) ? unitUnknown(trimmed, digits, unit) : null;
}

/** 010, 0x10, 1_000, 1e3, 1,000 and 0,5: read differently by different people and programs. */
const AMBIGUOUS = /^[-+]?(0\d|0[xob][\da-f]|\d+_\d|(\d+\.?\d*|\.\d+)e[-+]?\d|\d+,\d)/i;

function ambiguous(text: string): Complaint {
  const advice = writtenOut(text) ?? "all digits of a number, as in 1000 or 0.5";
  return { code: "number-ambiguous", message: `${shown(text)} can be read in several ways. Write ${advice}.` };
}

/** 1e3 ms as 1000 ms and 1_000 as 1000; null where that would be long, or not certain. */
function writtenOut(text: string): string | null {
  const [, number, rest] =
    /^([-+]?(?:\d+_[\d_]*\d|(?:\d+\.?\d*|\.\d+)e[-+]?\d{1,2}))(?![\d_.])(.*)$/is.exec(text) ?? [];
  const value = Number(number?.replaceAll("_", ""));
  const size = Math.abs(value);
  return size >= 1e-6 && size < 1e15 ? String(value) + rest : null;
}

/** What a prefix multiplies by, as a power of ten. */
const PREFIXES: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["K", 3],
  ["M", 6],
  ["G", 9],
]);

function unitUnknown(text: string, digits: string, unit: string): Complaint {
  const exponent = PREFIXES.get(unit);
  if (exponent !== undefined) {
    const many = toNumber(scaled(parseDecimal(digits), { whole: 1n, exponent }));
    return { code: "unit-unknown", message: `${shown(text)} has a prefix, ${unit}. Write ${many}.` };
  }
  const lower = unit.toLowerCase();
  const meant = MEANT.get(lower) ?? (UNITS.includes(lower) ? lower : null);
  const advice = meant === null ? `Units are ${UNITS.join(", ")}.` : `Write ${writeWith(digits, meant)}.`;
  return { code: "unit-unknown", message: `${shown(text)} has the unknown unit ${shown(unit)}. ${advice}` };
}

/** A number with a unit, as we write it: 20 ms, 80/s, 5%. */
export function writeWith(digits: string, unit: string): string {
  return unit === "" || /^[/%]/.test(unit) ? `${digits}${unit}` : `${digits} ${unit}`;
}

/** digits × 10^exponent, exactly. */
export interface Decimal {
  digits: bigint;
  exponent: number;
}

/** @param text an optional sign, digits, and optionally a point and more digits */
export function parseDecimal(text: string): Decimal {
  const [whole, fraction = ""] = text.split(".");
  return { digits: BigInt(`${whole}${fraction}`.replace(/^\+/, "")), exponent: -fraction.length };
}

/** The double nearest to a decimal. */
export function toNumber({ digits, exponent }: Decimal): number {
  return Number(`${digits}e${exponent}`);
}

function scaled({ digits, exponent }: Decimal, unit: { whole: bigint; exponent: number }): Decimal {
  return { digits: digits * unit.whole, exponent: exponent + unit.exponent };
}

/** A rate: the power of ten is exact, so that only the division by 60, 3600 or 86400 rounds. */
function perTime({ digits, exponent }: Decimal, unit: { whole: bigint; exponent: number }): number {
  return toNumber({ digits, exponent: exponent - unit.exponent }) / Number(unit.whole);
}
