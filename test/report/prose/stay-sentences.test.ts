import assert from "node:assert/strict";
import { test } from "vitest";
import { staySentences } from "../../../src/report/prose/stay-sentences.ts";
import type { Result } from "../../../src/result.ts";
import { emptyResult, pointOf, rowOf } from "../fixtures.ts";

/** A system at one point, and what each of its queues holds and handles. */
function chain(queues: Record<string, { holds: number; handles: number; quality?: string[] }>, whole = 20): Result {
  const about = (where: string, holds: number, handles: number, quality: string[] = []) => [
    rowOf({ where, metric: "numberInSystem", statistic: "mean", value: holds, quality }),
    rowOf({ where, metric: "throughput", statistic: "mean", value: handles }),
  ];
  const rows = Object.entries(queues).flatMap(([name, { holds, handles, quality }]) =>
    about(`queues.${name}`, holds, handles, quality),
  );
  return emptyResult({ points: [pointOf("", { load: 0.9 })], rows: [...about("system", whole, 10), ...rows] });
}

const said = (result: Result) => staySentences(result, [0]).map((sentence) => sentence.replaceAll("\u00a0", " "));

const validate = { holds: 9.5, handles: 10 };
const charge = { holds: 10.4, handles: 10 };
const ship = { holds: 0.1, handles: 10 };

test("messages that go from queue to queue spend their time where they are", () =>
  assert.deepEqual(said(chain({ validate, charge, ship })), [
    "Messages spend 52 % of their time at queues.charge, 48 % at queues.validate and less than 1 % at queues.ship.",
  ]));

test("each of several points has its own sentence", () => {
  const one = chain({ validate, charge, ship });
  const points = [pointOf("", { load: 0.5 }), pointOf("", { load: 0.9 })];
  const rows = [0, 1].flatMap((point) => one.rows.map((row) => ({ ...row, point })));
  assert.equal(staySentences({ ...one, points, rows }, [0, 1]).length, 2);
  assert.match(staySentences({ ...one, points, rows }, [1])[0]!, /^At load 0.9, messages spend 52/);
});

test("nothing is said of queues side by side, nor of one queue, nor of what is not reliable", () => {
  const half = { holds: 10, handles: 5 };
  assert.deepEqual(said(chain({ a: half, b: half })), []);
  assert.deepEqual(said(chain({ a: { holds: 20, handles: 10 } })), []);
  assert.deepEqual(said(chain({ validate, charge: { ...charge, quality: ["too-short"] }, ship })), []);
  assert.deepEqual(said(chain({ validate, charge, ship }, 0)), []);
});
