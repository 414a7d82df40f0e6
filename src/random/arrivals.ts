import type { Distribution } from "./distribution.ts";

/** When a producer publishes, as plain data; rates in 1/s, times in s from the start of the run. */
export type Arrivals =
  | { process: "poisson"; rate: number }
  /** The k-th publication (k = 1, 2, …) at k·interval + U(0, jitter); jitter ≤ interval, so order is kept. */
  | { process: "periodic"; interval: number; jitter: number }
  /** Independent intervals; the first arrival comes one interval after the start. */
  | { process: "renewal"; interval: Distribution }
  /** Markov-modulated Poisson: while in state i, arrivals at `rates[i]`; `generator` holds the switching rates. */
  | { process: "mmpp"; states: string[]; rates: number[]; generator: number[][] }
  /** Markovian arrival process: phase changes without (`d0`) and with (`d1`) an arrival. */
  | { process: "map"; d0: number[][]; d1: number[][] }
  /** Recorded times, ascending. Looping repeats them after `period` [s]; null = once. */
  | { process: "times"; at: number[]; period: number | null }
  /** `population` clients, each of which thinks, publishes, and waits until its message has left the system. */
  | { process: "closed"; population: number; think: Distribution };

/** How a rate varies with time: a factor, on average not necessarily 1. */
export type Profile =
  /** Linear between the points (at[i], factor[i]); constant beyond the last, or starting over after `repeat` [s]. */
  | { profile: "piecewise"; at: number[]; factor: number[]; repeat: number | null }
  /** 1 + amplitude · cos(2π (t − peak) / period), 0 ≤ amplitude ≤ 1. */
  | { profile: "sine"; period: number; amplitude: number; peak: number };
