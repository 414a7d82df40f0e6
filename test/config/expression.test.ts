import assert from "node:assert/strict";
import fc from "fast-check";
import { beforeAll, test } from "vitest";
import { loadArithmetic } from "../../src/config/arithmetic.ts";
import { evaluate, hasArithmetic, type Names } from "../../src/config/expression.ts";

beforeAll(loadArithmetic);

const KNOWN = new Map([
  ["load", { value: 0.8, time: 0 }],
  ["base", { value: 0.02, time: 1 }],
  ["peak", { value: 100, time: -1 }],
]);
const names: Names = (name) => KNOWN.get(name) ?? { code: "name-unknown", message: name };
const value = (text: string) => evaluate(text, names);
const code = (text: string) => {
  const answer = value(text);
  return answer !== null && "code" in answer ? answer.code : answer;
};

test("a number divided by a time is a rate, although mathjs alone reads 8 / 60 ms as (8/60) ms", () => {
  assert.deepEqual(value("load * 8 / 60 ms"), { value: (0.8 * 8) / 0.06, time: -1 });
  assert.deepEqual(value("8 / 60 ms / 2"), { value: 8 / 0.06 / 2, time: -1 });
});

test("units are carried through every operation", () => {
  assert.deepEqual(value("base * 2"), { value: 0.04, time: 1 });
  assert.deepEqual(value("base * peak"), { value: 2, time: 0 });
  assert.deepEqual(value("1 / base"), { value: 50, time: -1 });
  assert.deepEqual(value("base + 5 ms"), { value: 0.025, time: 1 });
  assert.deepEqual(value("-base + 30 ms"), { value: -0.02 + 0.03, time: 1 });
  assert.deepEqual(value("sqrt(base * base)"), { value: Math.sqrt(0.02 * 0.02), time: 1 });
  assert.deepEqual(value("base ^ 2 / base"), { value: 0.02 ** 2 / 0.02, time: 1 });
  assert.deepEqual(value("peak / s * 1 s"), { value: 100, time: -1 });
  assert.deepEqual(value("load * (1 + 20%)"), { value: 0.8 * 1.2, time: 0 });
});

test("every function has its value", () => {
  const expected = { "min(2, 1)": 1, "max(1, 2, 3)": 3, "abs(-2)": 2, "sqrt(9)": 3, "exp(0)": 1, "log(1)": 0 };
  const rounded = { "floor(1.9)": 1, "ceil(1.1)": 2, "round(1.5)": 2, "+3": 3, "2 ^ 3 ^ 2": 512, "2 - 3 - 4": -5 };
  for (const [text, number] of Object.entries({ ...expected, ...rounded })) {
    assert.deepEqual(value(text), { value: number, time: 0 }, text);
  }
  assert.deepEqual(value("max(13 ms, 0.33 ms * 64)"), { value: 0.00033 * 64, time: 1 });
  assert.deepEqual(value("min(5 min, 1 h)"), { value: 300, time: 1 });
});

test("unlike units do not mix", () => {
  for (const text of ["base + 1", "base - peak", "max(base, 1)", "exp(base)", "2 ^ base", "round(peak)"]) {
    assert.equal(code(text), "unit-wrong", text);
  }
});

test("what is more than arithmetic is forbidden", () => {
  const texts = [
    "f(x) = x",
    "import(1)",
    "(1).constructor",
    "load['constructor'](1)",
    "[1, 2] * 2",
    "(1; 2)",
    "(1, 2)",
    "{a: 1} * 2",
  ];
  for (const text of [
    ...texts,
    "load == (1)",
    "(load > 1) ? 1 : 2",
    "2 * 3!",
    "5 mod (3)",
    "'a' + 'b'",
    "eval(1)",
    "map(1)",
  ]) {
    const refusal = code(text);
    assert.ok(
      refusal === "expression-forbidden" || refusal === "expression-syntax",
      `${text}: ${JSON.stringify(refusal)}`,
    );
  }
  assert.equal(code("f(x) = x"), "expression-forbidden");
  assert.equal(code("constructor(1)"), "expression-forbidden");
});

test("names come from the parameters alone", () => {
  for (const text of ["pi", "e", "i", "constructor", "__proto__", "toString"]) {
    assert.equal(code(text), "name-unknown", text);
    assert.equal(code(`2 * ${text}`), "name-unknown", text);
  }
  for (const text of ["Infinity", "NaN", "true", "null"])
    assert.equal(code(`2 * ${text}`), "expression-forbidden", text);
});

test("a value that is not finite is refused", () => {
  for (const text of ["1 / 0", "9^9^9^9", "log(0)", "sqrt(-1)", "1 s / 0", "exp(1000)", "0 / 0"]) {
    assert.equal(code(text), "value-out-of-range", text);
  }
});

test("odd numbers inside an expression are refused", () => {
  for (const text of ["load + 1e3", "load + 010", "2 * 0x10", "1_000 * 2"])
    assert.equal(code(text), "number-ambiguous", text);
  assert.equal(code("60 msec * 2"), "expression-syntax");
});

test("an expression is at most 500 characters long, and its parentheses 50 deep", () => {
  assert.deepEqual(value(`${"(".repeat(50)}1${")".repeat(50)}`), { value: 1, time: 0 });
  assert.equal(code(`${"(".repeat(51)}1${")".repeat(51)}`), "expression-syntax");
  assert.deepEqual(value(`1${"^1".repeat(249)}`), { value: 1, time: 0 });
  assert.deepEqual(value(`${"-".repeat(498)}1`), { value: 1, time: 0 });
  assert.equal(code(`1${" + 1".repeat(200)}`), "expression-syntax");
  assert.equal(code("(".repeat(400)), "expression-syntax");
});

test("a name without a value because of another problem says nothing more", () => {
  assert.equal(
    evaluate("2 * lost", () => null),
    null,
  );
});

test("names with hyphens and paths of files do not ask for the parser", () => {
  for (const text of [
    "my-queue",
    "../models/orders.yaml",
    "times-2.csv",
    "exponential 10 ms",
    "-5/s",
    "80/s",
    "drop-oldest",
  ]) {
    assert.equal(hasArithmetic(text), false, text);
  }
  for (const text of ["a * b", "load/s", "max(1, 2)", "exponential base - 1 ms"]) assert.ok(hasArithmetic(text), text);
});

test("a number that runs straight into a name is refused", () => {
  assert.equal(code("5%.80/sload"), "expression-syntax");
});

test("no text makes it throw or take long", () => {
  const pieces = [
    "load",
    "base",
    "1",
    "20 ms",
    "80/s",
    "5%",
    "+",
    "-",
    "*",
    "/",
    "^",
    "(",
    ")",
    ",",
    " ",
    "max",
    "1e9",
    "'",
    "[",
    "=",
    ".",
    "é",
    "\0",
  ];
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const answer = value(text);
      if (answer !== null && "value" in answer) assert.ok(Number.isFinite(answer.value));
    }),
    { numRuns: 2000 },
  );
});
