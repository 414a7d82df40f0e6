import { LIMITS } from "./limits.ts";
import type { Complaint } from "./problem.ts";
import { type Decimal, parseDecimal, toNumber, writeWith } from "./quantity.ts";
import { shown } from "./show.ts";

/** A range as written: `a..b step c`, `a..b log n`, or `a..b` for every whole number. */
const RANGE = /^(.+?)\.\.(.+?)(?:\s+(step|log)\s+(.+))?$/s;
const END = /^([-+]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30}))(?:e\+?(\d{1,2}))?\s*(\D{0,10})$/;

/** Whether a text is meant as a range. */
export function isRange(text: string): boolean {
  return RANGE.test(text.trim()) && !/^\.\.?[/\\]/.test(text);
}

interface End {
  decimal: Decimal;
  unit: string;
}

/**
 * The values of a range as texts with their unit, counted before they are made. Steps are decimal: 0.5..0.9 step 0.1
 * ends with 0.9 and not 0.8999999999999999. A step that does not meet the end stops before it.
 */
export function rangeValues(text: string, whole: boolean): string[] | Complaint {
  const [, first = "", last = "", how = "step", amount = ""] = RANGE.exec(text.trim()) ?? [];
  const from = end(first);
  const to = end(last);
  if (!from || !to) return notARange(text);
  const unit = from.unit === "" ? to.unit : from.unit;
  if (to.unit !== unit) return unlikeUnits(text);
  return how === "log"
    ? logValues(text, { from, to, unit, whole }, amount)
    : stepValues(text, { from, to, unit, whole }, amount);
}

interface Range {
  from: End;
  to: End;
  unit: string;
  whole: boolean;
}

function end(text: string): End | null {
  const [, digits, power = "0", unit = ""] = END.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  const { digits: whole, exponent } = parseDecimal(digits);
  return { decimal: { digits: whole * 10n ** BigInt(power), exponent }, unit: unit.replace(/^\/\s+/, "/").trim() };
}

function stepValues(text: string, { from, to, unit }: Range, amount: string): string[] | Complaint {
  const step = amount === "" ? wholeStep(from, to) : end(amount);
  if (step === null) return amount === "" ? stepMissing(text) : notARange(text);
  if (step.unit !== "" && step.unit !== unit) return unlikeUnits(text);
  const exponent = Math.min(...[from, to, step].map((each) => each.decimal.exponent));
  const [a, b, c] = [from, to, step].map(
    (each) => each.decimal.digits * 10n ** BigInt(each.decimal.exponent - exponent),
  );
  if (c <= 0n || b < a) return backwards(text);
  const count = (b - a) / c + 1n;
  if (count > LIMITS.points) return tooMany(text, count);
  return Array.from({ length: Number(count) }, (_, index) =>
    writeWith(decimalText({ digits: a + BigInt(index) * c, exponent }), unit),
  );
}

/** Without a step whole numbers are counted one by one. */
function wholeStep(from: End, to: End): End | null {
  return from.decimal.exponent === 0 && to.decimal.exponent === 0 && to.unit === ""
    ? { decimal: { digits: 1n, exponent: 0 }, unit: "" }
    : null;
}

function logValues(text: string, { from, to, unit, whole }: Range, amount: string): string[] | Complaint {
  const [first, last, count] = [toNumber(from.decimal), toNumber(to.decimal), Number(amount)];
  if (!/^\d{1,9}$/.test(amount.trim()) || count < 2 || first <= 0) return logAdvice(text);
  if (last <= first) return backwards(text);
  if (count > LIMITS.points) return tooMany(text, count);
  const numbers = Array.from({ length: count }, (_, index) => {
    const exact = first * (last / first) ** (index / (count - 1));
    return whole ? Math.round(exact) : Number(exact.toPrecision(4));
  });
  const texts = numbers.map((number, index) => {
    const atEnd = index === 0 ? from : index === count - 1 ? to : null;
    return writeWith(atEnd ? decimalText(atEnd.decimal) : withoutExponent(number), unit);
  });
  return [...new Set(texts)];
}

function decimalText({ digits, exponent }: Decimal): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(1 - exponent, "0");
  const point = text.length + exponent;
  const fraction = text.slice(point).replace(/0+$/, "");
  return `${sign}${text.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** 1e-7 as 0.0000001. */
function withoutExponent(number: number): string {
  const [digits, exponent] = number.toExponential().split("e");
  const decimal = parseDecimal(digits);
  const power = decimal.exponent + Number(exponent);
  return power > 0
    ? decimalText({ digits: decimal.digits * 10n ** BigInt(power), exponent: 0 })
    : decimalText({ ...decimal, exponent: power });
}

function notARange(text: string): Complaint {
  const message = `${shown(text)} is no range. Write it like 0.5..0.9 step 0.1, 10 ms..50 ms step 10 ms, or 1..100 log 5.`;
  return { code: "sweep-syntax", message };
}

function stepMissing(text: string): Complaint {
  const unit = /\.\.\s*[-+]?[\d.]+\s*(\/?\p{L}+)$/u.exec(text.trim())?.[1];
  const step = unit === undefined ? "0.1" : writeWith("10", unit);
  return {
    code: "sweep-syntax",
    message: `${shown(text)} needs a step, since its ends are not plain whole numbers: add step ${step}, or log 5.`,
  };
}

function backwards(text: string): Complaint {
  return {
    code: "sweep-syntax",
    message: `${shown(text)} has no values: a range goes from the smaller to the larger end by a step above 0.`,
  };
}

function unlikeUnits(text: string): Complaint {
  return { code: "sweep-syntax", message: `${shown(text)} mixes units. Write both ends and the step in one.` };
}

function logAdvice(text: string): Complaint {
  const message = `${shown(text)} cannot be spaced evenly on a log scale: it needs ends above 0 and a number of values from 2, such as 1..100 log 5.`;
  return { code: "sweep-syntax", message };
}

export function tooMany(text: string, count: bigint | number): Complaint {
  const message = `${shown(text)} makes ${shown(count)} points, more than ${LIMITS.points}. Take larger steps.`;
  return { code: "sweep-too-large", message };
}
