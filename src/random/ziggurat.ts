/**
 * Tables for sampling a decreasing density by the ziggurat method: 256 layers of equal area, of which all but the
 * lowest are rectangles under the density's graph plus a piece that the graph cuts through.
 *
 * Layer i is `width[i]` wide; what lies within `core[i]` of its 2⁵³ columns is under the graph for certain. Its
 * lower edge has density `density[i]`, its upper edge `density[i + 1]`. Layer 0 stands for the rectangle and the tail.
 */
export interface Ziggurat {
  /** Of one column: x = column · width. */
  width: Float64Array;
  core: Float64Array;
  density: Float64Array;
}

/** A decreasing function with f(0) = 1, cut at `tail`, from where on layer 0 holds `area` as every layer does. */
export interface Shape {
  tail: number;
  area: number;
  density: (x: number) => number;
  inverse: (density: number) => number;
}

/** @see Marsaglia & Tsang (2000), The Ziggurat Method for Generating Random Variables, Journal of Statistical Software 5(8) */
export function ziggurat({ tail, area, density, inverse }: Shape): Ziggurat {
  const edge = new Float64Array(257);
  edge[0] = area / density(tail);
  edge[1] = tail;
  for (let i = 2; i < 256; i++) edge[i] = inverse(area / edge[i - 1] + density(edge[i - 1]));
  edge[256] = 0;
  const columns = 2 ** 53;
  return {
    width: Float64Array.from({ length: 256 }, (_, i) => edge[i] / columns),
    core: Float64Array.from({ length: 256 }, (_, i) => Math.floor((edge[i + 1] / edge[i]) * columns)),
    density: Float64Array.from({ length: 257 }, (_, i) => density(edge[i])),
  };
}
