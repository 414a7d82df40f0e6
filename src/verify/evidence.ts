/** What the single pieces of a verification found: plain data, from which the verdicts follow. */
export interface Evidence {
  comparisons: Comparison[];
  formulas: Formula[];
  identities: Identity[];
  engines: EnginePair[];
  coverages: Coverage[];
  repeats: Repeat[];
  /** What was not looked at, and why. */
  skipped: Skipped[];
  /** What broke off with an error of its own. */
  faults: Skipped[];
}

/** A simulated value beside the exact one. */
export interface Comparison {
  /** "cases": the exact value stands in cases.json. "grid": it is calculated by the formulas that `run` shows. */
  from: "cases" | "grid";
  model: string;
  metric: string;
  exact: number;
  value: number;
  low: number;
  high: number;
  /** Error in standard errors, a standard normal variable if nothing is wrong; null = differs, yet shows no scatter. */
  z: number | null;
  /** Whether it is the mean of something. */
  mean: boolean;
  /** By how much it changes if all service times are longer by a share, per share; where formulas know it. */
  slope?: number;
}

/** What a formula of ours says of a case, and what the case says itself. */
export interface Formula {
  model: string;
  metric: string;
  exact: number;
  value: number;
  /** Relative difference allowed: the accuracy of the case. */
  within: number;
}

/** Two counts of one thing that must agree in every run. */
export interface Identity {
  law: "Little" | "conservation";
  model: string;
  where: string;
  /** "Little": s spent inside, by the clock and by the messages. "conservation": copies begun, and ended or inside. */
  left: number;
  right: number;
  /** Relative difference. */
  gap: number;
}

/** One model on both engines with the same random numbers. */
export interface EnginePair {
  model: string;
  messages: number;
  /** The first difference, in words; null = none. */
  difference: string | null;
}

/** How many intervals of independent runs hold the exact value. */
export interface Coverage {
  model: string;
  metric: string;
  covered: number;
  runs: number;
}

/** One run done in two ways that must give the same bytes. */
export interface Repeat {
  model: string;
  same: boolean;
}

export interface Skipped {
  what: string;
  why: string;
}

/** All pieces together. */
export function together(pieces: readonly Partial<Evidence>[]): Evidence {
  return {
    comparisons: pieces.flatMap((piece) => piece.comparisons ?? []),
    formulas: pieces.flatMap((piece) => piece.formulas ?? []),
    identities: pieces.flatMap((piece) => piece.identities ?? []),
    engines: pieces.flatMap((piece) => piece.engines ?? []),
    coverages: pieces.flatMap((piece) => piece.coverages ?? []),
    repeats: pieces.flatMap((piece) => piece.repeats ?? []),
    skipped: pieces.flatMap((piece) => piece.skipped ?? []),
    faults: pieces.flatMap((piece) => piece.faults ?? []),
  };
}
