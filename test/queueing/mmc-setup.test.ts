import { test } from "vitest";
import { mmcSetup } from "../../src/queueing/mmc-setup.ts";
import { close } from "./cases.ts";

test("on one server a set-up adds its mean to the wait of M/M/1, also where few wait", () => {
  for (const [lambda, mu, setupTime] of [
    [0.1, 1, 0.5],
    [0.9, 1, 2],
    [20, 50, 0.01],
  ]) {
    const queue = mmcSetup(lambda, mu, 1, setupTime);
    const wait = lambda / mu / (mu - lambda) + setupTime;
    close(queue.waitingTime, wait, 1e-12);
    close(queue.numberInQueue, lambda * wait, 1e-12);
    close(queue.sojournTime, wait + 1 / mu, 1e-12);
  }
});
