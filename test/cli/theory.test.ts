import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { QUICK, queuelab } from "./built.ts";
import { scratch } from "./scratch.ts";

/* queuelab theory as people run it; its numbers are held to others in theory-answers.test.ts. */

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("theory prints everything known of a queue, with the formula's name and source", () => {
  const { code, stdout, stderr } = queuelab(["theory", "M/M/3", "--arrival-rate", "80/s", "--service", "30ms"]);
  assert.deepEqual([code, stderr], [0, ""]);
  const text = plain(stdout);
  assert.match(text, /^M\/M\/3: Poisson arrivals, exponential service, 3 servers, first come first served\n/);
  assert.match(text, /\n {2}M\/M\/3, exact\. Bolch, .*§6\.5\.\n/);
  for (const line of [/utilisation +ρ +80 %/, /time in the system +W +62\.4 ms/, /must wait +P\(Wq > 0\) +64\.7 %/]) {
    assert.match(text, line);
  }
  assert.match(text, /p50 +p90 +p95 +p99 +p99\.9\n.*\n {2}time in the system \[ms\] +47\.4 +136 +172 +254 +369\n/);
  assert.match(text, /in the system +0 +1 +2 .*\n.*\n {2}probability \[%\] +5\.62 +13\.5 +16\.2/);
});

test("theory says which assumption fails, and compares approximations", () => {
  const options = ["--arrival-rate", "80/s", "--service", "lognormal mean 30ms p99 120ms"];
  const { code, stdout } = queuelab(["theory", "M/G/3", ...options]);
  assert.equal(code, 0);
  const text = plain(stdout).replaceAll(/\n {2}(?=\S)/g, " ");
  assert.match(
    text,
    /Service is lognormal, so no exact formula applies\. .* gives 5\d\.\d ms in the system\. Simulate/,
  );
  for (const name of ["Kimura's M/G/3", "Whitt's GI/G/3", "Allen–Cunneen GI/G/3"]) assert.ok(text.includes(name), name);
});

test("theory recognises what a model is, queue by queue, and has an objection where it is nothing known", () => {
  const cwd = scratch({
    ...QUICK,
    "models/rush.yaml": `producers:
  app: {rate: 50/s, profile: {sine: {period: 1 h, amplitude: 0.5, peak: 0 h}}}
consumers:
  worker: {service: lognormal mean 10 ms p99 40 ms}
`,
  });
  const known = queuelab(["theory", "models/one.yaml"], { cwd });
  assert.equal(known.code, 0);
  assert.match(
    plain(known.stdout),
    /^queues\.queue: Poisson arrivals of 50\/s, exponential service of 10 ms, 1 server\n {2}M\/M\/1, exact/,
  );
  const rush = queuelab(["theory", "models/rush.yaml"], { cwd });
  assert.equal(rush.code, 0);
  const text = plain(rush.stdout).replaceAll(/\n {2}(?=\S)/g, " ");
  assert.match(
    text,
    /Service is lognormal, not exponential, so no exact formula applies\. .* Simulate for the truth\./,
  );
});

test("theory sweeps over options and over the paths of a model, past where a queue is stable", () => {
  const cwd = scratch(QUICK);
  const swept = queuelab(["theory", "M/M/3", "--service", "30ms", "--sweep", "arrival-rate=20..110/s step 30"]);
  assert.equal(swept.code, 0);
  assert.match(plain(swept.stdout), /\n {2}80\/s +80 +4\.99 +62\.4 +172 +254 +32\.4\n {2}110\/s +– .*\n/);
  assert.match(plain(swept.stdout), /fewer than 100\/s, at least 4 servers/);
  const model = queuelab(["theory", "models/one.yaml", "--sweep", "consumers.worker.replicas=1..2"], { cwd });
  assert.equal(model.code, 0);
  assert.match(plain(model.stdout), /\n {2}1 +50 +1 +20 .*\n {2}2 +25 +0\.533 /);
});

