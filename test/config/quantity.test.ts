import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { parseDecimal, parseQuantity, toNumber } from "../../src/config/quantity.ts";

const value = (text: string) => {
  const quantity = parseQuantity(text);
  assert.ok(quantity !== null && "value" in quantity, `${text} is no quantity: ${JSON.stringify(quantity)}`);
  return quantity;
};
const code = (text: string) => {
  const complaint = parseQuantity(text);
  return complaint !== null && "code" in complaint ? complaint.code : complaint;
};

test("every unit of time is read, with and without a blank", () => {
  const seconds = { us: 1e-6, "\u00b5s": 1e-6, "\u03bcs": 1e-6, ms: 1e-3, s: 1, min: 60, h: 3600, d: 86_400 };
  for (const [unit, length] of Object.entries(seconds)) {
    assert.deepEqual(value(`2 ${unit}`), { value: 2 * length, time: 1 });
    assert.deepEqual(value(`2${unit}`), { value: 2 * length, time: 1 });
  }
});

test("every rate is read, with and without blanks", () => {
  const seconds = { "/ms": 0.001, "/s": 1, "/min": 60, "/h": 3600, "/d": 86_400 };
  for (const [unit, length] of Object.entries(seconds)) {
    assert.deepEqual(value(`3${unit}`), { value: 3 / length, time: -1 });
    assert.deepEqual(value(`3 ${unit.replace("/", "/ ")}`), { value: 3 / length, time: -1 });
  }
});

test("a share and a bare number are numbers", () => {
  assert.deepEqual(value("20%"), { value: 0.2, time: 0 });
  assert.deepEqual(value("0.5 %"), { value: 0.005, time: 0 });
  assert.deepEqual(value("-1.25"), { value: -1.25, time: 0 });
  assert.deepEqual(value("+.5"), { value: 0.5, time: 0 });
});

test("decimals are scaled as decimals: 13.0 ms is 0.013, which 13 × 0.001 is not", () => {
  assert.notEqual(13 * 0.001, 0.013);
  assert.equal(value("13.0 ms").value, 0.013);
  assert.equal(value("1.1 h").value, 3960); // 1.1 × 3600 is 3960.0000000000005
  assert.equal(value("70%").value, 0.7);
  assert.equal(value("0.33 ms").value, 0.00033);
});

test("a number of milliseconds is the double nearest to its decimal", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 12 }), (digits, places) => {
      const text = String(digits).padStart(places + 1, "0");
      const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
      assert.equal(value(`${decimal} ms`).value, Number(`${digits}e${-places - 3}`));
    }),
  );
});

test("numbers that programs read differently are refused", () => {
  for (const text of [
    "010 ms",
    "0x10",
    "0o17 s",
    "0b1",
    "1_000/s",
    "1e3 ms",
    "1,000 ms",
    "0,5 s",
    "10,5",
    "1.5e-3 s",
    "-010",
  ]) {
    assert.equal(code(text), "number-ambiguous", text);
  }
});

test("a number that can be written out is, and others are told how", () => {
  const advice = (text: string) => {
    const complaint = parseQuantity(text);
    return complaint !== null && "message" in complaint ? complaint.message.split(" ways. ")[1] : complaint;
  };
  const plain = {
    "1e3 ms": "1000 ms",
    "1.5e-3 s": "0.0015 s",
    "1_000/s": "1000/s",
    "2e-6": "0.000002",
    "-1e2": "-100",
  };
  for (const [text, written] of Object.entries(plain)) assert.equal(advice(text), `Write ${written}.`);
  for (const text of ["1e99", "1e-99", "1e-7 s", "010", "0x10", "1,000", "1_000_", "1e1_0"])
    assert.equal(advice(text), "Write all digits of a number, as in 1000 or 0.5.", text);
});

test("units of other languages are named in ours", () => {
  const meant = {
    "5 sec": "5 s",
    "5 msec": "5 ms",
    "5 mn": "5 min",
    "5 m": "5 min",
    "5 hours": "5 h",
    "80 rps": "80/s",
  };
  for (const [text, ours] of Object.entries({
    ...meant,
    "80 msg/s": "80/s",
    "80 per second": "80/s",
    "5 MS": "5 ms",
  })) {
    const complaint = parseQuantity(text);
    assert.ok(
      complaint && "message" in complaint && complaint.message.endsWith(`Write ${ours}.`),
      JSON.stringify(complaint),
    );
  }
});

test("other texts are no quantities", () => {
  for (const text of ["", "ms", "load", "12:30", "3.5.2 ms", "exponential 10 ms", "5 ms 3", "∞", ".", "- 5"]) {
    assert.equal(parseQuantity(text), null, text);
  }
});

test("a text of ten million digits is no quantity, and that is known at once", () => {
  const began = process.cpuUsage().user;
  assert.equal(parseQuantity("9".repeat(1e7)), null);
  assert.ok(process.cpuUsage().user - began < 1e6); // µs of processor time
});

test("a decimal is exact", () => {
  assert.deepEqual(parseDecimal("-12.50"), { digits: -1250n, exponent: -2 });
  assert.equal(toNumber({ digits: 1n, exponent: 400 }), Infinity);
});
