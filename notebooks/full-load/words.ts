import { plain, quantity } from "../../src/report/format.ts";
import { SERVICE_TIME } from "./setting.ts";

/** Three digits at most, and no zeros behind the last that counts: "19.7", "9". */
export const brief = (value: number): string => trimmed(plain(value));

/** A time in the unit that suits it: "90 ms". */
export const time = (seconds: number): string => trimmed(quantity(seconds, "s", "latency"));

/** "90 ms = 9 S". */
export const inServices = (seconds: number): string => `${time(seconds)} = ${brief(seconds / SERVICE_TIME)} S`;

/** Whole seconds, for sums that a reader may want to do again: "9,834 s". */
export const wholeSeconds = (seconds: number): string => `${plain(Math.round(seconds))}\u00a0s`;

const trimmed = (text: string): string => text.replace(/(\.\d*?)0+(?!\d)/, "$1").replace(/\.(?!\d)/, "");
