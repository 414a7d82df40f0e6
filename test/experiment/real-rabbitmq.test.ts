import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { beforeAll, describe, test } from "vitest";
import { loadStudy } from "../../src/config/study.ts";
import { LocalObserver } from "../../src/experiment/observer.ts";
import { runStudy } from "../../src/experiment/run-study.ts";
import type { Result, Row } from "../../src/result.ts";

const FILE = resolve(import.meta.dirname, "../../experiments/real-rabbitmq.yaml");
const files = {
  read(path: string, from: string) {
    const full = resolve(dirname(from), path);
    return { path: full, text: readFileSync(full, "utf8") };
  },
};

let result: Result;
beforeAll(async () => {
  const loaded = await loadStudy(readFileSync(FILE, "utf8"), { file: FILE, files });
  if ("problems" in loaded) assert.fail("the experiment does not load");
  const made = { version: "0", engine: "queuelab" as const, specHash: "", clock: () => 0 };
  result = await runStudy(loaded.study, { pool: new LocalObserver(), ...made });
});

function rowOf(scenario: string, statistic: string): Row {
  const point = result.points.findIndex((one) => one.scenario === scenario);
  const row = result.rows.find(
    (one) =>
      one.point === point &&
      one.where === "consumers.worker" &&
      one.metric === "latency" &&
      one.statistic === statistic,
  );
  assert.ok(row, `no row for ${scenario} ${statistic}`);
  return row;
}

describe("a replayed recording of a real RabbitMQ", () => {
  for (const scenario of ["prefetch-1", "prefetch-10", "unlimited"]) {
    for (const statistic of ["mean", "p95", "p99"]) {
      test(`comes within 5 % of the measured ${statistic} with ${scenario}`, () => {
        const { value, measured } = rowOf(scenario, statistic);
        const error = value! / measured!.value - 1;
        assert.ok(Math.abs(error) < 0.05, `${(100 * error).toFixed(1)} %`);
      });
    }
  }

  test("is something that M/M/8 cannot tell: it is more than half too low for prefetch 10 and unlimited", () => {
    for (const scenario of ["prefetch-10", "unlimited"]) {
      const { measured } = rowOf(scenario, "mean");
      assert.ok(rowOf("textbook-mm8", "mean").value! < 0.5 * measured!.value);
    }
  });

  test("measured figures are those that the description of the recordings gives", () => {
    assert.ok(Math.abs(rowOf("prefetch-1", "mean").measured!.value - 0.0843) < 0.0001);
    assert.ok(Math.abs(rowOf("prefetch-10", "p95").measured!.value - 0.553) < 0.001);
    assert.ok(Math.abs(rowOf("unlimited", "p99").measured!.value - 0.907) < 0.001);
  });
});
