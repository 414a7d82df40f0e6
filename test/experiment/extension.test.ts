import assert from "node:assert/strict";
import { test } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import type { Result } from "../../src/result.ts";
import { exponential, poisson, single } from "../model/systems.ts";
import { transient, within } from "./transient.ts";

/** A queue that is run until the mean latency is within 1 %, or until 200,000 messages. */
function untilPrecise(service: Distribution): Promise<Result> {
  const run = {
    mode: "steady",
    warmup: "auto",
    until: { messages: 20_000 },
    replications: 4,
    precision: within(0.01),
    budget: { messages: 2e5, seconds: Number.POSITIVE_INFINITY },
  } as const;
  return transient({ run }, single(poisson(0.5), service));
}

const ending = ({ caveats }: Result) => caveats.find(({ code }) => code === "precision")?.text;

test("when the budget ends first, a caveat says how many messages would be needed", async () => {
  const result = await untilPrecise(exponential(1));
  assert.match(ending(result)!, /^The message budget ended before .*; about [\d,]+ messages would be needed\.$/);
});

test("a mean that no run can know is said to be one", async () => {
  const result = await untilPrecise({ dist: "pareto", min: 0.4, alpha: 1.9 });
  assert.match(ending(result)!, /; no number of messages is enough for a mean that hangs on services too rare/);
  const row = result.rows.find(({ metric, statistic }) => metric === "latency" && statistic === "mean")!;
  assert.equal(row.high, null);
  assert.ok(row.low! > 0 && row.low! < row.value!);
});
