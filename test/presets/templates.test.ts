import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { explain } from "../../src/config/problem.ts";
import { loadModel, loadStudy } from "../../src/config/study.ts";
import { TEMPLATES } from "../../src/presets/templates.ts";

describe("a model to start from loads without problems or warnings, by itself and with its experiment", () => {
  for (const { name, model, experiment } of TEMPLATES) {
    test(name, async () => {
      const files = {
        read: (path: string, from: string) => {
          assert.deepEqual([path, from], [`../models/${name}.yaml`, `experiments/${name}.yaml`]);
          return { path: `models/${name}.yaml`, text: model };
        },
      };
      const alone = await loadModel(model, { file: `models/${name}.yaml`, files });
      const study = await loadStudy(experiment, { file: `experiments/${name}.yaml`, files });
      for (const loaded of [alone, study]) {
        const said = "problems" in loaded ? loaded.problems : loaded.warnings;
        assert.equal(said.map(explain).join("\n"), "");
      }
    });
  }
});

test("the templates have names of their own and say in a sentence what they show", () => {
  assert.equal(new Set(TEMPLATES.map(({ name }) => name)).size, TEMPLATES.length);
  for (const { name, summary } of TEMPLATES) assert.ok(/^[a-z-]+$/.test(name) && summary.endsWith("."), name);
  for (const name of ["first", "workers", "priority", "bursts", "finite-buffer", "tandem", "rush-hour", "prefetch"]) {
    assert.ok(
      TEMPLATES.some((template) => template.name === name),
      name,
    );
  }
});
