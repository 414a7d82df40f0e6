import type { Body } from "../../src/report/chart/picture.ts";

/** An axis in display units. */
export interface Scale {
  /** Subject and unit: "load [%]". */
  title: string;
  domain: [number, number];
  /** Where the labels stand; where Vega likes them if nothing is said. */
  ticks?: number[];
  log?: boolean;
}

/** Both axes in the style of the reports, for data with fields x and y. */
export function axes(x: Scale, y: Scale): NonNullable<Body["encoding"]> {
  return {
    x: { field: "x", type: "quantitative", title: x.title, scale: scale(x), axis: ticks(x) },
    y: {
      field: "y",
      type: "quantitative",
      title: y.title,
      scale: scale(y),
      axis: { ...ticks(y), titleX: 0, titleY: -10, titleBaseline: "bottom" },
    },
  };
}

const scale = ({ domain, log = false }: Scale) =>
  ({ type: log ? "log" : "linear", domain, nice: false, zero: false }) as const;

const ticks = ({ ticks: values, log = false }: Scale) => ({
  ...(values ? { values } : { tickCount: 6 }),
  ...(log && { format: ",~r" }), // plain decimal numbers
});
