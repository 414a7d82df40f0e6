/** What is used of simjs 2.0.3, which has no types of its own. Times in s. */
export interface SimJs {
  Sim: new () => Simulator;
  Entity: new (simulator: Simulator, name?: string) => Entity;
  Facility: (new (name: string, discipline: number, servers: number) => Facility) & { FCFS: number };
  Request: new (entity: Entity, now: number, deliverAt: number) => Request;
  Random: new (seed: number) => { exponential(rate: number): number };
}

export interface Simulator {
  time(): number;
  /** Fires the earliest event; false when there is none. */
  step(): boolean;
  /** Fires events up to and including `end` and throws the first later one away. */
  simulate(end: number): boolean;
  /** Pending events: a heap, earliest first. */
  queue: { data: Request[]; insert(request: Request): void };
}

export interface Entity {
  useFacility(facility: Facility, duration: number): Request;
  setTimer(delay: number): Request;
  time(): number;
}

/** Servers behind one queue. */
export interface Facility {
  /** Who waits for a server. */
  queue: { size(): number };
}

export interface Request {
  deliverAt: number;
  /** Calls back when the request is fulfilled. */
  done(callback: () => void): Request;
}

let loading: Promise<SimJs> | null = null;

/** Loads simjs when it is first needed. */
export function loadSimJs(): Promise<SimJs> {
  loading ??= load();
  return loading;
}

/** The package knows only one way out: a property of a browser's `window`. It gets one to throw away. */
async function load(): Promise<SimJs> {
  const scope = globalThis as { window?: { Sim?: SimJs } };
  const borrowed = scope.window === undefined;
  scope.window ??= {};
  try {
    await import("simjs");
    const { Sim } = scope.window;
    if (Sim === undefined) throw new Error("simjs was loaded and left nothing in window.Sim");
    delete scope.window.Sim;
    return Sim;
  } finally {
    if (borrowed) delete scope.window;
  }
}
