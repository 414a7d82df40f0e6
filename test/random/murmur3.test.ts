import assert from "node:assert/strict";
import { test } from "vitest";
import { murmur3 } from "../../src/random/murmur3.ts";

test("the hash has SMHasher's verification value for MurmurHash3_x86_128", () => {
  // KeysetTest.cpp, VerificationTest: hash the keys {}, {0}, {0, 1}, …, of length i with seed 256 − i, then all hashes
  // together with seed 0; the first word of that is 0xB3ECE62A.
  const key = Uint8Array.from({ length: 256 }, (_, i) => i);
  const hashes = new Uint8Array(16 * 256);
  for (let i = 0; i < 256; i++) {
    const words = new DataView(hashes.buffer, 16 * i, 16);
    murmur3(key.subarray(0, i), 256 - i).forEach((word, k) => {
      words.setInt32(4 * k, word, true);
    });
  }
  assert.equal(murmur3(hashes)[0] >>> 0, 0xb3ece62a);
});

test("a view into a larger buffer hashes like its own bytes", () => {
  const bytes = Uint8Array.from({ length: 40 }, (_, i) => 7 * i);
  assert.deepEqual(murmur3(bytes.subarray(3, 36)), murmur3(Uint8Array.from(bytes.subarray(3, 36))));
});
