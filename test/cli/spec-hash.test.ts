import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "vitest";
import { specHash } from "../../src/cli/spec-hash.ts";
import type { Study } from "../../src/spec.ts";

const study = (changes: object): Study => ({ name: "n", title: "t", points: [], ...changes }) as unknown as Study;

test("the hash is SHA-256 of JSON with sorted keys and without blanks", () => {
  const text = '{"name":"n","plots":[1,0.5,1e+21,Infinity,"é\\n",null,true,{"a":[],"b":{}}],"points":[],"title":"t"}';
  const plots = [1, 0.5, 1e21, Number.POSITIVE_INFINITY, "é\n", null, true, { b: {}, a: [] }];
  assert.equal(specHash(study({ plots })), createHash("sha256").update(text).digest("hex"));
});

test("the order in which keys were written does not matter, the order of a list does", () => {
  assert.equal(
    specHash(study({ run: { seed: 1, mode: "steady" } })),
    specHash(study({ run: { mode: "steady", seed: 1 } })),
  );
  assert.notEqual(specHash(study({ watch: [1, 2] })), specHash(study({ watch: [2, 1] })));
});

test("no limit, no value and the least difference are told apart", () => {
  const values = [Number.POSITIVE_INFINITY, null, "Infinity", 0.1, 0.1 + Number.EPSILON, 1];
  assert.equal(new Set(values.map((value) => specHash(study({ value })))).size, values.length);
});

test("a million recorded times are hashed as one text would be", () => {
  const at = Array.from({ length: 1e6 }, (_, i) => i / 7);
  const text = `{"at":[${at.join(",")}],"name":"n","points":[],"title":"t"}`;
  assert.equal(specHash(study({ at })), createHash("sha256").update(text).digest("hex"));
});
