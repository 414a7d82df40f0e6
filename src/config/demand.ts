import type { Complaint } from "./problem.ts";
import { type Quantity, writeWith } from "./quantity.ts";
import { plainNumber, shown } from "./show.ts";

/** What a setting asks of the quantity written for it. */
export interface Demand {
  is: "time" | "rate" | "number" | "share";
  whole?: true;
  /** Smallest value allowed, in SI. */
  least?: number;
  /** Largest value allowed, in SI. */
  most?: number;
  /** The value must be larger than this, in SI. */
  above?: number;
}

/** The dimension each kind is measured in. */
const POWER = { time: 1, rate: -1, number: 0, share: 0 } as const;

const KIND = { time: "a time", rate: "a rate", number: "a plain number", share: "a share" } as const;

/** The value in SI if the quantity, which was written as `text`, satisfies the demand. */
export function judge(quantity: Quantity, demand: Demand, text: string): number | Complaint {
  if (quantity.time !== POWER[demand.is]) return wrongUnit(quantity, demand, text);
  const { value } = quantity;
  if (demand.whole && !Number.isInteger(value)) {
    const near = `${Math.floor(value)} or ${Math.ceil(value)}`;
    return { code: "value-not-whole", message: `${written(quantity, text)} is not a whole number. Write ${near}.` };
  }
  const bound = broken(value, demand);
  if (bound === null) return value;
  const percent = demand.is === "share" && value > 1 && value <= 100 && /^[\d.]+$/.test(text);
  const advice = percent ? ` If a percentage is meant, write ${text}%.` : "";
  return {
    code: "value-out-of-range",
    message: `${written(quantity, text)} is out of range: it must be ${bound}.${advice}`,
  };
}

/** The bound that a value does not keep, in words. */
function broken(value: number, { is, least, most, above }: Demand): string | null {
  if (least !== undefined && value < least) return `at least ${inUnits(least, is)}`;
  if (above !== undefined && value <= above) return `more than ${inUnits(above, is)}`;
  if (most !== undefined && value > most) return `at most ${inUnits(most, is)}`;
  return null;
}

function wrongUnit(quantity: Quantity, demand: Demand, text: string): Complaint {
  const { is } = demand;
  if (quantity.time !== 0 || POWER[is] === 0) {
    const has = quantity.time === 1 ? "is a time" : quantity.time === -1 ? "is a rate" : "mixes up its units";
    return {
      code: "unit-wrong",
      message: `${written(quantity, text)} ${has}, and ${KIND[is]} is needed here. ${EXAMPLES[is]}`,
    };
  }
  const digits = plainNumber(quantity.value);
  const [one, other] = is === "time" ? ["ms", "s"] : ["/s", "/min"];
  const advice = `write ${writeWith(digits, one)} or ${writeWith(digits, other)}`;
  return {
    code: "unit-missing",
    message: `${written(quantity, text)} has no unit, and ${KIND[is]} needs one: ${advice}.`,
  };
}

const EXAMPLES = {
  time: "Write it like 20 ms.",
  rate: "Write it like 80/s, or divide a number by a time.",
  number: "Write it like 8.",
  share: "Write it like 20%.",
} as const;

/** The text itself, and for an expression also its value. */
function written(quantity: Quantity, text: string): string {
  if (/^[-+]?[\d.]+\s*\S*$/.test(text)) return shown(text);
  return `${shown(text)} = ${inPowers(quantity)}`;
}

function inPowers({ value, time }: Quantity): string {
  if (time === 0 || time === 1 || time === -1)
    return inUnits(value, time === 0 ? "number" : time === 1 ? "time" : "rate");
  return `${plainNumber(value)} s^${time}`;
}

/** A value in SI as people write it: 0.02 s is 20 ms. */
export function inUnits(value: number, is: Demand["is"]): string {
  if (is === "time") return timeText(value);
  if (is === "rate") return `${plainNumber(value)}/s`;
  if (is === "number" && Number.isSafeInteger(value)) return String(value); // a bound must keep itself
  return is === "share" && value !== 0 && value !== 1 ? `${plainNumber(100 * value)}%` : plainNumber(value);
}

/** A time [s] in the largest unit in which it is at least one, up to minutes. */
function timeText(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === Infinity) return "unlimited";
  if (size === 0) return "0 s";
  if (size < 1e-3) return `${plainNumber(seconds * 1e6)} us`;
  if (size < 1) return `${plainNumber(seconds * 1e3)} ms`;
  return size < 120 ? `${plainNumber(seconds)} s` : `${plainNumber(seconds / 60)} min`;
}
