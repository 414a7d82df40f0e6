import { test } from "vitest";
import { schweitzer } from "../../src/queueing/approximate-mva.ts";
import { close } from "./cases.ts";

test("three million messages, whose last digits never settle, come to an end and keep the bottleneck busy", () => {
  const state = schweitzer({ populations: [3e6], think: [0.1], demands: [[0.7]] });
  close(state.throughputs[0], 1 / 0.7, 1e-12);
  close(state.numbers[0][0], 3e6 - 0.1 / 0.7, 1e-12);
});
