import assert from "node:assert/strict";
import { test } from "vitest";
import { experimentText } from "../../../notebooks/full-load/experiment-text.ts";
import { SERVICE_LAWS } from "../../../notebooks/full-load/setting.ts";
import { modelOf } from "../../../notebooks/full-load/system.ts";
import { studyOf } from "../../config/loading.ts";

test("the file that the page gives away holds the very system that the page runs", async () => {
  for (const service of SERVICE_LAWS) {
    for (const [load, consumers] of [
      [0.9, 1],
      [0.57, 4],
      [0.98, 12],
    ] as const) {
      const setting = { load, consumers, service };
      const { points } = await studyOf(experimentText(setting));
      const here = points.find(({ at }) => at.load === load);
      assert.deepEqual(here?.model, modelOf(setting));
    }
  }
});

test("the file sweeps the load, ascending, without naming one twice", async () => {
  const loads = async (load: number) => {
    const { points } = await studyOf(experimentText({ load, consumers: 1, service: SERVICE_LAWS[0]! }));
    return points.map(({ at }) => at.load);
  };
  assert.deepEqual(await loads(0.9), [0.5, 0.8, 0.9]);
  assert.deepEqual(await loads(0.6), [0.5, 0.6, 0.8, 0.9]);
});