test("theory --format json and csv give a script every figure in SI units", () => {
  const line = ["theory", "M/M/1", "--service", "10ms", "--sweep", "arrival-rate=50/s,80/s", "--format"];
  const { points, version } = JSON.parse(queuelab([...line, "json"]).stdout);
  assert.equal(version, 1);
  assert.deepEqual(
    points.map(({ at }: { at: object }) => at),
    [{ "arrival-rate": "50/s" }, { "arrival-rate": "80/s" }],
  );
  const [{ where, model, exact, figures }] = points[1].queues;
  assert.deepEqual([where, model, exact], ["M/M/1", "M/M/1", true]);
  const mean = figures.find(
    (one: { metric: string; statistic: string }) => one.metric === "sojournTime" && one.statistic === "mean",
  );
  assert.ok(Math.abs(mean.value - 0.05) < 1e-12 && mean.unit === "s" && mean.class === "*");
  const [head, ...rows] = queuelab([...line, "csv"])
    .stdout.trimEnd()
    .split("\n");
  assert.equal(head, "arrival-rate,where,class,metric,statistic,value,unit,model,exact,source");
  assert.ok(rows.includes(rows.find((row) => row.startsWith("50/s,M/M/1,*,utilization,mean,0.5,1,M/M/1,true,"))!));
});

test("an infinite mean is said to be infinite, in words and in JSON", () => {
  const line = ["theory", "M/G/1", "--arrival-rate", "50/s", "--service", "pareto min 5ms alpha 1.8"];
  assert.match(plain(queuelab(line).stdout), /time in the system +W +∞ s\n/);
  const [{ queues }] = JSON.parse(queuelab([...line, "--format", "json"]).stdout).points;
  const wait = queues[0].figures.find(({ metric }: { metric: string }) => metric === "waitingTime");
  assert.equal(wait.value, "Infinity");
});

test("theory --plot draws along a sweep, and the tails of a single point", () => {
  const cwd = scratch();
  const line = ["theory", "M/M/1", "--service", "10ms", "--plot", "--out", "charts"];
  assert.equal(queuelab([...line, "--sweep", "arrival-rate=10..90/s step 20"], { cwd }).code, 0);
  const { code, stderr } = queuelab([...line, "--arrival-rate", "80/s"], { cwd });
  assert.deepEqual([code, stderr], [0, "Chart: charts/m-m-1-tail.svg\n"]);
  for (const name of ["m-m-1-sweep", "m-m-1-tail"]) {
    for (const ending of ["svg", "png", "vl.json"])
      assert.ok(existsSync(join(cwd, "charts", `${name}.${ending}`)), name);
    const { layer } = JSON.parse(readFileSync(join(cwd, "charts", `${name}.vl.json`), "utf8"));
    assert.ok(layer[0].data.values.length >= 10);
  }
});

test("theory refuses what makes no sense, with exit code 2 and the remedy", () => {
  const cases: [string[], RegExp][] = [
    [[], /theory needs a queue or a model, as in queuelab theory "M\/M\/3"/],
    [["M/M/1", "M/M/2"], /one queue or model at a time, and M\/M\/2 is a second one/],
    [["M/M/2", "--arrival-rate", "80/s", "--service", "30ms"], /grows for ever.*at least 3.servers/],
    [["M/X/2", "--arrival-rate", "80/s", "--service", "30ms"], /M\/X\/2 cannot be read: X is no law of service/],
    [["M/M/1", "--sevice", "30ms"], /There is no option --sevice of theory\. Did you mean --service\?/],
    [["M/M/1", "--sweep", "arival-rate=1..2"], /there is no such option\. Did you mean arrival-rate\?/],
    [["M/M/1", "--service", "1ms", "--sweep", "arrival-rate=9..1/s step 1"], /backwards|descend|9\.\.1\/s/],
    [["none.yaml"], /none\.yaml cannot be read/],
    [["none.yaml", "--service", "1ms"], /--service is for a queue in Kendall's notation/],
    [["M/M/1", "--format", "xml"], /--format is one of table, json, csv/],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = queuelab(["theory", ...args]);
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr.replaceAll("\u00a0", "."), message);
  }
});

test("theory --help has an example for each thing that can be asked", () => {
  const { code, stdout } = queuelab(["theory", "--help"]);
  assert.equal(code, 0);
  for (const word of ['"M/M/3"', '"M/G/1 priority"', "--sweep", "--plot", "models/"])
    assert.ok(stdout.includes(word), word);
});
