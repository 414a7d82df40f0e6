import type { Refused } from "./refused.ts";

export const VALUE: readonly Refused[] = [
  {
    title: "a leading zero is ambiguous",
    text: `producers: {app: {rate: 80/s, count: 010}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:38  producers.app.count  [number-ambiguous]
1 | producers: {app: {rate: 80/s, count: 010}}
  |                                      ^^^
010 can be read in several ways. Write all digits of a number, as in 1000 or 0.5.`,
  },
  {
    title: "scientific notation is refused where a unit is due",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: 1e3 ms}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [number-ambiguous]
2 | consumers: {worker: {service: 1e3 ms}}
  |                               ^^^^^^
1e3 ms can be read in several ways. Write 1000 ms.`,
  },
  {
    title: "a rate without a unit is told two",
    text: `producers: {app: {rate: 80}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [unit-missing]
1 | producers: {app: {rate: 80}}
  |                         ^^
80 has no unit, and a rate needs one: write 80/s or 80/min.`,
  },
  {
    title: "a time without a unit inside a distribution is pointed to",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: {lognormal: {mean: 20, p99: 120 ms}}}}`,
    explained: `lab.yaml:2:50  consumers.worker.service.lognormal.mean  [unit-missing]
2 | consumers: {worker: {service: {lognormal: {mean: 20, p99: 120 ms}}}}
  |                                                  ^^
20 has no unit, and a time needs one: write 20 ms or 20 s.`,
  },
  {
    title: "an expression without a unit shows its value",
    text: `parameters: {load: 0.8}
producers: {app: {rate: load * 100}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:25  producers.app.rate  [unit-missing]
2 | producers: {app: {rate: load * 100}}
  |                         ^^^^^^^^^^
load * 100 = 80 has no unit, and a rate needs one: write 80/s or 80/min.`,
  },
  {
    title: "a familiar word for a unit is translated",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: 10 msec}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [unit-unknown]
2 | consumers: {worker: {service: 10 msec}}
  |                               ^^^^^^^
10 msec has the unknown unit msec. Write 10 ms.`,
  },
  {
    title: "a unit of something else is refused",
    text: `producers: {app: {rate: 80 ms}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [unit-wrong]
1 | producers: {app: {rate: 80 ms}}
  |                         ^^^^^
80 ms is a time, and a rate is needed here. Write it like 80/s, or divide a number by a time.`,
  },
  {
    title: "the dimension of an expression is checked",
    text: `parameters: {load: 0.8}
producers: {app: {rate: load * 60 ms}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:25  producers.app.rate  [unit-wrong]
2 | producers: {app: {rate: load * 60 ms}}
  |                         ^^^^^^^^^^^^
load * 60 ms = 48 ms is a time, and a rate is needed here. Write it like 80/s, or divide a number by a time.`,
  },
  {
    title: "a time and a number cannot be added",
    text: `parameters: {base: 10 ms}
producers: {app: {rate: 80/s}}
consumers: {worker: {service: base + 1}}`,
    explained: `lab.yaml:3:31  consumers.worker.service  [unit-wrong]
3 | consumers: {worker: {service: base + 1}}
  |                               ^^^^^^^^
In base + 1 one cannot add a time and a number.`,
  },
  {
    title: "too small a number is refused with its bound",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {replicas: 0, service: 10 ms}}`,
    explained: `lab.yaml:2:32  consumers.worker.replicas  [value-out-of-range]
2 | consumers: {worker: {replicas: 0, service: 10 ms}}
  |                                ^
0 is out of range: it must be at least 1.`,
  },
  {
    title: "too large a number is refused with its bound",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {replicas: 100001, service: 10 ms}}`,
    explained: `lab.yaml:2:32  consumers.worker.replicas  [value-out-of-range]
2 | consumers: {worker: {replicas: 100001, service: 10 ms}}
  |                                ^^^^^^
100001 is out of range: it must be at most 100000.`,
  },
  {
    title: "a division by zero has no value",
    text: `parameters: {load: 0}
producers: {app: {rate: 1/s / load}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:25  producers.app.rate  [value-out-of-range]
2 | producers: {app: {rate: 1/s / load}}
  |                         ^^^^^^^^^^
1/s / load is not a finite number. Look for a division by 0 or a large power.`,
  },
  {
    title: "a fraction of a replica is refused",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {replicas: 2.5, service: 10 ms}}`,
    explained: `lab.yaml:2:32  consumers.worker.replicas  [value-not-whole]
2 | consumers: {worker: {replicas: 2.5, service: 10 ms}}
  |                                ^^^
2.5 is not a whole number. Write 2 or 3.`,
  },
  {
    title: "half an expression is refused",
    text: `producers: {app: {rate: 80/s +}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [expression-syntax]
1 | producers: {app: {rate: 80/s +}}
  |                         ^^^^^^
80/s + cannot be read as an expression. Write it like 20 ms, 80/s or load * 8 / 60 ms.`,
  },
  {
    title: "a definition of a function is forbidden",
    text: `producers: {app: {rate: "f(x) = x"}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [expression-forbidden]
1 | producers: {app: {rate: "f(x) = x"}}
  |                         ^^^^^^^^^^
f(x) = x uses =. Expressions have + - * / ^ ( ) and abs, sqrt, exp, log, floor, ceil, round, min, max.`,
  },
  {
    title: "an unknown function is forbidden and the nearest named",
    text: `producers: {app: {rate: maxx(1/s, 2/s)}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [parenthesis-split]
1 | producers: {app: {rate: maxx(1/s, 2/s)}}
  |                         ^^^^^^^^
maxx(1/s has an open parenthesis, because a comma inside braces separates settings. Write distributions as words, such as lognormal mean 20 ms p99 80 ms, and put expressions in quotes.`,
  },
  {
    title: "a parameter computed from itself is refused",
    text: `parameters: {a: b * 2, b: a * 3}
producers: {app: {rate: a * 1/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:27  parameters.b  [parameter-cycle]
1 | parameters: {a: b * 2, b: a * 3}
  |                           ^^^^^
The parameter a is computed from itself. Give one of them a number.`,
  },
  {
    title: "an unknown parameter is refused with the nearest one",
    text: `parameters: {load: 0.8}
producers: {app: {rate: laod * 100/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:25  producers.app.rate  [name-unknown]
2 | producers: {app: {rate: laod * 100/s}}
  |                         ^^^^^^^^^^^^
There is no parameter laod. Did you mean load?`,
  },
  {
    title: "an unknown queue is refused with the nearest one",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {}}
consumers: {worker: {queue: ordres, service: 10 ms}}`,
    explained: `lab.yaml:3:29  consumers.worker.queue  [name-unknown]
3 | consumers: {worker: {queue: ordres, service: 10 ms}}
  |                             ^^^^^^
There is no queue ordres. Did you mean orders?`,
  },
  {
    title: "a consumer is no queue",
    text: `producers: {app: {rate: 80/s, to: worker}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:35  producers.app.to  [name-unknown]
1 | producers: {app: {rate: 80/s, to: worker}}
  |                                   ^^^^^^
There is no queue worker. worker is a consumer; messages go to the queue it takes from.`,
  },
  {
    title: "an unknown distribution is refused with the nearest one",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponentail 10 ms}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-unknown]
2 | consumers: {worker: {service: exponentail 10 ms}}
  |                               ^^^^^^^^^^^^^^^^^
There is no distribution exponentail. Did you mean exponential?`,
  },
  {
    title: "a distribution with parentheses is told how to write it",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential(10 ms)}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-invalid]
2 | consumers: {worker: {service: exponential(10 ms)}}
  |                               ^^^^^^^^^^^^^^^^^^
exponential(10 ms): distributions are written without parentheses and commas. Write exponential 10 ms.`,
  },
  {
    title: "a distribution with a comma is told how to write it",
    text: `producers: {app: {rate: 80/s}}
consumers:
  worker:
    service: lognormal mean 20 ms, p99 90 ms
`,
    explained: `lab.yaml:4:14  consumers.worker.service  [distribution-invalid]
4 |     service: lognormal mean 20 ms, p99 90 ms
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
lognormal mean 20 ms, p99 90 ms: distributions are written without parentheses and commas. Write lognormal mean 20 ms p99 90 ms.`,
  },
  {
    title: "parameters that make no distribution are refused with those that do",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: gamma mean 10 ms}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-invalid]
2 | consumers: {worker: {service: gamma mean 10 ms}}
  |                               ^^^^^^^^^^^^^^^^
gamma takes mean and cv, or shape and scale, or mean and p99 (any percentiles); it was given mean.`,
  },
  {
    title: "an impossible percentile is refused with what is possible",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: lognormal mean 10 ms p99 1 s}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-invalid]
