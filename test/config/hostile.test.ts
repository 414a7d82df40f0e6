import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { explain } from "../../src/config/problem.ts";
import { CONSUMER, load, MODEL, PRODUCER, problemsOf, studyOf, type Texts } from "./loading.ts";

/** Of processor time, since tests run beside others. What is bounded takes a second or two; what is not, for ever. */
const PATIENCE = 10_000; // ms

const worked = () => process.cpuUsage().user / 1000; // ms

async function refusedSoon(text: string, texts: Texts = {}): Promise<string> {
  const began = worked();
  const problems = await problemsOf(text, texts);
  assert.ok(worked() - began < PATIENCE, `took ${worked() - began} ms`);
  for (const problem of problems) assert.ok(explain(problem).length < 1500, explain(problem).slice(0, 2000));
  return problems[0]?.code ?? "loaded";
}

const bomb = (levels: number, width: number) =>
  Array.from(
    { length: levels },
    (_, i) =>
      `a${i}: &a${i} [${
        i === 0
          ? "1"
          : Array(width)
              .fill(`*a${i - 1}`)
              .join(",")
      }]`,
  ).join("\n");

const TEXTS: Readonly<Record<string, readonly [code: string, text: () => string]>> = {
  "100 MB of one word": ["file-too-large", () => `title: ${"x".repeat(1e8)}`],
  "a title of 4 MB": ["loaded", () => `title: ${"x".repeat(4e6)}\n${MODEL}`],
  "a rate of 4 MB": ["expression-syntax", () => `producers: {app: {rate: ${"9".repeat(4e6)}}}\n${CONSUMER}`],
  "a name of 4 MB": ["name-invalid", () => `producers: {${"x".repeat(4e6)}: {rate: 1/s}}\n${CONSUMER}`],
  "5 MB of list": ["too-many-values", () => `a: [${"1,".repeat(2.4e6)}]`],
  "4 million blank lines": ["too-many-values", () => `${"\n".repeat(4e6)}a: 1`],
  "30,000 short lines": ["model-missing", () => Array.from({ length: 30_000 }, (_, i) => `a${i}: 1\n`).join("")],
  "100,000 documents": ["yaml-unsupported", () => "---\n".repeat(1e5)],
  "100,000 open brackets": ["nesting-too-deep", () => "[".repeat(1e5)],
  "10,000 open maps": ["nesting-too-deep", () => "{a: ".repeat(1e4)],
  "10,000 nested lists in a line": ["nesting-too-deep", () => `${"- ".repeat(1e4)}a`],
  "10,000 explicit keys": ["nesting-too-deep", () => `${"? ".repeat(1e4)}a`],
  "1,500 levels by indentation": [
    "nesting-too-deep",
    () => Array.from({ length: 1500 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
  ],
  "a billion laughs": ["too-many-values", () => bomb(10, 10)],
  "aliases 1,000 deep": ["too-many-values", () => bomb(1000, 1)],
  "300,000 anchors on nothing": ["too-many-values", () => "&a ".repeat(3e5)],
  "100,000 exclamation marks": ["yaml-syntax", () => "!".repeat(1e5)],
  "100,000 quotes": ["yaml-syntax", () => '"'.repeat(1e5)],
  "a million hashes": ["file-empty", () => "#".repeat(1e6)],
  "NUL bytes": ["character-forbidden", () => `${MODEL}# \0`],
  "a terminal escape": ["character-forbidden", () => `title: "\u001b[2J"\n${MODEL}`],
  "a prototype as a key": ["name-invalid", () => `__proto__: {polluted: true}\n${MODEL}`],
  "a prototype as a name": ["name-invalid", () => `producers: {"__proto__": {rate: 1/s}}\n${CONSUMER}`],
  "a constructor as a key": ["key-unknown", () => `constructor: {prototype: {polluted: true}}\n${MODEL}`],
  "a constructor as a name": ["name-invalid", () => `producers: {constructor: {rate: 1/s}}\n${CONSUMER}`],
  "a prototype in a merge": ["name-invalid", () => `x: &x {"__proto__": {polluted: true}}\n<<: *x\n${MODEL}`],
  "a power tower": ["value-out-of-range", () => `parameters: {x: ${"9^".repeat(100)}9}\n${MODEL}`],
  "400 open parentheses": ["parenthesis-split", () => `parameters: {x: ${"(".repeat(400)}}\n${MODEL}`],
  "400 nested parentheses": [
    "expression-syntax",
    () => `parameters: {x: ${"(".repeat(200)}1${")".repeat(200)}}\n${MODEL}`,
  ],
  "a parameter that reads files": ["expression-forbidden", () => `parameters: {x: "import('fs')"}\n${MODEL}`],
  "a parameter that reaches for a constructor": [
    "expression-syntax",
    () => `parameters: {x: "a.constructor"}\n${MODEL}`,
  ],
  "a thousand parameters in a chain": [
    "loaded",
    () => `parameters: {a0: 1, ${Array.from({ length: 999 }, (_, i) => `a${i + 1}: a${i} + 1`).join(", ")}}\n${MODEL}`,
  ],
  "a thousand parameters, each computed from the next": [
    "loaded",
    () =>
      `parameters: {${Array.from({ length: 999 }, (_, i) => `a${i}: a${i + 1} + 1`).join(", ")}, a999: 1}\n${MODEL}`,
  ],
  "a thousand parameters in a circle": [
    "parameter-cycle",
    () =>
      `parameters: {${Array.from({ length: 1000 }, (_, i) => `a${i}: a${(i + 1) % 1000} + 1`).join(", ")}}\n${MODEL}`,
  ],
  "1001 parameters": [
    "too-many-values",
    () => `parameters: {${Array.from({ length: 1001 }, (_, i) => `a${i}: 1`).join(", ")}}\n${MODEL}`,
  ],
  "ten thousand consumers of unknown queues": [
    "queue-unnamed",
    () =>
      `${PRODUCER}\nqueues: {${names("queue", 10_000, "{}")}}\nconsumers: {${names("c", 10_000, "{queue: queeu1, service: 1 ms}")}}`,
  ],
  "a service by 31,000 classes that are truth values": [
    "kind-wrong",
    () => `${PRODUCER}\nconsumers: {w: {service: {${names("k", 31_000, "true")}}}}`,
  ],
  "a map of 31,001 entries": ["too-many-values", () => names("k", 31_001, "1").replaceAll(", ", "\n")],
  "30,001 producers": ["too-many-parts", () => `producers: {${names("p", 30_001, "{rate: 1/s}")}}\n${CONSUMER}`],
  "2,000 classes times 1,000 queues": [
    "too-many-parts",
    () =>
      `producers: {a: {rate: 1/s, to: q0, classes: {${names("k", 2000, "{share: 0.0005}")}}}}\nqueues: {${names("q", 1000, "{}")}}\n${CONSUMER}`,
  ],
  "a grid of 50 sweeps": [
    "sweep-too-large",
    () =>
      `model: {producers: {a: {rate: 1/s}}, consumers: {w: {service: 1 ms}}, parameters: {${names("p", 50, "1")}}}\nsweep: {${names("p", 50, "1..9000")}}`,
  ],
  "ten thousand points of a thousand parts": [
    "sweep-too-large",
    () =>
      `model: {parameters: {load: 1}, producers: {${names("p", 1000, "{rate: load * 1/s}")}}, consumers: {w: {service: 1 ms}}}\nsweep: {load: 1..10000}`,
  ],
  "ten thousand scenarios": [
    "loaded",
    () =>
      `model: {producers: {a: {rate: 1/s}}, consumers: {w: {service: 1 ms}}}\nscenarios: {${names("s", 10_000, "{}")}}`,
  ],
  "10,001 scenarios": [
    "sweep-too-large",
    () =>
      `model: {producers: {a: {rate: 1/s}}, consumers: {w: {service: 1 ms}}}\nscenarios: {${names("s", 10_001, "{}")}}`,
  ],
};

function names(prefix: string, count: number, value: string): string {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}: ${value}`).join(", ");
}

describe("a hostile text is answered soon and in few words", () => {
  for (const [title, [codes, text]] of Object.entries(TEXTS)) {
    test(title, async () => {
      const code = await refusedSoon(text());
      assert.ok(codes.split(" ").includes(code), `${code} is none of ${codes}`);
    });
  }
});

test("nothing was added to the prototype of all objects", () =>
  assert.equal(({} as { polluted?: true }).polluted, undefined));

test("ten thousand stations in a line load in a few seconds", async () => {
  const count = 10_000;
  const stations = Array.from({ length: count }, (_, i) => {
    return `  c${i}:\n    queue: q${i}\n    replicas: 2\n    service: exponential 10 ms\n    then: ${i < count - 1 ? `q${i + 1}` : "done"}\n`;
  });
  const queues = Array.from({ length: count }, (_, i) => `  q${i}: {order: fifo}\n`);
  const began = worked();
  const study = await studyOf(
    `producers: {app: {rate: 80/s, to: q0}}\nqueues:\n${queues.join("")}consumers:\n${stations.join("")}`,
  );
  assert.equal(study.points[0].model.pools.length, count);
  assert.ok(worked() - began < PATIENCE);
});

test("stations written from the last to the first are no harder", async () => {
  const queues = Array.from({ length: 3000 }, (_, i) => `q${2999 - i}: {}`).join(", ");
  const pools = Array.from(
    { length: 3000 },
    (_, i) => `c${i}: {queue: q${2999 - i}, service: 1 ms, then: ${i === 0 ? "done" : `q${3000 - i}`}}`,
  ).join(", ");
  assert.equal(
    await refusedSoon(`producers: {app: {rate: 80/s, to: q0}}\nqueues: {${queues}}\nconsumers: {${pools}}`),
    "loaded",
  );
});

test("a recording of half a million lines is read soon", async () => {
  const text = `producers: {app: {arrivals: {times: {file: t.csv, column: at}}}}\nconsumers: {worker: {service: 1 ms}}`;
  const csv = `id,at,other\n${Array.from({ length: 500_000 }, (_, i) => `x,${i},"a, b"`).join("\n")}\n`;
  assert.equal(await refusedSoon(text, { "t.csv": csv.replaceAll('"a, b"', "b") }), "loaded");
});

test("a recording of more than 200 million characters is refused unread", async () => {
  const text = `${PRODUCER}\nconsumers: {worker: {service: {times: {file: t.csv, column: at}}}}`;
  assert.equal(await refusedSoon(text, { "t.csv": "9".repeat(200_000_001) }), "file-unreadable");
  assert.equal(await refusedSoon("model: m.yaml", { "m.yaml": "9".repeat(5_000_001) }), "file-too-large");
});

test("a recording without line ends is refused soon", async () => {
  const text = `${PRODUCER}\nconsumers: {worker: {service: {times: {file: t.csv, column: at}}}}`;
  assert.equal(await refusedSoon(text, { "t.csv": "9".repeat(3e7) }), "column-unknown");
  assert.equal(await refusedSoon(text, { "t.csv": `at\n${"9".repeat(3e7)}` }), "data-invalid");
  assert.equal(await refusedSoon(text, { "t.csv": `at\n"${'""'.repeat(1e6)}` }), "data-invalid");
  assert.equal(await refusedSoon(text, { "t.csv": `${",".repeat(1e6)}\n` }), "column-unknown");
});

