import assert from "node:assert/strict";
import { test } from "vitest";
import { commandLine } from "../../src/cli/command-line.ts";

const MISSPELT: [string[], RegExp][] = [
  [["rnu", "x.yaml"], /^There is no command rnu\. Did you mean run\?$/],
  [["experiments/first.yaml"], /Did you mean queuelab run experiments\/first\.yaml\?/],
  [["results/first/result.json"], /Did you mean queuelab report results\/first\/result\.json\?/],
  [["frobnicate"], /There are run, theory, check, report, schema, init, verify\./],
  [
    ["run", "--repliactions", "3", "x.yaml"],
    /^There is no option --repliactions of run\. Did you mean --replications\?$/,
  ],
  [["run", "--sed=3", "x.yaml"], /Did you mean --seed\?/],
  [["run", "-x", "x.yaml"], /no option -x of run\. queuelab run --help lists them/],
  [["run", "x.yaml", "--format", "jsn"], /^--format is one of table, json, csv, not jsn\. Did you mean json\?$/],
  [["run", "x.yaml", "--engine", "simj"], /Did you mean simjs\?/],
  [["run", "x.yaml", "--workers", "0"], /whole number from 1 to 1024, not 0/],
  [["run", "x.yaml", "--seed"], /--seed needs a value/],
  [["run", "x.yaml", "--seed", "1", "--seed", "2"], /--seed is given 2 times/],
  [["run", "x.yaml", "--sweep", "load"], /--sweep needs a path and its values/],
  [["run", "a.yaml", "b.yaml", "--format", "csv"], /takes one experiment/],
  [["run"], /run needs an experiment/],
  [["check"], /check needs a file/],
  [["report"], /report needs a result/],
  [["init", "frist"], /There is no template frist\. Did you mean first\?/],
  [["schema", "modl"], /experiment or model/],
];

for (const [args, said] of MISSPELT) {
  test(`queuelab ${args.join(" ")} says what is wrong with it`, async () => {
    await assert.rejects(commandLine(args), { name: "Refusal", message: said });
  });
}
