import assert from "node:assert/strict";
import { test } from "vitest";
import { balance, ledgerTable } from "../../../src/report/table/ledger.ts";
import { emptyResult, ledgerOf, pointOf } from "../fixtures.ts";

const result = (...ledgers: ReturnType<typeof ledgerOf>[]) =>
  emptyResult({ points: ledgers.map((_, i) => pointOf("", { size: i })), ledgers });

test("a ledger balances when begun = ended + inside", () => {
  assert.deepEqual(balance(ledgerOf(0)), { begun: 4_000_321, ended: 4_000_307, inside: 14, balanced: true });
  const lost = { ...ledgerOf(0), inside: [] };
  assert.equal(balance(lost).balanced, false);
});

test("a table of ledgers has a line for each cause and place, and the totals", () => {
  const { head, rows, notes } = ledgerTable(result(ledgerOf(0)));
  assert.deepEqual(head, ["copies", "all"]);
  assert.deepEqual(rows, [
    ["begun: published at producers.shop", "4,000,321"],
    ["ended: acknowledged at consumers.worker", "3,999,117"],
    ["ended: refused at queues.orders", "1,190"],
    ["inside: queues.orders", "13"],
    ["inside: consumers.worker", "1"],
    ["all begun", "4,000,321"],
    ["all ended or inside", "4,000,321"],
  ]);
  assert.deepEqual(notes, ["It balances exactly."]);
});

test("a fault at a point that is not shown is reported all the same", () => {
  const wrong = { ...ledgerOf(1), inside: [] };
  const all = result(ledgerOf(0), wrong);
  assert.match(ledgerTable(all, [ledgerOf(0)]).notes[0]!, /does not balance at 1 point\. That is a fault of queuelab/);
  assert.equal(ledgerTable(all, [ledgerOf(0)]).notes[1], "Shows 1 of 2 points; the others are in result.json.");
});

test("a cause that one point lacks is zero there", () => {
  const { rows } = ledgerTable(
    result(ledgerOf(0), {
      ...ledgerOf(1),
      ended: [{ cause: "acknowledged", where: "consumers.worker", copies: 4_000_307 }],
    }),
  );
  assert.deepEqual(
    rows.find(([name]) => name!.includes("refused")),
    ["ended: refused at queues.orders", "1,190", "0"],
  );
});
