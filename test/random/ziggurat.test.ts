import assert from "node:assert/strict";
import { test } from "vitest";
import { ziggurat } from "../../src/random/ziggurat.ts";

test("the layers of a ziggurat have equal areas, the top one included", () => {
  const area = 0.003949659822581557;
  const { width, core, density } = ziggurat({
    tail: 7.69711747013105,
    area,
    density: (x) => Math.exp(-x),
    inverse: (y) => -Math.log(y),
  });
  const columns = 2 ** 53;
  for (let i = 1; i < 256; i++) {
    const layer = width[i] * columns * (density[i + 1] - density[i]);
    assert.ok(Math.abs(layer / area - 1) < 1e-10, `layer ${i} has area ${layer}`);
  }
  const base = width[0] * columns * density[1]; // the rectangle under the tail, as wide as if the tail lay beside it
  assert.ok(Math.abs(base / area - 1) < 1e-10);
  assert.ok(
    core.every((columnsWithin, i) => i === 255 || Math.abs(columnsWithin / columns - width[i + 1] / width[i]) < 1e-15),
  );
  assert.equal(core[255], 0);
});