2 | consumers: {worker: {service: lognormal mean 10 ms p99 1 s}}
  |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
p99/mean is 100, but no lognormal law exceeds 14.97: with mean 10 ms a p99 up to 149.7 ms is possible.`,
  },
  {
    title: "two distributions are one too many",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: {exponential: 10 ms, gamma: {mean: 3 ms, cv: 2}}}}`,
    explained: `lab.yaml:2:31  consumers.worker.service  [distribution-invalid]
2 | consumers: {worker: {service: {exponential: 10 ms, gamma: {mean: 3 ms, cv: 2}}}}
  |                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
A distribution has one name, and here are 2: exponential, gamma. Keep one.`,
  },
  {
    title: "an unknown process of arrivals is refused with the nearest one",
    text: `producers: {app: {arrivals: poison 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:29  producers.app.arrivals  [arrivals-unknown]
1 | producers: {app: {arrivals: poison 80/s}}
  |                             ^^^^^^^^^^^
poison is no process of arrivals in a line. Did you mean poisson?`,
  },
  {
    title: "a process that needs a map is told so",
    text: `producers: {app: {arrivals: mmpp 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:29  producers.app.arrivals  [arrivals-unknown]
1 | producers: {app: {arrivals: mmpp 80/s}}
  |                             ^^^^^^^^^
mmpp is no process of arrivals in a line. mmpp is written as a map: arrivals: {mmpp: {…}}.`,
  },
  {
    title: "shares of classes add up to one",
    text: `producers: {app: {rate: 80/s, classes: {a: {share: 70%}, b: {share: 20%}}}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:31  producers.app.classes  [shares-sum]
1 | producers: {app: {rate: 80/s, classes: {a: {share: 70%}, b: {share: 20%}}}}
  |                               ^^^^^^^
The shares add up to 90%, not 100%. Change one of them.`,
  },
  {
    title: "shares of ways add up to one",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: 10 ms, then: {done: 90%, queue: 20%}}}`,
    explained: `lab.yaml:2:38  consumers.worker.then  [shares-sum]
