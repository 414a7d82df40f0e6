import assert from "node:assert/strict";
import { test } from "vitest";
import {
  add,
  fromRows,
  identity,
  inverse,
  kronecker,
  largest,
  multiply,
  rowSums,
  rowTimes,
  solve,
} from "../../src/queueing/matrix.ts";

const a = fromRows([
  [0, 2, 1],
  [1, 1, 0],
  [3, 0, 2],
]);

test("a matrix times its inverse is the identity, also when the first pivot is 0", () => {
  assert.ok(largest(add(multiply(a, inverse(a)), identity(3), -1)) < 1e-15);
});

test("solve finds the known solution of a known system, rows swapped or not", () => {
  // a · (1, 2, 3)ᵀ = (7, 3, 9)ᵀ
  const x = solve(a, fromRows([[7], [3], [9]])).data;
  [1, 2, 3].forEach((value, i) => {
    assert.ok(Math.abs(x[i] - value) < 1e-14);
  });
});

test("products, sums of rows and Kronecker products are those of the textbook", () => {
  assert.deepEqual([...multiply(fromRows([[1, 2]]), fromRows([[3], [4]])).data], [11]);
  assert.deepEqual([...rowTimes(Float64Array.of(1, 0, 2), a)], [6, 2, 5]);
  assert.deepEqual([...rowSums(a)], [3, 2, 5]);
  assert.deepEqual(
    kronecker(fromRows([[1, 2]]), fromRows([[1], [10]])),
    fromRows([
      [1, 2],
      [10, 20],
    ]),
  );
});

test("a singular or ragged matrix is refused in words", () => {
  assert.throws(
    () =>
      inverse(
        fromRows([
          [1, 2],
          [2, 4],
        ]),
      ),
    { message: "The matrix is singular." },
  );
  assert.throws(() => fromRows([[1, 2], [3]]), { message: "The rows of a matrix must be equally long." });
});

test("the largest pivot of a column is taken, wherever it stands, so that small ones cost no digits", () => {
  const known = [1, -2, 3, 0.5];
  const rows = [
    [1e-17, 2, 1, 4],
    [1e-3, 1e-17, 5, 1],
    [1, 7, 1e-17, 2],
    [1e5, 3, 3, 1e-17],
  ];
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
  ]) {
    const mixed = order.map((i) => rows[i]);
    const right = mixed.map((row) => [row.reduce((sum, value, j) => sum + value * known[j], 0)]);
    const x = solve(fromRows(mixed), fromRows(right)).data;
    known.forEach((value, i) => {
      assert.ok(Math.abs(x[i] - value) < 1e-14, `${x[i]}, not ${value}`);
    });
  }
  assert.equal(fromRows([]).columns, 0);
});

test("rows that change places stay rows: a permutation is undone by its transpose, whichever it is", () => {
  const places = [0, 1, 2, 3];
  const permutations = places.flatMap((i) =>
    places.flatMap((j) => places.map((k) => [i, j, k, 6 - i - j - k]).filter((order) => new Set(order).size === 4)),
  );
  assert.equal(permutations.length, 24);
  for (const order of permutations) {
    const moved = fromRows(order.map((to) => places.map((at) => (at === to ? 2 : 0))));
    const back = fromRows(places.map((at) => order.map((to) => (at === to ? 0.5 : 0))));
    assert.deepEqual(inverse(moved), back);
  }
});

test("a row is subtracted as often as it must be, once too", () => {
  const [a, b] = [
    [
      [1, 2],
      [1, 3],
    ],
    [[5], [7]],
  ].map(fromRows);
  assert.deepEqual([...solve(a, b).data], [1, 2]);
});
