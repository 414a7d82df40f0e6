import assert from "node:assert/strict";
import { describe, test } from "vitest";
import type { Theory } from "../../src/result.ts";
import { Predictions } from "../../src/theory/predictions.ts";
import { exactValue } from "../../src/verify/cases.ts";
import { simulatedCases } from "../../src/verify/every-case.ts";
import { type Reading, readingOf } from "../../src/verify/simulated.ts";

/* Every case whose answer is known from elsewhere, as the model that is simulated for it: theory must find the answer
   from the model alone. */

/** Metrics for which theory has no answer here, or only an approximate one. */
const UNANSWERED: Record<string, string[]> = {
  "MM2-HET-FSF": ["U_fast", "U_slow"],
  "QUORUM-5-3": ["W_p50", "W_p99"],
  "QUORUM-3-3": ["W_p50", "W_p99"],
  "LINE3-B0": ["X"],
};
const APPROXIMATE: Record<string, string[]> = {
  MGINF: ["L", "W", "Wq"],
  "QUORUM-5-3": ["W"],
  "QUORUM-3-3": ["W"],
  "TANDEM-MD-D": ["W_total", "Wq[2]"],
  "FB-DELAY5": ["W_total", "L_station", "L_backoff"],
};

type Said = Pick<Theory, "value" | "exact"> | null;

function said(predictions: Predictions, { statistic, ...question }: Reading): Said {
  if (typeof statistic === "string") return predictions.of(question, statistic);
  if ("quantile" in statistic) return predictions.of(question, `p${Number((100 * statistic.quantile).toPrecision(6))}`);
  const law = predictions.law(question);
  return law && { value: law.at(statistic.shareAbove), exact: law.exact };
}

describe("theory recognises", () => {
  test.each(simulatedCases.map((one) => [`${one.id} ${one.variant ?? ""}`, one] as const))("%s", (_, of) => {
    const predictions = new Predictions(of.model);
    for (const metric of of.metrics) {
      const answer = said(predictions, of.read?.[metric] ?? readingOf(metric));
      const where = `${metric} of ${of.id}`;
      if (UNANSWERED[of.id]?.includes(metric)) {
        assert.equal(answer, null, `${where} is answered by now: take it off the list`);
        continue;
      }
      assert.ok(answer !== null, `${where} is not answered`);
      const exact = exactValue(of.id, metric);
      if (!answer.exact) {
        assert.ok(APPROXIMATE[of.id]?.includes(metric), `${where} is only approximated`);
        continue;
      }
      const gap = Math.abs(answer.value - exact);
      assert.ok(gap <= 1e-5 * Math.abs(exact) + 1e-12, `${where} is ${answer.value}, not ${exact}`);
    }
  });
});
