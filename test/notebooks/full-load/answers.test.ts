import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "vitest";
import { exactly } from "../../../notebooks/full-load/exact.ts";
import { arrivalRate, nearestLaw, SERVICE_TIME } from "../../../notebooks/full-load/setting.ts";

/* Every number that the lesson promises its readers, against theory. */

const page = readFileSync(new URL("../../../notebooks/full-load.html", import.meta.url), "utf8");

/** The page says so, and these are the numbers behind it. */
function says(sentence: string): void {
  assert.ok(page.includes(sentence), `the page no longer says “${sentence}”`);
}

const at = (load: number, consumers = 1, variability = 1) =>
  exactly({ load, consumers, service: nearestLaw(variability) });
const services = (load: number) => at(load).waitingTime / SERVICE_TIME;
const ms = (seconds: number) => Number((1000 * seconds).toPrecision(2));

test("step 1: the wait is 1, 4, 9 and 19 service times", () => {
  says("at 50, 80, 90 and 95 % load");
  says("1, 4, 9 and 19. From 50 to 80 % are 30 points of load, and they cost 3 service times.");
  says("From 90 to 95 % are 5 points, and they cost 10.");
  for (const [load, wait] of [
    [0.5, 1],
    [0.8, 4],
    [0.9, 9],
    [0.95, 19],
  ] as const) {
    assert.ok(Math.abs(services(load) - wait) < 1e-9);
  }
});

test("step 1: at 95 % load a million waits say less than a thousand independent ones", () => {
  says("at 95 % load, a million of them are worth less than a thousand independent ones");
  // Σ of all autocorrelations of waits in M/M/1, from the known variance of their average
  const load = 0.95;
  const ofAverage = (load * (2 + 5 * load - 4 * load ** 2 + load ** 3)) / (1 - load) ** 4;
  const ofOne = at(load).waitingVariance / SERVICE_TIME ** 2;
  const worth = (1e6 * ofOne) / ofAverage;
  assert.ok(worth > 500 && worth < 1000, String(worth));
});

test("step 2: ten messages take a quarter of a second at 60 % and a second at 90 %", () => {
  says(
    "At 60 % the spare capacity is 100/s − 60/s = 40/s: a quarter of a second. At 90 % it is 10/s: a whole second, and ninety more arrive",
  );
  const rate = (load: number) => arrivalRate({ load, consumers: 1, service: nearestLaw(1) });
  const spare = (load: number) => 1 / SERVICE_TIME - rate(load);
  assert.ok(Math.abs(10 / spare(0.6) - 0.25) < 1e-9);
  assert.ok(Math.abs(10 / spare(0.9) - 1) < 1e-9);
  assert.ok(Math.abs(rate(0.9) - 90) < 1e-9);
});

test("step 3: four messages at 80/s are 50 ms", () => {
  says("a load of 80 %: four messages are in the system on average");
  says("L = Q/T = 4 / (80/s) = 50 ms, of which 10 ms are work and 40 ms waiting");
  const { numberInSystem, sojournTime, waitingTime } = at(0.8);
  assert.ok(Math.abs(numberInSystem - 4) < 1e-9);
  assert.equal(ms(sojournTime), 50);
  assert.equal(ms(waitingTime), 40);
});

test("step 4: 1, 4 and 16 consumers wait 90, 20 and 3.7 ms, and 16 at 97 % wait 18 ms", () => {
  says("90 ms, 20 ms, 3.7 ms.");
  says("at 97 %, sixteen consumers wait 18 ms, more than four times as long as at 90 %");
  assert.deepEqual(
    [1, 4, 16].map((consumers) => ms(at(0.9, consumers).waitingTime)),
    [90, 20, 3.7],
  );
  const crowded = at(0.97, 16).waitingTime;
  assert.equal(ms(crowded), 18);
  assert.ok(crowded > 4 * at(0.9, 16).waitingTime);
});

test("step 5: C = 0, 1 and 3 wait 45, 90 and 450 ms; half the wait of C = 1 is had at 82 % load", () => {
  says("45 ms, 90 ms and 450 ms");
  says("with C = 1, the load would have to fall from 90 to 82 % for that");
  assert.deepEqual(
    [0, 1, 3].map((variability) => ms(at(0.9, 1, variability).waitingTime)),
    [45, 90, 450],
  );
  assert.equal(ms(at(0.82).waitingTime), 46);
  assert.ok(at(0.81).waitingTime < 0.045 && at(0.82).waitingTime > 0.045);
});

test("step 6: p99 is 461 ms, 4.6 means; it falls below 100 ms at 53 %", () => {
  says("461 ms: 4.6 times the mean, as always in this queue, since 4.6 = ln 100. Below 100 ms it falls at 53 % load.");
  const p99 = (load: number) => at(load).sojournQuantile(0.99);
  assert.equal(Math.round(1000 * p99(0.9)), 461);
  for (const load of [0.3, 0.9]) assert.ok(Math.abs(p99(load) / at(load).sojournTime - Math.log(100)) < 1e-9);
  assert.ok(p99(0.53) < 0.1 && p99(0.54) > 0.1);
});

test("step 7: half a minute at 110 % is 300 messages, 3 s of waiting, and another half minute to work off", () => {
  says("10 messages too many a second make 300 in 30 s, and whoever comes last waits 3 s.");
  says("At 90 % the spare capacity is 10/s: the overload of half a minute takes another half minute to work off");
  const most = 1 / SERVICE_TIME;
  const backlog = 0.1 * most * 30;
  assert.ok(Math.abs(backlog - 300) < 1e-9);
  assert.ok(Math.abs(backlog * SERVICE_TIME - 3) < 1e-9);
  assert.ok(Math.abs(backlog / (0.1 * most) - 30) < 1e-9);
});
