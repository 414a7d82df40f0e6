/** A model and an experiment to start from. */
export interface Template {
  name: string;
  /** One sentence: what it shows. */
  summary: string;
  /** Text of models/<name>.yaml. */
  model: string;
  /** Text of experiments/<name>.yaml, which names the model by its path from there. */
  experiment: string;
}

/** What `init` offers, the simplest first. */
export const TEMPLATES: readonly Template[] = [
  {
    name: "first",
    summary: "One producer, one consumer: how latency grows with load (M/M/1).",
    model: `# One producer, one queue, one consumer.
parameters:
  load: 0.8                      # share of the consumer's time that is needed
  work: 10 ms                    # mean time one message takes

producers:
  app: {rate: load / work}       # a bare rate means Poisson arrivals

consumers:
  worker: {service: exponential work}
`,
    experiment: `# How does latency grow as the consumer gets busier?
model: ../models/first.yaml
sweep: {load: 0.5..0.9 step 0.1}
slo:
  - p99(latency) < 500 ms
`,
  },
  {
    name: "workers",
    summary: "Several consumers behind one queue: how many are enough (M/M/c).",
    model: `# Orders wait in one queue for any of several workers.
producers:
  shop: {rate: 100/s}

consumers:
  worker:
    replicas: 8
    service: exponential 60 ms
`,
    experiment: `# How many workers keep the slowest percent of orders below 300 ms?
model: ../models/workers.yaml
sweep: {consumers.worker.replicas: 7..12 step 1}
slo:
  - p99(latency) < 300 ms
plots: [p99-latency-vs-replicas, latency-tail]
`,
  },
  {
    name: "priority",
    summary: "Urgent and ordinary messages in one queue, with and without priority.",
    model: `# One message in four is urgent and overtakes those that wait, but not the one in service.
producers:
  app:
    rate: 80/s
    classes:
      urgent: {share: 25%, priority: 9}
      normal: {share: 75%}

queues:
  orders: {order: priority}

consumers:
  worker: {service: exponential 10 ms}
`,
    experiment: `# What does priority give the urgent, and what does it cost the others?
model: ../models/priority.yaml
scenarios:
  fifo: {queues.orders.order: fifo}
  priority: {}
  preemptive: {queues.orders.order: preemptive}
`,
  },
  {
    name: "bursts",
    summary: "The same mean rate, calm or in bursts: why averages mislead (MMPP/M/1).",
    model: `# On average 80 messages a second, in calm and stormy periods of equal length.
parameters:
  stay: 2 s                      # mean length of a calm or stormy period

producers:
  sensors:
    arrivals:
      mmpp:
        calm: {rate: 10/s, stay: stay}
        storm: {rate: 150/s, stay: stay}

consumers:
  worker: {service: exponential 10 ms}
`,
    experiment: `# Same mean rate, same consumer: how much latency do bursts cost?
model: ../models/bursts.yaml
scenarios:
  poisson: {producers.sensors.arrivals: poisson 80/s}
  short-bursts: {stay: 200 ms}
  long-bursts: {stay: 2 s}
`,
  },
  {
    name: "finite-buffer",
    summary: "A queue that holds few messages: loss against latency (M/M/1/K).",
    model: `# At most ten messages in the system; a message that finds it full is refused.
producers:
  app: {rate: 90/s}

queues:
  inbox: {capacity: 10, overflow: refuse}

consumers:
  worker: {service: exponential 10 ms}
`,
    experiment: `# A larger buffer loses fewer messages and keeps the others waiting longer: where is the balance?
model: ../models/finite-buffer.yaml
sweep: {queues.inbox.capacity: [2, 5, 10, 20, 50]}
slo:
  - loss < 1%
  - p99(latency) < 300 ms
plots: [loss-vs-capacity, p99-latency-vs-capacity]
`,
  },
  {
    name: "tandem",
    summary: "Two stations one after the other, the second with room for few (blocking).",
    model: `# What is received must be stored; the store has little room, so receivers wait for it.
producers:
  app: {rate: 60/s, to: received}

queues:
  received: {}
  parsed: {max-length: 5, overflow: wait}

consumers:
  parser: {queue: received, service: exponential 10 ms, then: parsed}
  store: {queue: parsed, service: exponential 10 ms}
`,
    experiment: `# How much room between two stations is enough?
model: ../models/tandem.yaml
sweep: {queues.parsed.max-length: [1, 2, 5, 10, 50]}
`,
  },
  {
    name: "rush-hour",
    summary: "A rush of a few minutes: how high the queue grows and when it is empty again.",
    model: `# Four times the usual rate between the tenth and the twentieth minute.
producers:
  shop:
    rate: 25/s
    profile: {0 min: 1, 10 min: 1, 11 min: 4, 20 min: 4, 21 min: 1}   # linear between points

consumers:
  worker: {replicas: 4, service: exponential 50 ms}
`,
    experiment: `# How long does a rush of ten minutes hurt?
model: ../models/rush-hour.yaml
run: {duration: 1 h, windows: [0 min..10 min, 10 min..20 min, 20 min..30 min, 30 min..1 h]}
plots: [queue-over-time]
`,
  },
  {
    name: "prefetch",
    summary: "What a generous prefetch costs when consumers are shared.",
    model: `# Eight consumers take messages ahead of their work, up to their prefetch.
producers:
  shop: {rate: 107.3/s}

consumers:
  worker:
    replicas: 8
    prefetch: 1
    service: exponential 60 ms
`,
    experiment: `# How much latency does a generous prefetch cost?
model: ../models/prefetch.yaml
sweep: {consumers.worker.prefetch: [1, 2, 5, 10, unlimited]}
slo:
  - p99(latency) < 500 ms
`,
  },
];
