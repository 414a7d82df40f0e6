import type { Refused } from "./refused.ts";

/** What people write who know other tools better than this one. */
export const HABIT: readonly Refused[] = [
  {
    title: "exponential may be shortened by people",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: expo 10 ms}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-unknown]
2 | consumers: {worker: {service: expo 10 ms}}
  |                               ^^^^^^^^^^
There is no distribution expo. Did you mean exponential?`,
  },
  {
    title: "a normal law of times is a truncated one",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: Gaussian mean 10 ms sd 3 ms}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-unknown]
2 | consumers: {worker: {service: Gaussian mean 10 ms sd 3 ms}}
  |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
There is no distribution Gaussian. Did you mean truncated-normal?`,
  },
  {
    title: "workers of a consumer are its replicas",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {workers: 4, service: exponential 10 ms}}`,
    explained: `lab.yaml:2:22  consumers.worker.workers  [key-unknown]
2 | consumers: {worker: {workers: 4, service: exponential 10 ms}}
  |                      ^^^^^^^
There is no key workers in consumers.worker. Did you mean replicas?`,
  },
  {
    title: "a limit of a queue is its max-length",
    text: `producers: {app: {rate: 80/s}}
queues: {queue: {limit: 10}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:18  queues.queue.limit  [key-unknown]
2 | queues: {queue: {limit: 10}}
  |                  ^^^^^
There is no key limit in queues.queue. Did you mean max-length?`,
  },
  {
    title: "a word where a number is due is not looked for among no parameters",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {replicas: four, service: exponential 10 ms}}`,
    explained: `lab.yaml:2:32  consumers.worker.replicas  [name-unknown]
2 | consumers: {worker: {replicas: four, service: exponential 10 ms}}
  |                                ^^^^
four is neither a number nor a parameter, and none is declared.`,
  },
  {
    title: "no limit is written unlimited",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {prefetch: infinite, service: exponential 10 ms}}`,
    explained: `lab.yaml:2:32  consumers.worker.prefetch  [name-unknown]
2 | consumers: {worker: {prefetch: infinite, service: exponential 10 ms}}
  |                                ^^^^^^^^
infinite is neither a number nor a parameter, and none is declared. Where there may be no limit, write unlimited.`,
  },
  {
    title: "no limit is written unlimited beside parameters, too",
    text: `parameters: {load: 0.8}
producers: {app: {rate: load * 80/s}}
consumers: {worker: {prefetch: inf, service: exponential 10 ms}}`,
    explained: `lab.yaml:3:32  consumers.worker.prefetch  [name-unknown]
3 | consumers: {worker: {prefetch: inf, service: exponential 10 ms}}
  |                                ^^^
There is no parameter inf. Where there may be no limit, write unlimited.`,
  },
  {
    title: "what is not wanted is turned off",
    text: `model: m.yaml
run: {precision: no}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:18  run.precision  [name-unknown]
2 | run: {precision: no}
  |                  ^^
no is neither a number nor a parameter, and none is declared. What can be turned off is written off.`,
  },
  {
    title: "a million is written out",
    text: `model: m.yaml
run: {messages: 1M}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:17  run.messages  [unit-unknown]
2 | run: {messages: 1M}
  |                 ^^
