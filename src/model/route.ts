import type { Stream } from "../random/stream.ts";
import type { Inlet } from "./protocol.ts";

/** Chooses where a message goes next: one of several ways, each a list of places that all get a copy. Hot path. */
export class Route {
  private readonly sole: Inlet[] | null;
  private readonly ways: Inlet[][];
  private readonly upTo: Float64Array; // cumulative shares
  private readonly stream: Stream;

  constructor(ways: { share: number; to: Inlet[] }[], stream: Stream) {
    let sum = 0;
    this.sole = ways.length === 1 ? ways[0].to : null;
    this.ways = ways.map((way) => way.to);
    this.upTo = Float64Array.from(ways, (way) => {
      sum += way.share;
      return sum;
    });
    this.stream = stream;
  }

  choose(): Inlet[] {
    return this.sole ?? this.draw();
  }

  private draw(): Inlet[] {
    const { ways, upTo } = this;
    const u = this.stream.uniform();
    let way = 0;
    while (way < ways.length - 1 && u >= upTo[way]) way++;
    return ways[way];
  }
}
