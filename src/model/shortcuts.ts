import type { Model } from "../spec.ts";
import { chainsOf } from "./chain/find-chains.ts";
import { type Station, textbookStations } from "./textbook.ts";

/** What is simple enough to be run faster than by the general parts. The results do not depend on it. */
export interface Shortcuts {
  /** Stations that hear from nobody after them, in the order of their messages. */
  chains: Station[][];
  /** Other textbook stations. */
  stations: Station[];
}

export const NO_SHORTCUTS: Shortcuts = { chains: [], stations: [] };

export function shortcutsOf(model: Model): Shortcuts {
  const stations = textbookStations(model);
  const chains = chainsOf(model, stations);
  const chained = new Set(chains.flat());
  return { chains, stations: stations.filter((station) => !chained.has(station)) };
}
