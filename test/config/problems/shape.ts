import type { Refused } from "./refused.ts";

export const SHAPE: readonly Refused[] = [
  {
    title: "an unknown key is refused with the nearest known one",
    text: `producers: {app: {rat: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:19  producers.app.rat  [key-unknown]
1 | producers: {app: {rat: 80/s}}
  |                   ^^^
There is no key rat in producers.app. Did you mean rate?`,
  },
  {
    title: "an unknown section is refused with the nearest known one",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
quues: {orders: {}}`,
    explained: `lab.yaml:3:1  quues  [key-unknown]
3 | quues: {orders: {}}
  | ^^^^^
There is no key quues here. Did you mean queues?`,
  },
  {
    title: "an unknown key without a near one is refused with all there are",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {colour: red}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:19  queues.orders.colour  [key-unknown]
2 | queues: {orders: {colour: red}}
  |                   ^^^^^^
There is no key colour in queues.orders. There are order, capacity, max-length, overflow, parking.`,
  },
  {
    title: "a key of a later version is refused as such",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {message-ttl: 30 s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:19  queues.orders.message-ttl  [not-supported-yet]
2 | queues: {orders: {message-ttl: 30 s}}
  |                   ^^^^^^^^^^^
message-ttl is not supported yet. Leave it out until it is.`,
  },
  {
    title: "a section of a later version is refused as such",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
exchanges: {orders: {type: topic}}`,
    explained: `lab.yaml:3:1  exchanges  [not-supported-yet]
3 | exchanges: {orders: {type: topic}}
  | ^^^^^^^^^
exchanges is not supported yet. Leave it out until it is.`,
  },
  {
    title: "a broker's preset is refused until there are some",
    text: `broker: rabbitmq@3.13
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:9  broker  [not-supported-yet]
1 | broker: rabbitmq@3.13
  |         ^^^^^^^^^^^^^
A broker's preset is not supported yet. Leave it out until it is.`,
  },
  {
    title: "a word of a later version is refused as such",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {max-length: 3, overflow: drop-head}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:44  queues.orders.overflow  [not-supported-yet]
2 | queues: {orders: {max-length: 3, overflow: drop-head}}
  |                                            ^^^^^^^^^
drop-head is not supported yet. Leave it out until it is.`,
  },
  {
    title: "a consumer without service is told what is missing",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {replicas: 2}}`,
    explained: `lab.yaml:2:13  consumers.worker.service  [key-missing]
2 | consumers: {worker: {replicas: 2}}
  |             ^^^^^^
service is missing: a distribution such as exponential 10 ms, or a map such as {lognormal: {mean: 20 ms, p99: 90 ms}}.`,
  },
  {
    title: "a producer without arrivals is told what is missing",
    text: `producers: {app: {count: 2}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:13  producers.app  [key-missing]
1 | producers: {app: {count: 2}}
  |             ^^^
rate is missing: a producer needs rate: 80/s (Poisson), or arrivals: for another process.`,
  },
  {
    title: "rate and arrivals exclude each other",
    text: `producers: {app: {rate: 80/s, arrivals: poisson 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:19  producers.app.rate  [keys-conflict]
1 | producers: {app: {rate: 80/s, arrivals: poisson 80/s}}
  |                   ^^^^
rate: means Poisson arrivals, so it cannot stand beside arrivals:. Keep one.`,
  },
  {
    title: "capacity and max-length exclude each other",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {capacity: 5, max-length: 4}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:32  queues.orders.max-length  [keys-conflict]
2 | queues: {orders: {capacity: 5, max-length: 4}}
  |                                ^^^^^^^^^^
capacity counts messages waiting and in service, max-length only those waiting. Keep one of the two.`,
  },
  {
    title: "recorded times have no profile",
    text: `producers: {app: {arrivals: {times: {file: t.csv}}, profile: {0 h: 1}}}
consumers: {worker: {service: exponential 10 ms}}`,
    files: {
      "t.csv": `s
1
2
`,
    },
    explained: `lab.yaml:1:53  producers.app.profile  [keys-conflict]
1 | producers: {app: {arrivals: {times: {file: t.csv}}, profile: {0 h: 1}}}
  |                                                     ^^^^^^^
A profile scales a rate, and recorded times are what they are. Leave profile out.`,
  },
  {
    title: "overflow without a limit is useless",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {overflow: wait}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:19  queues.orders.overflow  [key-useless]
2 | queues: {orders: {overflow: wait}}
  |                   ^^^^^^^^
overflow has no effect on a queue without a limit. Add capacity: or max-length:, or leave overflow out.`,
  },
  {
    title: "a list where a map is needed is refused",
    text: `producers: [app]
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:12  producers  [kind-wrong]
1 | producers: [app]
  |            ^^^^^
producers must be a map of producers by name, but it is a list.`,
  },
  {
    title: "a list where a rate is needed is refused",
    text: `producers: {app: {rate: [80/s]}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [kind-wrong]
1 | producers: {app: {rate: [80/s]}}
  |                         ^^^^^^
rate must be a rate with its unit, such as 80/s, but it is a list.`,
  },
  {
    title: "a null in a file that extends nothing is refused",
    text: `producers: {app: {rate: null}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:25  producers.app.rate  [kind-wrong]
1 | producers: {app: {rate: null}}
  |                         ^^^^
rate must be a rate with its unit, such as 80/s, but it is null (which only deletes, under extends and in scenarios).`,
  },
  {
    title: "an unknown word is refused with the nearest one",
    text: `producers: {app: {rate: 80/s}}
queues: {orders: {order: fifoo}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:26  queues.orders.order  [word-unknown]
2 | queues: {orders: {order: fifoo}}
  |                          ^^^^^
fifoo is none of fifo, lifo, random, priority, preemptive, shortest, sharing. Did you mean fifo?`,
  },
  {
    title: "a name with a blank is refused",
    text: `producers: {my app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:13  producers.my app  [name-invalid]
1 | producers: {my app: {rate: 80/s}}
  |             ^^^^^^
my app is no name here. A name begins with a letter and has letters, digits, - and _.`,
  },
  {
    title: "a name that YAML 1.1 takes for a truth value is refused",
    text: `producers: {yes: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:13  producers.yes  [name-invalid]
1 | producers: {yes: {rate: 80/s}}
  |             ^^^
yes means something else to YAML or to this language. A name begins with a letter and has letters, digits, - and _.`,
  },
  {
    title: "a parameter may not have a hyphen",
    text: `parameters: {base-load: 1}
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:14  parameters.base-load  [name-invalid]
1 | parameters: {base-load: 1}
  |              ^^^^^^^^^
base-load cannot name a parameter: a name has letters, digits and _, since - would subtract.`,
  },
  {
    title: "a parameter may not be called like a unit",
    text: `parameters: {min: 1}
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:14  parameters.min  [name-invalid]
1 | parameters: {min: 1}
  |              ^^^
min is a word of the language and cannot name a parameter. Choose another name.`,
  },
  {
    title: "an experiment without a model is told so",
    text: `sweep: {load: [0.5, 0.9]}`,
    explained: `lab.yaml:1:1  [model-missing]
1 | sweep: {load: [0.5, 0.9]}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
There is no model here. An experiment names one, model: ../models/orders.yaml; a model has producers and consumers.`,
  },
  {
    title: "a model and an experiment in one map are told apart",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
sweep: {load: [0.5, 0.9]}`,
    explained: `lab.yaml:1:1  producers  [model-mixed]
1 | producers: {app: {rate: 80/s}}
  | ^^^^^^^^^
producers belongs to a model and sweep to an experiment. Put the model under model:, or in a file of its own.`,
  },
];
