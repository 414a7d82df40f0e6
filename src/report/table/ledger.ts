import type { Ledger, Result } from "../../result.ts";
import { pointLabels } from "../points.ts";
import { counted } from "../words.ts";
import type { Table } from "./cells.ts";

/** A ledger with its totals. It balances when begun = ended + inside. */
export interface Balance {
  begun: number;
  ended: number;
  inside: number;
  balanced: boolean;
}

export function balance(ledger: Ledger): Balance {
  const [begun, ended, inside] = [copies(ledger.begun), copies(ledger.ended), copies(ledger.inside)];
  return { begun, ended, inside, balanced: begun === ended + inside };
}

/** Copies by cause, a column for each of the chosen points, totals at the end; the notes say whether all points balance. */
export function ledgerTable(result: Result, shown: readonly Ledger[] = result.ledgers): Table {
  const labels = pointLabels(result);
  const block = (kind: "begun" | "ended" | "inside") => {
    const byName = shown.map((ledger) => copiesByName(kind, ledger[kind]));
    const names = new Set(byName.flatMap((copies) => [...copies.keys()]));
    return [...names].map((name) => [name, ...byName.map((copies) => count(copies.get(name) ?? 0))]);
  };
  const balances = shown.map(balance);
  return {
    head: ["copies", ...shown.map(({ point }) => labels[point]! || "all")],
    rows: [
      ...block("begun"),
      ...block("ended"),
      ...block("inside"),
      ["all begun", ...balances.map(({ begun }) => count(begun))],
      ["all ended or inside", ...balances.map(({ ended, inside }) => count(ended + inside))],
    ],
    labels: 1,
    notes: [
      balanceNote(result),
      ...(shown.length < result.ledgers.length
        ? [`Shows ${shown.length} of ${result.ledgers.length} points; the others are in result.json.`]
        : []),
    ],
  };
}

function balanceNote(result: Result): string {
  const wrong = result.ledgers.filter((ledger) => !balance(ledger).balanced);
  if (wrong.length > 0)
    return `The ledger does not balance at ${counted(wrong.length, "point")}. That is a fault of queuelab; please report it.`;
  return result.ledgers.length === 1 ? "It balances exactly." : `All ${result.ledgers.length} points balance exactly.`;
}

function copiesByName(kind: "begun" | "ended" | "inside", entries: readonly Entry[]): Map<string, number> {
  const byName = new Map<string, number>();
  for (const entry of entries) {
    const name = entryName(kind, entry);
    byName.set(name, (byName.get(name) ?? 0) + entry.copies);
  }
  return byName;
}

type Entry = Ledger["inside"][number] & { cause?: string };

/** "ended: refused at queues.orders". */
function entryName(kind: "begun" | "ended" | "inside", entry: Entry): string {
  return entry.cause === undefined ? `${kind}: ${entry.where}` : `${kind}: ${entry.cause} at ${entry.where}`;
}

const copies = (entries: readonly { copies: number }[]): number =>
  entries.reduce((total, entry) => total + entry.copies, 0);
const count = (number: number): string => number.toLocaleString("en-US");
