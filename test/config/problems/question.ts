import type { Refused } from "./refused.ts";

export const QUESTION: readonly Refused[] = [
  {
    title: "a range goes upwards",
    text: `model: m.yaml
sweep: {consumers.worker.replicas: 5..1 step 1}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:36  sweep.consumers.worker.replicas  [sweep-syntax]
2 | sweep: {consumers.worker.replicas: 5..1 step 1}
  |                                    ^^^^^^^^^^^
5..1 step 1 has no values: a range goes from the smaller to the larger end by a step above 0.`,
  },
  {
    title: "a range of decimals needs a step",
    text: `model: m.yaml
sweep: {load: 0.5..0.9}`,
    files: {
      "m.yaml": `parameters: {load: 0.8}
producers: {app: {rate: load * 100/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:15  sweep.load  [sweep-syntax]
2 | sweep: {load: 0.5..0.9}
  |               ^^^^^^^^
0.5..0.9 needs a step, since its ends are not plain whole numbers: add step 0.1, or log 5.`,
  },
  {
    title: "one value is no sweep",
    text: `model: m.yaml
sweep: {load: 0.5}`,
    files: {
      "m.yaml": `parameters: {load: 0.8}
producers: {app: {rate: load * 100/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:15  sweep.load  [sweep-syntax]
2 | sweep: {load: 0.5}
  |               ^^^
0.5 is one value, and a sweep needs several: a list such as [1, 10], or a range such as 0.5..0.9 step 0.1.`,
  },
  {
    title: "a billion points are counted and refused",
    text: `model: m.yaml
sweep: {consumers.worker.replicas: 1..1e9 step 1}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:36  sweep.consumers.worker.replicas  [sweep-too-large]
2 | sweep: {consumers.worker.replicas: 1..1e9 step 1}
  |                                    ^^^^^^^^^^^^^
1..1e9 step 1 makes 1000000000 points, more than 10000. Take larger steps.`,
  },
  {
    title: "a grid is counted before it is made",
    text: `model: m.yaml
sweep: {consumers.worker.replicas: 1..1000, consumers.worker.prefetch: 1..1000}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:8  sweep  [sweep-too-large]
2 | sweep: {consumers.worker.replicas: 1..1000, consumers.worker.prefetch: 1..1000}
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
consumers.worker.replicas (1000) × consumers.worker.prefetch (1000) makes 1000000 points, more than 10000. Take larger steps.`,
  },
  {
    title: "a path to an unknown part is refused with the nearest one",
    text: `model: m.yaml
sweep: {consumers.wroker.replicas: 1..10}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:9  consumers.wroker.replicas  [path-unknown]
2 | sweep: {consumers.wroker.replicas: 1..10}
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^
consumers.wroker.replicas leads nowhere: consumers has no wroker. Did you mean worker?`,
  },
  {
    title: "a swept name without a dot is a parameter",
    text: `model: m.yaml
sweep: {load: 0.5..0.9 step 0.1}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:9  parameters.load  [path-unknown]
2 | sweep: {load: 0.5..0.9 step 0.1}
  |         ^^^^
The model has no parameter load. A setting is named by its path, such as consumers.worker.prefetch.`,
  },
  {
    title: "a path cannot lead through a line",
    text: `model: m.yaml
sweep: {consumers.worker.service.mean: [1 ms, 2 ms]}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:9  consumers.worker.service.mean  [path-unknown]
2 | sweep: {consumers.worker.service.mean: [1 ms, 2 ms]}
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
consumers.worker.service.mean leads into consumers.worker.service, which the model writes in one line. Write that as a map there, or change it as a whole.`,
  },
  {
    title: "an unknown setting in a path is refused with the nearest one",
    text: `model: m.yaml
sweep: {consumers.worker.prefech: [1, 2]}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:9  consumers.worker.prefech  [key-unknown]
2 | sweep: {consumers.worker.prefech: [1, 2]}
  |         ^^^^^^^^^^^^^^^^^^^^^^^^
There is no key prefech in consumers.worker. Did you mean prefetch?`,
  },
  {
    title: "a null that deletes nothing is refused",
    text: `model: m.yaml
scenarios: {a: {consumers.worker.prefetch: null}}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:17  consumers.worker.prefetch  [nothing-to-delete]
2 | scenarios: {a: {consumers.worker.prefetch: null}}
  |                 ^^^^^^^^^^^^^^^^^^^^^^^^^
null deletes, but there is no prefetch here to delete.`,
  },
  {
    title: "a problem of some points says at which",
    text: `model: m.yaml
sweep: {load: [-1, 0.5, -2]}`,
    files: {
      "m.yaml": `parameters: {load: 0.8}
producers: {app: {rate: load * 100/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `m.yaml:2:25  producers.app.rate  [value-out-of-range]
2 | producers: {app: {rate: load * 100/s}}
  |                         ^^^^^^^^^^^^
load * 100/s = -100/s is out of range: it must be more than 0/s. (at load = -1 and 1 more point)`,
  },
  {
    title: "an objective needs a sign",
    text: `model: m.yaml
slo: p99(latency) 300 ms`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [objective-syntax]
2 | slo: p99(latency) 300 ms
  |      ^^^^^^^^^^^^^^^^^^^
p99(latency) 300 ms is no objective. Write it like p99(latency) < 300 ms or loss(queues.orders) < 0.1%.`,
  },
  {
    title: "an unknown quantity is refused with the nearest one",
    text: `model: m.yaml
slo: p99(latnecy) < 300 ms`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [quantity-unknown]
2 | slo: p99(latnecy) < 300 ms
  |      ^^^^^^^^^^^^^^^^^^^^^
There is no quantity latnecy. Did you mean latency?`,
  },
  {
    title: "an unknown statistic is refused with the nearest one",
    text: `model: m.yaml
slo: q99(latency) < 300 ms`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [statistic-unknown]
2 | slo: q99(latency) < 300 ms
  |      ^^^^^^^^^^^^^^^^^^^^^
There is no statistic q99. Did you mean p99?`,
  },
  {
    title: "a quantity with many values needs a statistic",
    text: `model: m.yaml
slo: latency < 300 ms`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [statistic-unknown]
2 | slo: latency < 300 ms
  |      ^^^^^^^^^^^^^^^^
latency has many values: say which, as in mean(latency) or p99(latency).`,
  },
  {
    title: "an objective about an unknown part is refused with the nearest one",
    text: `model: m.yaml
slo: p99(latency, consumers.wroker) < 300 ms`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [name-unknown]
2 | slo: p99(latency, consumers.wroker) < 300 ms
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
There is no part consumers.wroker in the model. Did you mean consumers.worker?`,
  },
  {
    title: "an objective names a place where its quantity is measured",
    text: `model: m.yaml
slo: p99(wait, worker) < 300 ms`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [name-unknown]
2 | slo: p99(wait, worker) < 300 ms
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^
wait is not measured at consumers.worker, but at queues.`,
  },
  {
    title: "a name of two parts is ambiguous",
    text: `model: m.yaml
slo: throughput(worker) > 10/s`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
queues: {worker: {}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:6  slo  [name-ambiguous]
2 | slo: throughput(worker) > 10/s
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^
worker could be queues.worker or consumers.worker. Write the one you mean.`,
  },
  {
    title: "the bound of an objective needs its unit",
    text: `model: m.yaml
slo: p99(latency) < 300`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [unit-missing]
2 | slo: p99(latency) < 300
  |      ^^^^^^^^^^^^^^^^^^
300 has no unit, and a time needs one: write 300 ms or 300 s.`,
  },
  {
    title: "a quantity of a later version is refused as such",
    text: `model: m.yaml
slo: drained(queue) < 5 min`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:6  slo  [not-supported-yet]
2 | slo: drained(queue) < 5 min
  |      ^^^^^^^^^^^^^^^^^^^^^^
drained is not measured yet. Leave it out.`,
  },
  {
    title: "an unknown plot is refused with the nearest one",
    text: `model: m.yaml
plots: [latencytail]`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:9  plots.0  [plot-unknown]
2 | plots: [latencytail]
  |         ^^^^^^^^^^^
There is no plot latencytail. Did you mean latency-tail?`,
  },
  {
    title: "a plot against what is not swept is refused",
    text: `model: m.yaml
plots: [latency-vs-load]`,
    files: {
      "m.yaml": `parameters: {load: 0.8}
producers: {app: {rate: load * 100/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:9  plots.0  [plot-unknown]
2 | plots: [latency-vs-load]
  |         ^^^^^^^^^^^^^^^
load is not swept, so nothing can be drawn against it. Nothing is swept: add sweep:.`,
  },
  {
    title: "a profile that does not repeat has no steady state",
    text: `model: m.yaml
run: {mode: steady}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s, profile: {0 h: 1, 1 h: 2}}}
consumers: {worker: {service: exponential 10 ms}}`,
    },
    explained: `lab.yaml:2:13  run.mode  [mode-conflict]
2 | run: {mode: steady}
  |             ^^^^^^
There is no steady state: the profile of producers.app does not repeat. Leave mode out, or write transient.`,
  },
  {
    title: "a transient run has no warm-up",
    text: `model: m.yaml
run: {mode: transient, duration: 1 h, warmup: 3 s}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:39  run.warmup  [mode-conflict]
2 | run: {mode: transient, duration: 1 h, warmup: 3 s}
  |                                       ^^^^^^
A transient run has no warm-up: its start is what it is about. Leave warmup out.`,
  },
  {
    title: "a transient run needs its duration",
    text: `model: m.yaml
run: {mode: transient}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:7  run.mode  [duration-missing]
2 | run: {mode: transient}
  |       ^^^^
duration is missing: a transient run needs to know how long it lasts, such as duration: 1 h.`,
  },
  {
    title: "windows end before the run does",
    text: `model: m.yaml
run: {mode: transient, duration: 1 h, windows: [50 min..70 min]}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:49  run.windows.0  [value-out-of-range]
2 | run: {mode: transient, duration: 1 h, windows: [50 min..70 min]}
  |                                                 ^^^^^^^^^^^^^^
50 min..70 min ends after the run does. End it at 60 min, or raise duration.`,
  },
  {
    title: "windows begin and end with steps in which a run is recorded",
    text: `model: m.yaml
run: {mode: transient, duration: 24 h, windows: [0 min..5 min]}`,
    files: {
      "m.yaml": `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    },
    explained: `lab.yaml:2:40  run.windows  [value-out-of-range]
2 | run: {mode: transient, duration: 24 h, windows: [0 min..5 min]}
  |                                        ^^^^^^^
A run of 1440 min is recorded in 60 steps at most, and these windows begin and end between them. Use multiples of one time that is at least 24 min, or a shorter duration.`,
  },
];
