import { setMaxListeners } from "node:events";
import { EXIT } from "./exit.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Listens for Ctrl-C and its like: the first asks to stop, the second stops at once. */
export class Interruption {
  private readonly controller = new AbortController();
  private readonly asked: () => void;

  /** @param asked called at the first signal */
  constructor(asked: () => void) {
    this.asked = asked;
    setMaxListeners(0, this.signal); // each replication under way listens, and there may be any number of them
    for (const signal of SIGNALS) process.on(signal, this.heard);
  }

  /** Fires at the first Ctrl-C. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Ends the listening: from now on a signal ends the process as usual. */
  release(): void {
    for (const signal of SIGNALS) process.off(signal, this.heard);
  }

  private readonly heard = (): void => {
    if (this.signal.aborted) process.exit(EXIT.interrupted);
    this.controller.abort();
    this.asked();
  };
}
