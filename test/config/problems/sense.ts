import type { Refused } from "./refused.ts";

export const SENSE: readonly Refused[] = [
  {
    title: "a model without a producer is refused",
    text: `consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:1:1  producers  [part-missing]
1 | consumers: {worker: {service: exponential 10 ms}}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The model has no producer, so nothing would ever arrive. Add producers: {app: {rate: 80/s}}.`,
  },
  {
    title: "a model without a consumer is refused",
    text: `producers: {app: {rate: 80/s}}`,
    explained: `lab.yaml:1:1  queues.queue  [queue-unconsumed]
1 | producers: {app: {rate: 80/s}}
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
Nobody takes from queues.queue. Add a consumer with queue: queue, or parking: true if it is meant to grow.`,
  },
  {
    title: "a producer says which of several queues it means",
    text: `producers: {app: {rate: 80/s}}
queues: {a: {}, b: {}}
consumers: {worker: {queue: [a, b], service: 10 ms}}`,
    explained: `lab.yaml:1:13  producers.app  [queue-unnamed]
1 | producers: {app: {rate: 80/s}}
  |             ^^^
There are several queues, so to: must say which: a, b.`,
  },
  {
    title: "a queue without a consumer is refused unless it is parking",
    text: `producers: {app: {rate: 80/s, to: [a, b]}}
queues: {a: {}, b: {}}
consumers: {worker: {queue: a, service: 10 ms}}`,
    explained: `lab.yaml:2:17  queues.b  [queue-unconsumed]
2 | queues: {a: {}, b: {}}
  |                 ^
Nobody takes from queues.b. Add a consumer with queue: b, or parking: true if it is meant to grow.`,
  },
  {
    title: "a queue that nothing fills is refused",
    text: `producers: {app: {rate: 80/s, to: a}}
queues: {a: {}, b: {}}
consumers: {worker: {queue: [a, b], service: 10 ms}}`,
    explained: `lab.yaml:2:17  queues.b  [queue-unfilled]
2 | queues: {a: {}, b: {}}
  |                 ^
No message can ever come to queues.b. Name it in some to: or then:, or leave it out.`,
  },
  {
    title: "a parking queue has no consumer",
    text: `producers: {app: {rate: 80/s}}
queues: {a: {parking: true}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:14  queues.a.parking  [queue-parked]
2 | queues: {a: {parking: true}}
  |              ^^^^^^^
queues.a is parking, a queue without consumers, but consumers.worker takes from it. Leave parking out.`,
  },
  {
    title: "messages that never leave are refused",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: 10 ms, then: queue}}`,
    explained: `lab.yaml:2:38  consumers.worker.then  [endless-loop]
2 | consumers: {worker: {service: 10 ms, then: queue}}
  |                                      ^^^^
Messages that consumers.worker has finished go round for ever and never leave. Give then: a share of done.`,
  },
  {
    title: "two producers agree about a class",
    text: `producers:
  app: {rate: 80/s, classes: {a: {priority: 1}}}
  web: {rate: 1/s, classes: {a: {priority: 2}}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:3:30  producers.web.classes.a  [class-clash]
3 |   web: {rate: 1/s, classes: {a: {priority: 2}}}
  |                              ^
The class a has priority 2 here and 1 with another producer. Rename one of them.`,
  },
  {
    title: "a service by class has a time for each class that comes",
    text: `producers: {app: {rate: 80/s, classes: {a: {share: 10%}, b: {share: 90%}}}}
consumers: {worker: {service: {a: 1 ms}}}`,
    explained: `lab.yaml:2:22  consumers.worker.service  [class-unserved]
2 | consumers: {worker: {service: {a: 1 ms}}}
  |                      ^^^^^^^
Messages of class b come here, and service has no time for them. Add b: exponential 10 ms, or what it takes.`,
  },
  {
    title: "sharing leaves nothing to prefetch",
    text: `producers: {app: {rate: 80/s}}
queues: {q: {order: sharing}}
consumers: {worker: {service: 10 ms, prefetch: 3}}`,
    explained: `lab.yaml:3:38  consumers.worker.prefetch  [order-conflict]
3 | consumers: {worker: {service: 10 ms, prefetch: 3}}
  |                                      ^^^^^^^^
prefetch has no effect under order: sharing, where every message is with the servers at once. Leave it out.`,
  },
  {
    title: "sharing is among the consumers of one pool",
    text: `producers: {app: {rate: 80/s}}
queues: {q: {order: sharing}}
consumers: {worker: {service: 10 ms}, other: {service: 1 ms}}`,
    explained: `lab.yaml:2:21  queues.q.order  [order-conflict]
2 | queues: {q: {order: sharing}}
  |                     ^^^^^^^
order: sharing needs one group of consumers, and there are 2: consumers.worker, consumers.other. Keep one.`,
  },
  {
    title: "preemption needs different priorities",
    text: `producers: {app: {rate: 80/s}}
queues: {q: {order: preemptive}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:21  queues.q.order  [order-conflict]
2 | queues: {q: {order: preemptive}}
  |                     ^^^^^^^^^^
order: preemptive has nothing to go by, since all messages that come here have one priority. Give classes different priorities.`,
  },
  {
    title: "priorities that are all the same are a warning",
    text: `producers: {app: {rate: 80/s}}
queues: {q: {order: priority}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:21  queues.q.order  [priority-unused]
2 | queues: {q: {order: priority}}
  |                     ^^^^^^^^
order: priority has nothing to go by, since all messages that come here have one priority. Give classes different priorities.`,
  },
  {
    title: "a load of 1 or more is a warning",
    text: `producers: {app: {rate: 120/s}}
consumers: {worker: {service: exponential 10 ms}}`,
    explained: `lab.yaml:2:21  consumers.worker  [queue-unstable]
2 | consumers: {worker: {service: exponential 10 ms}}
  |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
The consumers of queues.queue are offered a load of 1.2, and from 1 on the queue grows for ever. 2 replicas would be enough.`,
  },
  {
    title: "a parameter that nothing uses is a warning",
    text: `parameters: {load: 0.8}
producers: {app: {rate: 80/s}}
consumers: {worker: {service: exponential 10 ms}}
`,
    explained: `lab.yaml:1:14  parameters.load  [parameter-unused]
1 | parameters: {load: 0.8}
  |              ^^^^
Nothing uses the parameter load, so changing it has no effect. Use it in an expression, or leave it out.`,
  },
  {
    title: "a prefetch below concurrency is a warning",
    text: `producers: {app: {rate: 80/s}}
consumers: {worker: {service: 10 ms, concurrency: 4, prefetch: 1}}`,
    explained: `lab.yaml:2:64  consumers.worker.prefetch  [prefetch-small]
2 | consumers: {worker: {service: 10 ms, concurrency: 4, prefetch: 1}}
  |                                                                ^
With prefetch 1 only 1 of 4 servers of a replica can ever work. Raise prefetch to 4.`,
  },
  {
    title: "a recording that begins late is a warning",
    text: `producers: {app: {arrivals: {times: {file: t.csv}}}}
consumers: {worker: {service: exponential 10 ms}}`,
    files: {
      "t.csv": `s
1000
1001
`,
    },
    explained: `lab.yaml:1:44  producers.app.arrivals.times.file  [recording-late]
1 | producers: {app: {arrivals: {times: {file: t.csv}}}}
  |                                            ^^^^^
The first arrival comes after 1000 s, later than the recording is long. Write start: first to begin with it.`,
  },
];
