/** Why parameters do not make a distribution: one sentence with the offending value and what would be possible. */
export interface Refusal {
  refused: string;
}

export function refuse(sentence: string): Refusal {
  return { refused: sentence };
}

/** A time [s] as people write it: 0.02 as "20 ms". */
export function asTime(seconds: number): string {
  const [unit, name] = UNITS.find(([least]) => Math.abs(seconds) >= least) ?? [1, "s"];
  return `${asNumber(seconds / unit)} ${name}`;
}

const UNITS: [number, string][] = [
  [1, "s"],
  [1e-3, "ms"],
  [1e-6, "us"],
];

/** A number with as many digits as are worth reading. */
export function asNumber(x: number): string {
  return String(Number(x.toPrecision(4)));
}
