import type { Stream } from "../random/stream.ts";

/** Chooses where a message goes next: one of several ways. Hot path. */
export class Route<To> {
  private readonly sole: To | null;
  private readonly ways: To[];
  private readonly upTo: Float64Array; // cumulative shares
  private readonly stream: Stream;

  constructor(ways: { share: number; to: To }[], stream: Stream) {
    let sum = 0;
    this.sole = ways.length === 1 ? ways[0].to : null;
    this.ways = ways.map((way) => way.to);
    this.upTo = Float64Array.from(ways, (way) => {
      sum += way.share;
      return sum;
    });
    this.stream = stream;
  }

  choose(): To {
    return this.sole ?? this.draw();
  }

  private draw(): To {
    const { ways, upTo } = this;
    const u = this.stream.uniform();
    let way = 0;
    while (way < ways.length - 1 && u >= upTo[way]) way++;
    return ways[way];
  }
}
