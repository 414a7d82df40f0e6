import type { Refused } from "./refused.ts";

export const READING: readonly Refused[] = [
  {
    title: "a file that is not there is named",
    text: `model: m.yaml`,
    explained: `lab.yaml:1:8  model  [file-unreadable]
1 | model: m.yaml
  |        ^^^^^^
m.yaml cannot be read: there is no such file.`,
  },
  {
    title: "files that extend one another in a circle are named in turn",
    text: `extends: b.yaml
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    files: {
      "b.yaml": `extends: lab.yaml
`,
    },
    explained: `b.yaml:1:10  extends  [file-cycle]
1 | extends: lab.yaml
  |          ^^^^^^^^
lab.yaml extends itself: lab.yaml → b.yaml → lab.yaml. Leave one out.`,
  },
  {
    title: "an empty file says what a model needs",
    text: `# nothing yet
`,
    explained: `lab.yaml:1:1  [file-empty]
1 | # nothing yet
  | ^
The file has no settings. The smallest model has a producer with a rate and a consumer with a service.`,
  },
  {
    title: "a list is no configuration",
    text: `- producers
- consumers`,
    explained: `lab.yaml:1:1  [kind-wrong]
1 | - producers
  | ^^^^^^^^^^^
The file must be a map of settings, such as producers: and consumers:.`,
  },
  {
    title: "a bracket that is not closed is pointed to on its line",
    text: `producers: {app: {rate: 80/s}
`,
    explained: `lab.yaml:1:29  [yaml-syntax]
1 | producers: {app: {rate: 80/s}
  |                             ^
A bracket or brace is opened and not closed before this line ends.`,
  },
  {
    title: "a tab cannot indent",
    text: `producers:
	app: {rate: 80/s}`,
    explained: `lab.yaml:2:1  [yaml-syntax]
2 |  app: {rate: 80/s}
  | ^
A tab may not indent YAML. Use blanks.`,
  },
  {
    title: "keys of one map begin in the same column",
    text: `producers:
  app:
    rate: 80/s
     batch: 2`,
    explained: `lab.yaml:3:11  [yaml-syntax]
3 |     rate: 80/s
  |           ^
The line below this value begins further right. Keys of one map begin in the same column.`,
  },
  {
    title: "a text with a colon needs quotes",
    text: `title: M/M/1: the first
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:8  [yaml-syntax]
1 | title: M/M/1: the first
  |        ^
A text that contains ": " must stand in quotes; a map under a key begins on the next line.`,
  },
  {
    title: "a tag has no meaning",
    text: `producers: !!js/function {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:26  producers  [yaml-unsupported]
1 | producers: !!js/function {app: {rate: 80/s}}
  |                          ^^^^^^^^^^^^^^^^^^^
The tag tag:yaml.org,2002:js/function has no meaning here. Leave it out.`,
  },
  {
    title: "a second document is refused",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
---
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:4:1  [yaml-unsupported]
4 | producers: {app: {rate: 80/s}}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
A second document begins after ---. Write each model or experiment in a file of its own.`,
  },
  {
    title: "a key that is a map is refused",
    text: `producers: {? {a: b} : {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:15  producers  [yaml-unsupported]
1 | producers: {? {a: b} : {rate: 80/s}}
  |               ^^^^^^
A key must be a plain word. If braces or brackets belong to a text, put the text in quotes.`,
  },
  {
    title: "a NUL byte is pointed to",
    text: "producers: {app: {rate: 80\u0000/s}}",
    explained: `lab.yaml:1:27  [character-forbidden]
1 | producers: {app: {rate: 80·/s}}
  |                           ^
U+0000 may not stand in a YAML file. Is this a text?`,
  },
  {
    title: "a wildcard that reads as an alias is to be quoted",
    text: `queues: {payment: {bind: {orders: *.error}}}`,
    explained: `lab.yaml:1:35  queues.payment.bind.orders  [alias-unresolved]
1 | queues: {payment: {bind: {orders: *.error}}}
  |                                   ^^^^^^^
*.error begins like a YAML alias. Put wildcards in quotes: "*.error".`,
  },
  {
    title: "an alias without an anchor is named",
    text: `producers: *all
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:12  producers  [alias-unresolved]
1 | producers: *all
  |            ^^^^
*all repeats an anchor, but no &all stands before it.`,
  },
  {
    title: "a # that swallows the rest of a flow map is found",
    text: `queues: {payment: {bind: {orders: #}}}`,
    explained: `lab.yaml:1:38  [comment-swallowed]
1 | queues: {payment: {bind: {orders: #}}}
  |                                      ^
The closing bracket is missing, because # begins a comment. Put a # that belongs to a text in quotes.`,
  },
  {
    title: "a # that swallows a value in a block is found",
    text: `queues:
  payment:
    bind:
      orders: #.error`,
    explained: `lab.yaml:4:7  queues.payment.bind.orders  [comment-swallowed]
4 |       orders: #.error
  |       ^^^^^^
orders has no value, because # begins a comment. If #.error was meant, put it in quotes.`,
  },
  {
    title: "braces inside a text are to be quoted",
    text: `queues: {fleet: {bind: {topic: fleet/{id}/x}}}`,
    explained: `lab.yaml:1:38  [yaml-syntax]
1 | queues: {fleet: {bind: {topic: fleet/{id}/x}}}
  |                                      ^
Braces inside a text mean a map to YAML. Put the text in quotes.`,
  },
  {
    title: "an objective in a flow list is cut at its comma",
    text: `model: m.yaml
slo: [p99(latency, payment) < 2 s]`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:7  slo.0  [parenthesis-split]
2 | slo: [p99(latency, payment) < 2 s]
  |       ^^^^^^^^^^^
p99(latency was cut at a comma. Write one objective a line, in a block list: - p99(latency, where) < 1 s`,
  },
  {
    title: "a distribution with parentheses and a comma is cut in a flow map",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: lognormal(mean 20 ms, p99 80 ms)}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [parenthesis-split]
2 | consumers: {worker: {service: lognormal(mean 20 ms, p99 80 ms)}}
  |                               ^^^^^^^^^^^^^^^^^^^^
lognormal(mean 20 ms has an open parenthesis, because a comma inside braces separates settings. Write distributions as words, such as lognormal mean 20 ms p99 80 ms, and put expressions in quotes.`,
  },
  {
    title: "an objective that begins with its sign is no text to YAML",
    text: `model: m.yaml
slo:
  - >= 5`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:3:6  [yaml-syntax]
3 |   - >= 5
  |      ^
A text that begins with > or | means something else to YAML. An objective begins with a name: p99(latency) < 1 s.`,
  },
  {
    title: "on: is a key like any other that does not exist",
    text: `on: push
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:1  on  [key-unknown]
1 | on: push
  | ^^
There is no key on here. There are title, extends, parameters, broker, producers, queues, consumers.`,
  },
  {
    title: "a key that stands twice is pointed to the second time",
    text: `producers: {app: {rate: 80/s, rate: 90/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:31  producers.app.rate  [key-duplicate]
1 | producers: {app: {rate: 80/s, rate: 90/s}}
  |                               ^^^^
rate is written twice in this map. Keep one of the two.`,
  },
  {
    title: "a key without a value is told how to have one",
    text: `producers: {app: {rate: 80/s}}
queues:
  orders:
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:3:3  queues.orders  [value-missing]
3 |   orders:
  |   ^^^^^^
orders has no value. Write one, or {} for defaults only, or leave it out; null deletes under extends.`,
  },
  {
    title: "a comma inside braces leaves a setting without a value",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: lognormal mean 20 ms, p99 90 ms}}`,
    explained: `lab.yaml:2:53  consumers.worker.p99 90 ms  [value-missing]
2 | consumers: {worker: {service: lognormal mean 20 ms, p99 90 ms}}
  |                                                     ^^^^^^^^^
p99 90 ms has no value, because a comma inside braces begins a new setting. Leave the comma out, or use quotes.`,
  },
  {
    title: "an item without a value is told so",
    text: `model: m.yaml
plots:
  - latency-tail
  -`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:4:4  plots.1  [value-missing]
4 |   -
  |    ^
This item has no value. Write one, or {} for defaults only, or leave it out; null deletes under extends.`,
  },
  {
    title: "61 levels are too deep",
    text: `a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]`,
    explained: `lab.yaml:1:63  [nesting-too-deep]
1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
  |                                                         ^
Settings lie more than 60 levels deep here; no setting of the language is so deep.`,
  },
  {
    title: "an alias bomb is refused before it grows",
    text: `a0: &a0 [1]
a1: &a1 [*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0,*a0]
a2: &a2 [*a1,*a1,*a1,*a1,*a1,*a1,*a1,*a1,*a1]
a3: &a3 [*a2,*a2,*a2,*a2,*a2,*a2,*a2,*a2,*a2]
a4: &a4 [*a3,*a3,*a3,*a3,*a3,*a3,*a3,*a3,*a3]
a5: &a5 [*a4,*a4,*a4,*a4,*a4,*a4,*a4,*a4,*a4]
a6: &a6 [*a5,*a5,*a5,*a5,*a5,*a5,*a5,*a5,*a5]
a7: &a7 [*a6,*a6,*a6,*a6,*a6,*a6,*a6,*a6,*a6]
a8: &a8 [*a7,*a7,*a7,*a7,*a7,*a7,*a7,*a7,*a7]
a9: &a9 [*a8,*a8,*a8,*a8,*a8,*a8,*a8,*a8,*a8]
a10: &a10 [*a9,*a9,*a9,*a9,*a9,*a9,*a9,*a9,*a9]
a11: &a11 [*a10,*a10,*a10,*a10,*a10,*a10,*a10,*a10,*a10]`,
    explained: `lab.yaml:7:18  a6.2  [too-many-values]
7 | a6: &a6 [*a5,*a5,*a5,*a5,*a5,*a5,*a5,*a5,*a5]
  |                  ^^^
Aliases repeat so much that the file would have more than 400000 values or 60 levels.`,
  },
  {
    title: "__proto__ is no key",
    text: `__proto__: {polluted: 1}
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:1  [name-invalid]
1 | __proto__: {polluted: 1}
  | ^^^^^^^^^
__proto__ may not be a key. Choose another name.`,
  },
];
