/** A complex number: real and imaginary part. */
export type Complex = readonly [re: number, im: number];

export const ONE: Complex = [1, 0];

export function plus([a, b]: Complex, [c, d]: Complex): Complex {
  return [a + c, b + d];
}

export function minus([a, b]: Complex, [c, d]: Complex): Complex {
  return [a - c, b - d];
}

export function times([a, b]: Complex, [c, d]: Complex): Complex {
  return [a * c - b * d, a * d + b * c];
}

export function scaled(factor: number, [a, b]: Complex): Complex {
  return [factor * a, factor * b];
}

/** a/b by Smith's rule, which neither overflows nor underflows where the quotient does not. */
export function over([a, b]: Complex, [c, d]: Complex): Complex {
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const norm = c + d * ratio;
    return [(a + b * ratio) / norm, (b - a * ratio) / norm];
  }
  const ratio = c / d;
  const norm = c * ratio + d;
  return [(a * ratio + b) / norm, (b * ratio - a) / norm];
}

export function exp([a, b]: Complex): Complex {
  const size = Math.exp(a);
  return [size * Math.cos(b), size * Math.sin(b)];
}

/** exp(z) − 1, accurate where z is small. */
export function expm1([a, b]: Complex): Complex {
  return [Math.expm1(a) * Math.cos(b) - 2 * Math.sin(b / 2) ** 2, Math.exp(a) * Math.sin(b)];
}

/** Principal value of ln(1 + z), accurate where z is small. */
export function log1p([a, b]: Complex): Complex {
  return [Math.log1p(a * (2 + a) + b * b) / 2, Math.atan2(b, 1 + a)];
}

/** Principal logarithm. */
export function log([a, b]: Complex): Complex {
  return [Math.log(Math.hypot(a, b)), Math.atan2(b, a)];
}

/** Principal square root. */
export function sqrt([a, b]: Complex): Complex {
  const size = Math.sqrt((Math.hypot(a, b) + Math.abs(a)) / 2);
  if (size === 0) return [0, 0];
  return a >= 0 ? [size, b / (2 * size)] : [Math.abs(b) / (2 * size), b < 0 ? -size : size];
}