test("someone's text is shortened, and what a terminal would obey is escaped", async () => {
  const [problem] = await problemsOf(`producers: {app: {rate: "\\e[31m${"x".repeat(400)}\\u202e"}}\n${CONSUMER}`);
  const shortened = `\\u001b[31m${"x".repeat(55)} … ${"x".repeat(14)}\\u202e`;
  assert.ok(
    problem.message.startsWith(`${shortened} is neither a number with its unit nor an expression.`),
    problem.message,
  );
  assert.ok(problem.excerpt.length <= 120);
  assert.equal(problem.excerpt[problem.caret.at], '"');
});

test("a hundred problems are shown, and that there are more", async () => {
  const producers = Array.from({ length: 300 }, (_, i) => `  p${i}: {rate: 80}`).join("\n");
  const problems = await problemsOf(`producers:\n${producers}\n${CONSUMER}`);
  assert.equal(problems.length, 101);
  assert.equal(problems.filter(({ code }) => code === "problems-too-many").length, 1);
});

test("a file is asked for by its path as written, and what the reader says is told", async () => {
  for (const path of ["../../etc/passwd", "/etc/passwd", "/dev/zero", "https://example.org/m.yaml", "CON"]) {
    const loaded = await load(`model: "${path}"`);
    assert.ok("problems" in loaded);
    assert.deepEqual(
      loaded.problems.map(({ code }) => code),
      ["file-unreadable"],
    );
  }
});
