import { quantity } from "../../report/format.ts";
import { type Input, presentOf, type Station } from "../../theory/station.ts";

/** What a queue of a model was recognised as, in words: "Poisson arrivals of 80/s, exponential service of 10 ms, 1 server". */
export function stationWords(s: Station): string {
  const parts = [arrivals(s), service(s), s.servers === 1 ? "1 server" : `${s.servers} servers`, ...rules(s)];
  return parts.join(", ");
}

function arrivals({ input, rate }: Station): string {
  if (input.kind === "closed") return `${input.population} clients`;
  const often = rate > 0 ? ` of ${quantity(rate, "1/s", "arrivalRate")}` : "";
  return `${arrivalWord(input)}${often}`;
}

function arrivalWord(input: Input): string {
  switch (input.kind) {
    case "poisson":
      return "Poisson arrivals";
    case "batches":
      return "Poisson batches";
    case "arrivals":
      return `${input.arrivals.process} arrivals`;
    default:
      return "arrivals";
  }
}

function service({ classes }: Station): string {
  const present = presentOf(classes);
  const texts = present.map(({ law, mean }) => {
    // a mean that came out of two percentiles is no round number
    const time = quantity(Number(mean.toPrecision(6)), "s", "serviceTime");
    return `${law?.dist ?? "general"} service of ${time}`;
  });
  return [...new Set(texts)].join(" and ");
}

function rules({ capacity, line, order, serve }: Station): string[] {
  const words = {
    fifo: "",
    lifo: "last come first served",
    random: "random order",
    priority: "priorities",
    shortest: "shortest first",
    "last-interrupts": "",
    "shortest-remaining": "",
    "least-served": "",
  };
  return [
    capacity === Infinity ? "" : `at most ${capacity} in the system`,
    line === "one" ? "" : line === "dealt out" ? "dealt out in turn" : "taken ahead",
    serve === "shared" ? "shared" : serve === "preemptive" ? "interrupting priorities" : words[order],
  ].filter((word) => word !== "");
}
