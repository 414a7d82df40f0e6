/** Of all shares it leaves the largest gaps between its multiples, modulo 1: the golden one. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * An order in which to do n things that stand in groups of a kind, so that at any time about the same share of each
 * group is done: whoever stops early has something of everything, and what is done tells how long the rest will take.
 */
export function spread(n: number): number[] {
  const place = (i: number) => (i * GOLDEN) % 1;
  return Array.from({ length: n }, (_, i) => i).sort((a, b) => place(a) - place(b));
}
