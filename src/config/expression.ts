import { readArithmetic, type Term } from "./arithmetic.ts";
import { LIMITS } from "./limits.ts";
import { ARGUMENTS, OPERATIONS } from "./operations.ts";
import type { Complaint } from "./problem.ts";
import { isTimeUnit, parseQuantity, type Quantity } from "./quantity.ts";
import { shown } from "./show.ts";
import { didYouMean } from "./suggest.ts";

/** The value of a name; null when it has none because of a problem that was told elsewhere. */
export type Names = (name: string) => Quantity | Complaint | null;

/** A number with its unit, wherever it stands in an expression; not the end of a word, nor one glued to a word. */
const LITERAL =
  /(?<![\p{L}\p{N}_$.])(?:\d+(?:\.\d*)?|\.\d+)(?:\s*(?:us|[\u00b5\u03bc]s|ms|min|s|h|d|%)(?![\p{L}\p{N}_(])|\s*\/\s*(?:us|[\u00b5\u03bc]s|ms|min|s|h|d)(?![\p{L}\p{N}_(])|(?![\p{L}\p{N}_.]))/gu;

/** A name with hyphens, as parts have, the path of a file, or a unit: no arithmetic, although - and / stand in them. */
const NO_ARITHMETIC =
  /^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)+$|^[\p{L}\p{N}_./-]+\.(?:ya?ml|csv|ndjson|jsonl)$|^\/\p{L}+$/u;

/** Distributions with a hyphen in their name. */
const HYPHENATED = /^(?:bounded-pareto|truncated-normal)\b/;

/** Whether a text needs `loadArithmetic` before it can be evaluated: more than one number or name. */
export function hasArithmetic(text: string): boolean {
  if (text.length > LIMITS.expression || !OPERATOR.test(text) || NO_ARITHMETIC.test(text)) return false;
  const quantity = parseQuantity(text);
  if (quantity !== null && "value" in quantity) return false;
  return OPERATOR.test(text.replace(LITERAL, "").replace(HYPHENATED, ""));
}

const OPERATOR = /[-+*/^()]/;

/**
 * The value of a number with a unit, a parameter, or arithmetic with both, such as `load * 8 / 60 ms`; null when it
 * hangs on a name without a value. Units are carried along: adding a time to a rate is a complaint.
 */
export function evaluate(text: string, names: Names): Quantity | Complaint | null {
  const trimmed = text.trim();
  if (trimmed.length > LIMITS.expression) return tooLong(trimmed);
  const quantity = parseQuantity(trimmed);
  if (quantity !== null && !("code" in quantity && hasArithmetic(trimmed))) return quantity;
  if (NAME.test(trimmed)) return nameValue(trimmed, names);
  if (!hasArithmetic(trimmed)) return syntax(trimmed, "is neither a number with its unit nor an expression");
  return evaluateArithmetic(trimmed, names);
}

function evaluateArithmetic(text: string, names: Names): Quantity | Complaint | null {
  const foreign = FOREIGN.exec(text);
  if (foreign) return forbidden(text, `uses ${shown(foreign[0])}`);
  if (nesting(text) > MOST_NESTED) return syntax(text, `has more than ${MOST_NESTED} parentheses inside one another`);
  const literals: Quantity[] = [];
  const skeleton = text.replace(LITERAL, (literal) => {
    const value = parseQuantity(literal);
    if (value === null || "code" in value) return literal;
    return `$${literals.push(value) - 1}`;
  });
  const odd = ODD_NUMBER.exec(skeleton);
  if (odd) return parseQuantity(odd[0]) ?? syntax(text, `has the odd number ${shown(odd[0])} in it`);
  const term = readArithmetic(skeleton);
  if ("refused" in term) return (term.forbidden ? forbidden : syntax)(text, term.refused);
  try {
    return compute(term, text, (name) =>
      name[0] === "$" ? (literals[Number(name.slice(1))] ?? glued(text)) : names(name),
    );
  } catch (error) {
    if (error instanceof Unfit) return error.complaint;
    throw error;
  }
}

/** What no expression needs, and mathjs would read as something else: comparisons, lists, texts, properties of objects. */
const FOREIGN = /[^\p{L}\p{M}\p{N}_ \t.,+\-*/^()%]/u;

/** The parser calls itself some twenty times for each parenthesis. */
const MOST_NESTED = 50;

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === "(") deepest = Math.max(deepest, ++depth);
    if (character === ")") depth--;
  }
  return deepest;
}

/** What is left of a number that is no literal, such as 1e3 or 0x10. */
const ODD_NUMBER = /(?<![\p{L}\p{N}_$])(?:[\d.]+e[-+]?\d+|\.?\d[\p{L}\p{N}_.]*)/iu;

/** What may be a parameter's name. */
export const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Ends a computation early; never leaves this file. */
class Unfit extends Error {
  readonly complaint: Complaint | null;
  constructor(complaint: Complaint | null) {
    super();
    this.complaint = complaint;
  }
}

function compute(term: Term, text: string, names: Names): Quantity {
  if ("name" in term) {
    const value = nameValue(term.name, names);
    if (value === null || "code" in value) throw new Unfit(value);
    return value;
  }
  const { apply, to } = term;
  const operation = OPERATIONS.get(apply);
  if (!operation) throw new Unfit(unknownFunction(text, apply));
  const arity = ARGUMENTS.get(apply);
  if (arity && (to.length < arity.least || to.length > arity.most)) {
    throw new Unfit(syntax(text, `gives ${apply} ${to.length} values, which it does not take`));
  }
  const result = operation(to.map((argument) => compute(argument, text, names)));
  if (typeof result === "string") throw new Unfit({ code: "unit-wrong", message: `In ${shown(text)} one ${result}.` });
  if (!Number.isFinite(result.value) || !Number.isFinite(result.time)) throw new Unfit(notFinite(text));
  return result;
}

function nameValue(name: string, names: Names): Quantity | Complaint | null {
  if (!isTimeUnit(name)) return names(name);
  return parseQuantity(`1 ${name}`);
}

function tooLong(text: string): Complaint {
  const message = `${shown(text)} has ${text.length} characters; an expression may have ${LIMITS.expression}.`;
  return { code: "expression-syntax", message };
}

/** A number with a unit that runs straight into a name, such as 80/sload. */
function glued(text: string): Complaint {
  return syntax(text, "has a number and a name with nothing between them");
}

function syntax(text: string, why: string): Complaint {
  return {
    code: "expression-syntax",
    message: `${shown(text)} ${why}. Write it like 20 ms, 80/s or load * 8 / 60 ms.`,
  };
}

function forbidden(text: string, why: string): Complaint {
  const functions = [...ARGUMENTS.keys()].join(", ");
  return {
    code: "expression-forbidden",
    message: `${shown(text)} ${why}. Expressions have + - * / ^ ( ) and ${functions}.`,
  };
}

function unknownFunction(text: string, name: string): Complaint {
  const complaint = forbidden(text, `calls ${shown(name)}`);
  return { ...complaint, message: complaint.message + didYouMean(name, ARGUMENTS.keys()) };
}

function notFinite(text: string): Complaint {
  return {
    code: "value-out-of-range",
    message: `${shown(text)} is not a finite number. Look for a division by 0 or a large power.`,
  };
}
