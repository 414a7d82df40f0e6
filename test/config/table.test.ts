import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { column } from "../../src/config/table.ts";

const codeOf = (text: string, path: string, name?: string) => {
  const answer = column(text, path, name);
  return "code" in answer ? answer.code : answer;
};

test("a column of a CSV file is found by its header, whatever ends the lines", () => {
  for (const end of ["\n", "\r\n"]) {
    const text = ["id,seconds,note", "1,0.5,a", "", "2, 1.25 ,b", ""].join(end);
    assert.deepEqual(column(text, "t.csv", "seconds"), [0.5, 1.25]);
  }
  assert.deepEqual(column("\ufeffs\n1\n2", "t.csv", "s"), [1, 2]);
});

test("the only column needs no name", () => assert.deepEqual(column("s\n1\n2\n", "t.csv", undefined), [1, 2]));

test("quoted cells may hold commas and doubled quotes", () => {
  const text = '"a ""name"", quoted",s\n"x, y",1\n"say ""hi""",2\nplain,3\n';
  assert.deepEqual(column(text, "t.csv", "s"), [1, 2, 3]);
  assert.deepEqual(column('s,t\n"4","5"\n', "t.csv", "t"), [5]);
  assert.deepEqual(column('"a ""b""",s\n7,1\n', "t.csv", 'a "b"'), [7]);
});

test("a field of JSON lines is found by its name", () => {
  assert.deepEqual(column('{"s": 1, "x": "y"}\n\n{"s": 2.5}\n', "t.ndjson", "s"), [1, 2.5]);
  assert.deepEqual(column('{"s": 1}', "T.JSONL", "s"), [1]);
});

test("what is no number is told with its line", () => {
  assert.deepEqual(column("s\n1\n\nabc\n", "t.csv", "s"), {
    code: "data-invalid",
    message: "Line 4 of t.csv has abc where a number should be.",
  });
  assert.deepEqual(column("s,t\n1\n", "t.csv", "t"), {
    code: "data-invalid",
    message: "Line 2 of t.csv has nothing where a number should be.",
  });
  for (const cell of ["", " ", "NaN", "Infinity", "1e999", "1,5"])
    assert.equal(codeOf(`a,s\nx,"${cell}"\n`, "t.csv", "s"), "data-invalid", cell);
  assert.equal(codeOf('{"s": "1"}', "t.ndjson", "s"), "data-invalid");
  assert.equal(codeOf('{"s": null}', "t.ndjson", "s"), "data-invalid");
  assert.equal(codeOf("[1]\n", "t.ndjson", "s"), "data-invalid");
  assert.equal(codeOf("{s: 1}\n", "t.ndjson", "s"), "data-invalid");
});

test("an unknown column is refused with those there are", () => {
  assert.deepEqual(column("id,secs\n", "t.csv", "sec"), {
    code: "column-unknown",
    message: "t.csv has no column sec. Did you mean secs? There are id, secs.",
  });
  assert.deepEqual(column("id,secs\n", "t.csv", undefined), {
    code: "column-unknown",
    message: "t.csv has several columns; say which with column: There are id, secs.",
  });
  assert.equal(codeOf("", "t.csv", "s"), "column-unknown");
  assert.equal(codeOf('{"a": 1}', "t.ndjson", "toString"), "column-unknown");
});

test("numbers that are written are the numbers that are read", () => {
  const table = fc.array(
    fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(table, (rows) => {
      const csv = `a,b\n${rows.map(([a, b]) => `${a},${b}`).join("\n")}`;
      assert.deepEqual(
        column(csv, "t.csv", "b"),
        rows.map(([, b]) => Number(String(b))),
      );
      const json = rows.map(([a, b]) => JSON.stringify({ a, b })).join("\n");
      if (rows.length > 0)
        assert.deepEqual(
          column(json, "t.ndjson", "a"),
          rows.map(([a]) => Number(JSON.stringify(a))),
        );
    }),
  );
});
