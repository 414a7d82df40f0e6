const TINY = 1e-300;

/**
 * b(0) + a(1)/(b(1) + a(2)/(b(2) + …)), to full precision.
 *
 * @see Thompson & Barnett (1986), Coulomb and Bessel Functions of Complex Arguments and Order (the modified Lentz method)
 */
export function continuedFraction(a: (n: number) => number, b: (n: number) => number): number {
  let value = b(0) || TINY;
  let numerators = value;
  let denominators = 0;
  for (let n = 1; ; n++) {
    denominators = 1 / (b(n) + a(n) * denominators || TINY);
    numerators = b(n) + a(n) / numerators || TINY;
    const factor = numerators * denominators;
    value *= factor;
    if (Math.abs(factor - 1) < 2 ** -52) return value;
  }
}