1M has a prefix, M. Write 1000000.`,
  },
  {
    title: "thousands a second are written out",
    text: `producers: {app: {rate: 2.5k/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [unit-unknown]
1 | producers: {app: {rate: 2.5k/s}}
  |                         ^^^^^^
2.5k has a prefix, k. Write 2500.`,
  },
  {
    title: "digits are not grouped",
    text: `model: m.yaml
run: {messages: 1_000_000}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:17  run.messages  [number-ambiguous]
2 | run: {messages: 1_000_000}
  |                 ^^^^^^^^^
1_000_000 can be read in several ways. Write 1000000.`,
  },
  {
    title: "the largest seed is told exactly",
    text: `model: m.yaml
run: {seed: 99999999999999999999}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:13  run.seed  [value-out-of-range]
2 | run: {seed: 99999999999999999999}
  |             ^^^^^^^^^^^^^^^^^^^^
100000000000000000000 is out of range: it must be at most 9007199254740991.`,
  },
  {
    title: "a percentage needs its sign",
    text: `model: m.yaml
run: {confidence: 95}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:19  run.confidence  [value-out-of-range]
2 | run: {confidence: 95}
  |                   ^^
95 is out of range: it must be at most 99.99%. If a percentage is meant, write 95%.`,
  },
  {
    title: "a share above 100 is no percentage either",
    text: `model: m.yaml
run: {precision: 500}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:18  run.precision  [value-out-of-range]
2 | run: {precision: 500}
  |                  ^^^
500 is out of range: it must be at most 1.`,
  },
  {
    title: "a colon needs a blank",
    text: `producers: {app: {rate:80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:19  producers.app.rate:80/s  [value-missing]
1 | producers: {app: {rate:80/s}}
  |                   ^^^^^^^^^
rate:80/s has no value, because YAML wants a blank after the colon: rate: 80/s.`,
  },
  {
    title: "two values of a distribution need their names",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: uniform 10 ms 50 ms}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-invalid]
2 | consumers: {worker: {service: uniform 10 ms 50 ms}}
  |                               ^^^^^^^^^^^^^^^^^^^
uniform 10 ms 50 ms: two values stand here, and nothing says which is which. Name them: its parameters are min, max, mean, cv.`,
  },
  {
    title: "a statistic stands before parentheses",
    text: `model: m.yaml
slo: [p99 latency < 300 ms]`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:7  slo.0  [quantity-unknown]
2 | slo: [p99 latency < 300 ms]
  |       ^^^^^^^^^^^^^^^^^^^^
There is no quantity p99 latency. Write p99(latency).`,
  },
  {
    title: "a percentile is named p99",
    text: `model: m.yaml
slo: ['99%(latency) < 300 ms']`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:7  slo.0  [quantity-unknown]
2 | slo: ['99%(latency) < 300 ms']
  |       ^^^^^^^^^^^^^^^^^^^^^^^
There is no quantity 99%(latency). Write p99(latency).`,
  },
  {
    title: "delay is called latency",
    text: `model: m.yaml
slo: [p99(delay) < 300 ms]`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:7  slo.0  [quantity-unknown]
2 | slo: [p99(delay) < 300 ms]
  |       ^^^^^^^^^^^^^^^^^^^
There is no quantity delay. Did you mean latency?`,
  },
  {
    title: "a step has the unit of its range",
    text: `model: m.yaml
sweep: {producers.app.rate: 10/s..90/s}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:29  sweep.producers.app.rate  [sweep-syntax]
2 | sweep: {producers.app.rate: 10/s..90/s}
  |                             ^^^^^^^^^^
10/s..90/s needs a step, since its ends are not plain whole numbers: add step 10/s, or log 5.`,
  },
  {
    title: "a recorded time of 30,000 years is no duration",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: {times: {file: t.csv, column: took}}}}`,
    files: {
      "t.csv": `took
0.1
1700000000000
`,
    },
    explained: `lab.yaml:2:46  consumers.worker.service.times.file  [data-invalid]
2 | consumers: {worker: {service: {times: {file: t.csv, column: took}}}}
  |                                              ^^^^^
Value 2 of t.csv is 1700000000000 s, more than 30,000 years. Look at its columns, and at the unit.`,
  },
  {
    title: "consumers take from a queue",
    text: `producers: {app: {rate: 80/s}}
queues: {jobs: {}}
consumers: {worker: {from: jobs, service: exponential 10 ms}}`,
    explained: `lab.yaml:3:22  consumers.worker.from  [key-unknown]
3 | consumers: {worker: {from: jobs, service: exponential 10 ms}}
  |                      ^^^^
There is no key from in consumers.worker. Did you mean queue?`,
  },
];
