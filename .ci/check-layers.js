// Plants one forbidden import in a copy of a source file and sees the linter catch it: a rule that catches nothing
// is worse than none.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";

const plants = [
  ["src/engine/planted.ts", 'import { cdf } from "../random/cdf.ts";\nexport const planted = cdf;\n'],
  ["src/queueing/planted.ts", 'import type { Model } from "../spec.ts";\nexport type Planted = Model;\n'],
  ["src/model/planted.ts", 'import { readFileSync } from "node:fs";\nexport const planted = readFileSync;\n'],
  ["src/theory/planted.ts", 'import type { Kernel } from "../engine/kernel.ts";\nexport type Planted = Kernel;\n'],
  ["src/verify/planted.ts", 'import { loadStudy } from "../config/study.ts";\nexport const planted = loadStudy;\n'],
  ["src/experiment/planted.ts", 'import { verify } from "../verify/verify.ts";\nexport const planted = verify;\n'],
  ["src/report/planted.ts", 'import { parse } from "yaml";\nexport const planted = parse;\n'],
];
for (const [file, text] of plants) {
  writeFileSync(file, text);
  const { stdout, stderr } = spawnSync("npx", ["biome", "lint", file], { encoding: "utf8" });
  rmSync(file);
  if (!`${stdout}${stderr}`.includes("noRestrictedImports")) {
    console.error(`the forbidden import in ${file} was not caught`);
    process.exitCode = 1;
  }
}
if (process.exitCode !== 1) console.log(`${plants.length} planted violations of the layer rules were caught`);