2 | consumers: {worker: {service: 10 ms, then: {done: 90%, queue: 20%}}}
  |                                      ^^^^
The shares add up to 110%, not 100%. Change one of them.`,
  },
  {
    title: "the rows of a MAP add up to nothing",
    text: `producers: {app: {arrivals: {map: {d0: [[-5/s, 2/s], [1/s, -2/s]], d1: [[3/s, 1/s], [0, 1/s]]}}}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:30  producers.app.arrivals.map  [matrix-invalid]
1 | producers: {app: {arrivals: {map: {d0: [[-5/s, 2/s], [1/s, -2/s]], d1: [[3/s, 1/s], [0, 1/s]]}}}}
  |                              ^^^
The row of d0 + d1 for state 1 must sum to 0, not to 1: -2, 3.`,
  },
  {
    title: "the times of a profile ascend",
    text: `producers: {app: {rate: 80/s, profile: {9 h: 4, 0 h: 1}}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:31  producers.app.profile  [profile-invalid]
1 | producers: {app: {rate: 80/s, profile: {9 h: 4, 0 h: 1}}}
  |                               ^^^^^^^
Times in a profile must ascend, but 0 s follows 32400 s.`,
  },
  {
    title: "a time of a profile needs its unit",
    text: `producers: {app: {rate: 80/s, profile: {0: 1, 9 h: 4}}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:41  producers.app.profile.0  [unit-missing]
1 | producers: {app: {rate: 80/s, profile: {0: 1, 9 h: 4}}}
  |                                         ^
0 has no unit, and a time needs one: write 0 ms or 0 s.`,
  },
  {
    title: "a word in a recording is pointed to by its line",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: {times: {file: t.csv, column: s}}}}`,
    files: {
      "t.csv": `s
0.1
abc
`,
    },
    explained: `lab.yaml:2:46  consumers.worker.service.times.file  [data-invalid]
2 | consumers: {worker: {service: {times: {file: t.csv, column: s}}}}
  |                                              ^^^^^
Line 3 of t.csv has abc where a number should be.`,
  },
  {
    title: "recorded arrivals are in order",
    text: `producers: {app: {arrivals: {times: {file: t.csv}}}}
consumers: {worker: {service: exponential 10 ms}}`,
    files: {
      "t.csv": `s
1
3
2
`,
    },
    explained: `lab.yaml:1:44  producers.app.arrivals.times.file  [data-invalid]
1 | producers: {app: {arrivals: {times: {file: t.csv}}}}
  |                                            ^^^^^
Time 3 of t.csv, 2 s, is earlier than the one before it, 3 s. Sort the recording by time.`,
  },
  {
    title: "an unknown column is refused with the nearest one",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: {times: {file: t.csv, column: secnds}}}}`,
    files: {
      "t.csv": `id,seconds
1,0.1
`,
    },
    explained: `lab.yaml:2:61  consumers.worker.service.times.column  [column-unknown]
2 | consumers: {worker: {service: {times: {file: t.csv, column: secnds}}}}
  |                                                             ^^^^^^
t.csv has no column secnds. Did you mean seconds? There are id, seconds.`,
  },
];
