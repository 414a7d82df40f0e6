import { arrivalProcess } from "../random/arrival-process.ts";
import type { Arrivals } from "../random/arrivals.ts";
import { discreteSampler } from "../random/discrete.ts";
import { sampler } from "../random/sampler.ts";
import type { Producer } from "../spec.ts";
import type { Client } from "./messages.ts";
import type { System } from "./system.ts";
import { ways } from "./ways.ts";

/** Starts all that a producer stands for. */
export function startProducer(system: System, spec: Producer): void {
  if (spec.arrivals.process === "closed") startClients(system, spec, spec.arrivals);
  else startInstances(system, spec);
}

/** Independent Poisson producers are one; of others, each has streams of its own. */
function startInstances(system: System, spec: Producer): void {
  const merged = spec.arrivals.process === "poisson";
  for (let i = 0; i < (merged ? 1 : spec.count); i++) {
    const of = i === 0 ? "" : `${i + 1}/`;
    const stream = system.draws.stream(spec.name, `${of}arrivals`);
    const process = arrivalProcess(spec.arrivals, spec.profile, stream, merged ? spec.count : 1);
    const batch = discreteSampler(spec.batch, system.draws.stream(spec.name, `${of}batch`));
    const publish = publisher(system, spec, of);
    const scheduleNext = () => {
      const time = process.next();
      if (time === Number.POSITIVE_INFINITY) return;
      system.world.at(time, () => {
        for (let left = batch.next(); left > 0; left--) publish(null);
        scheduleNext();
      });
    };
    scheduleNext();
  }
}

/** Clients who think, publish, and wait until all that followed has left the system. */
function startClients(system: System, spec: Producer, arrivals: Arrivals & { process: "closed" }): void {
  const think = sampler(arrivals.think, system.draws.stream(spec.name, "think"));
  const publish = publisher(system, spec, "");
  for (let i = 0; i < arrivals.population * spec.count; i++) {
    const client: Client = {
      outstanding: 0,
      answered: () => system.world.at(system.world.now + think.next(), () => publish(client)),
    };
    client.answered();
  }
}

/** Publishes one message at each call. */
function publisher(system: System, spec: Producer, of: string): (client: Client | null) => void {
  const { books, draws, messages, world } = system;
  const mix = spec.mix.map(({ share, class: cls }) => ({ share, value: cls }));
  const nextClass = draws.choice(mix, draws.stream(spec.name, `${of}class`));
  const published = books.counts(spec.name, "published");
  const to = ways(system, spec.name, spec.to, of);
  return (client) => {
    const cls = nextClass();
    for (const one of published.for(cls)) one.add();
    const copy = messages.begin(world.now, cls, client);
    to.send(copy, to.choose());
  };
}
