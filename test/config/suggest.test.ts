import assert from "node:assert/strict";
import fc from "fast-check";
import { test } from "vitest";
import { didYouMean, edits, nearest } from "../../src/config/suggest.ts";

test("edits are counted by insertions, deletions, replacements and swaps of neighbours", () => {
  const counted = {
    "worker worker": 0,
    "wroker worker": 1,
    "worke worker": 1,
    "workers worker": 1,
    "warker worker": 1,
    "kitten sitting": 3,
    " abc": 3,
    "ab ": 2,
    "ca abc": 3,
  };
  for (const [pair, count] of Object.entries(counted))
    assert.equal(edits(pair.split(" ")[0], pair.split(" ")[1]), count, pair);
});

test("edits are a distance: none to itself, the same both ways, at most the longer length", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      assert.equal(edits(a, a), 0);
      assert.equal(edits(a, b), edits(b, a));
      assert.ok(edits(a, b) <= Math.max(a.length, b.length) && edits(a, b) >= Math.abs(a.length - b.length));
    }),
  );
});

test("the nearest name is suggested if it is near, in any case of letters", () => {
  assert.equal(nearest("ordres", ["stock", "orders", "order"]), "orders");
  assert.equal(nearest("ORDERS", ["orders"]), "orders");
  assert.equal(nearest("completely", ["orders"]), null);
  assert.equal(nearest("c", ["a", "b"]), null);
  assert.equal(nearest("vc", ["cv", "mean"]), "cv");
  assert.equal(nearest("x".repeat(100), ["x".repeat(99)]), null);
  assert.equal(nearest("a", []), null);
});

test("a suggestion is a question, and none is nothing", () => {
  assert.equal(didYouMean("ordres", ["orders"]), " Did you mean orders?");
  assert.equal(didYouMean("zzz", ["orders"]), "");
});
