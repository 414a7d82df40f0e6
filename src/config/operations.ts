import type { Quantity } from "./quantity.ts";

/** What an expression may do with quantities: each answers a quantity, or says in words why it cannot. */
export type Operation = (args: readonly Quantity[]) => Quantity | string;

/** Operators by mathjs's names for them, and functions. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["add", alike("add", ([a, b]) => a + b)],
  ["subtract", alike("subtract", ([a, b]) => a - b)],
  ["multiply", ([a, b]) => ({ value: a.value * b.value, time: a.time + b.time })],
  ["divide", ([a, b]) => ({ value: a.value / b.value, time: a.time - b.time })],
  ["pow", power],
  ["unaryMinus", ([a]) => ({ value: -a.value, time: a.time })],
  ["unaryPlus", ([a]) => a],
  ["min", alike("compare", (values) => Math.min(...values))],
  ["max", alike("compare", (values) => Math.max(...values))],
  ["abs", ([a]) => ({ value: Math.abs(a.value), time: a.time })],
  ["sqrt", ([a]) => ({ value: Math.sqrt(a.value), time: a.time / 2 })],
  ["exp", ofNumber("exp", Math.exp)],
  ["log", ofNumber("log", Math.log)],
  ["floor", ofNumber("floor", Math.floor)],
  ["ceil", ofNumber("ceil", Math.ceil)],
  ["round", ofNumber("round", Math.round)],
]);

/** Functions by the number of arguments they take; operators have theirs from the grammar. */
export const ARGUMENTS: ReadonlyMap<string, { least: number; most: number }> = new Map([
  ...["abs", "sqrt", "exp", "log", "floor", "ceil", "round"].map((name) => takes(name, 1)),
  ...["min", "max"].map((name) => takes(name, 100)),
]);

function takes(name: string, most: number): [string, { least: number; most: number }] {
  return [name, { least: 1, most }];
}

function alike(verb: string, combine: (values: readonly number[]) => number): Operation {
  return (args) => {
    const { time } = args[0];
    if (args.some((arg) => arg.time !== time)) return `cannot ${verb} ${args.map((arg) => kind(arg)).join(" and ")}`;
    return { value: combine(args.map((arg) => arg.value)), time };
  };
}

function ofNumber(name: string, of: (value: number) => number): Operation {
  return ([a]) => (a.time === 0 ? { value: of(a.value), time: 0 } : `cannot take ${name} of ${kind(a)}`);
}

function power([base, exponent]: readonly Quantity[]): Quantity | string {
  if (exponent.time !== 0) return `cannot raise to ${kind(exponent)}`;
  return { value: base.value ** exponent.value, time: base.time === 0 ? 0 : base.time * exponent.value };
}

function kind({ time }: Quantity): string {
  if (time === 0) return "a number";
  return time === 1 ? "a time" : time === -1 ? "a rate" : `s^${time}`;
}
