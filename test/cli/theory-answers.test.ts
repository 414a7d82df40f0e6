import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { Refusal } from "../../src/cli/exit.ts";
import { answered } from "../../src/cli/theory/answered.ts";
import { describedQueue } from "../../src/cli/theory/kendall.ts";
import { overloadText } from "../../src/cli/theory/overload.ts";
import type { Settings } from "../../src/cli/theory/setting-names.ts";
import { stationTheory } from "../../src/theory/station-theory.ts";
import { exactValue } from "../../src/verify/cases.ts";

/* Queues in Kendall's notation with options as on the command line, against numbers that come from elsewhere. */

type Texts = Settings["texts"];

/** Options as they are written: --arrival-rate 80/s --class 20% --class 80%. */
function settings(line: string): Settings {
  const texts: Record<string, string> = {};
  const classes: string[] = [];
  for (const option of line.split("--").slice(1)) {
    const [, name, value] = /^(\S+)\s+(.*?)\s*$/.exec(option)!;
    if (name === "class") classes.push(value);
    else texts[name] = value;
  }
  return { texts: texts as Texts, classes };
}

function ask(notation: string, line: string) {
  const { station, words } = describedQueue(notation, settings(line));
  return answered({ where: notation, words, station }, stationTheory(station));
}

/** The figure "waitingTime mean", or "class 2 waitingTime mean". */
function figure(notation: string, line: string, name: string): number {
  const words = name.split(" ");
  const [metric, statistic] = words.slice(-2);
  const of = words.length > 2 ? words.slice(0, -2).join(" ") : "*";
  const { figures, why } = ask(notation, line);
  const found = figures.find((one) => one.class === of && one.metric === metric && one.statistic === statistic);
  assert.ok(found, `${notation} has no ${name} (${why})`);
  return found.value;
}

const near = (actual: number, expected: number, relative = 1e-7) =>
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected}`);

const B80 = "--arrival-rate 80/s --service 30ms";
const HALF = "--arrival-rate 50/s --service 10ms"; // ρ = 1/2

describe("the command answers with what is known from elsewhere:", () => {
  test.each<[string, string, string, number]>([
    // Erlang's C of 12/5 erlangs at 3 servers is 288/445 in rational arithmetic
    ["M/M/3", B80, "delayProbability mean", 288 / 445],
    ["M/M/3", B80, "waitingTime mean", 288 / 445 / 20],
    ["M/M/3", B80, "sojournTime mean", 288 / 445 / 20 + 0.03],
    ["M/M/3", B80, "numberInSystem mean", 80 * (288 / 445 / 20 + 0.03)],
    ["M/M/3", B80, "numberInQueue mean", (80 * 288) / 445 / 20],
    ["M/M/3", B80, "waitOfThoseWhoWait mean", 1 / 20],
    ["M/M/3", B80, "utilization mean", 0.8],
    ["M/M/3", B80, "waitingTime p99", Math.log(288 / 445 / 0.01) / 20],
    ["M/M/3", B80, "numberInSystem P(=0)", 1 / 17.8],
    ["M/M/3", B80, "waitingTime deviation", Math.sqrt((288 / 445) * (2 - 288 / 445)) / 20],
    ["M/M/1", HALF, "sojournTime p50", Math.log(2) / 50],
    ["M/M/1", HALF, "sojournTime p99.9", Math.log(1000) / 50],
    ["M/M/1", HALF, "numberInSystem P(=3)", 1 / 16],
    ["M/M/1", HALF, "numberInSystem deviation", Math.sqrt(2)],
    ["M/M/inf", HALF, "numberInSystem mean", 0.5],
    ["M/G/∞", "--arrival-rate 50/s --service 10ms --cv 3", "numberInSystem P(=0)", Math.exp(-0.5)],
    // Pollaczek and Khinchine: ρ(1 + c²)/(2(1 − ρ)) services
    ["M/D/1", HALF, "waitingTime mean", 0.005],
    ["M/E4/1", HALF, "waitingTime mean", 0.00625],
    ["M/H2/1", `${HALF} --cv 2`, "waitingTime mean", 0.025],
    ["M/G/1", `${HALF} --cv 3`, "waitingTime mean", 0.05],
    ["M/G/1", "--arrival-rate 50/s --service uniform 0 ms to 20 ms", "waitingTime mean", 0.005 * (4 / 3)],
    ["M/G/1 LIFO", "--arrival-rate 50/s --service uniform 0 ms to 20 ms", "waitingTime mean", 0.005 * (4 / 3)],
    // intervals of Erlang-2: σ = ((2λ)/(2λ + μ(1 − σ)))² has the root (2 − ρ… at λ = μ/2: σ = (3 − √5)/2
    ["E2/M/1", HALF, "delayProbability mean", (3 - Math.sqrt(5)) / 2],
    ["G/M/1", "--interval erlang stages 2 mean 20 ms --service 10ms", "delayProbability mean", (3 - Math.sqrt(5)) / 2],
    ["D/M/1", HALF, "delayProbability mean", 0.20318786997997992],
    // limits and clients, by counting
    ["M/M/1/3", HALF, "lossProbability mean", 1 / 15],
    ["M/M/2/2/5", "--think 1s --service 1s", "lossProbability mean", 6 / 11],
    ["M/M/2/2/5", "--think 1s --service 1s", "throughput mean", 25 / 16],
    ["M/M/2/2/5", "--arrival-rate 1/s --service 1s", "numberInSystem mean", 25 / 16],
    ["M/M/20/20", "--arrival-rate 15/s --service 1s", "lossProbability mean", exactValue("ERLB-20", "P_block")],
    [
      "M/G/20/20",
      "--arrival-rate 15/s --service lognormal mean 1 s cv 2",
      "lossProbability mean",
      exactValue("ERLB-20", "P_block"),
    ],
    ["M/M/1//50", "--think 30s --service 500ms", "sojournTime mean", exactValue("TIMESHARE-50", "W")],
    ["M/M/1//50", "--think 30s --service 500ms", "throughput mean", exactValue("TIMESHARE-50", "X")],
    // geometric batches of mean m: L = ρm/(1 − ρ)
    ["M[X]/M/1", "--arrival-rate 5/s --batch geometric mean 4 --service 30ms", "numberInSystem mean", 6],
    [
      "M[X]/D/1",
      "--arrival-rate 10/s --batch 5 --service 10ms",
      "waitingTime mean",
      (0.5 * 0.01 * 0.5) / 0.5 + 2 * 0.01 + (0.5 * 4 * 0.01) / 2 / 0.5,
    ],
    [
      "MMPP/M/1",
      "--mmpp 3/s for 50 s, 0.5/s for 100 s --service 500ms",
      "sojournTime mean",
      exactValue("MMPP2-B", "W"),
    ],
    [
      "MMPP/M/1",
      "--mmpp 3/s for 50 s, 0.5/s for 100 s --service 500ms",
      "sojournTime p90",
      exactValue("MMPP2-B", "W_p90"),
    ],
    // orders
    ["M/G/1 PS", `${HALF} --cv 3`, "sojournTime mean", 0.02],
    ["M/M/1 LCFS-PR", HALF, "sojournTime mean", 0.02],
    ["M/M/1 SJF", "--arrival-rate 0.8/s --service 1s", "sojournTime mean", exactValue("SIZE-BASED-MM1", "W_SJF")],
    ["M/M/1 SRPT", "--arrival-rate 0.8/s --service 1s", "sojournTime mean", exactValue("SIZE-BASED-MM1", "W_SRPT")],
    ["M/M/1 FB", HALF, "utilization mean", 0.5],
    // Cobham's three classes
    ["M/G/1 priority", NP3(), "class 1 waitingTime mean", exactValue("NP3-MIX", "Wq[class1]")],
    ["M/G/1 priority", NP3(), "class 3 waitingTime mean", exactValue("NP3-MIX", "Wq[class3]")],
    // what interrupts sees only itself: M/M/1 at ρ = 1/4
    ["M/M/1 preemptive", `${HALF} --class 50% --class 50%`, "class 1 sojournTime mean", 0.01 / 0.75],
    // patience: levels by their balance, Σ below
    ["M/M/2+M", "--arrival-rate 3/s --service 1s --patience 1s", "lossProbability mean", abandoned()],
  ])("%s %s: %s", (notation, line, name, expected) => {
    near(figure(notation, line, name), expected);
    assert.ok(ask(notation, line).answer?.exact);
  });
});

function NP3(): string {
  const law = "hyperexponential mean 2 s cv 2";
  return `--arrival-rate 0.6/s --class 0.2/s 1 s --class 0.2/s exponential 1 s --class 0.2/s ${law}`.replace(
    "0.2/s 1 s",
    "0.2/s constant 1 s",
  );
}

/** λ = 3, μ = 1, two servers, θ = 1: departures n at every level, so the number is Poisson(3); those lost are Lq·θ/λ. */
function abandoned(): number {
  let [weight, queue] = [Math.exp(-3), 0];
  for (let n = 1; n < 60; n++) {
    weight *= 3 / n;
    queue += Math.max(0, n - 2) * weight;
  }
  return queue / 3;
}

/* Numbers of chains were found by iterating their balance equations in another language. */
describe("what servers do besides:", () => {
  test.each<[string, string, string, number]>([
    // M/M/1 at ρ = 1/2 waits 10 ms; behind absences of 100 ms, half of one longer; behind a set-up, all of its mean
    ["M/M/1", `${HALF} --vacation 100ms`, "waitingTime mean", 0.06],
    ["M/M/1", `${HALF} --setup exponential 1s`, "waitingTime mean", 1.01],
    ["M/M/2", `${HALF} --setup exponential 20ms`, "numberInSystem mean", 1.2292971318523815],
    ["M/M/2", `${HALF} --time-to-failure 1s --repair 200ms`, "numberInSystem mean", 0.954140341708868],
    // ρ(λ + ρν)/((1 − ρ)ν) away; Falin & Templeton
    ["M/M/1", `${HALF} --retry 1s`, "numberInQueue mean", 50.5],
    ["M/M/1", `${HALF} --retry 1s each`, "numberInSystem mean", 51],
    ["M/D/1", `${HALF} --retry 1s`, "numberInQueue mean", 50.25],
    ["M/M/1", "--arrival-rate 25/s --service 10ms --retry 10ms together", "numberInSystem mean", 0.4545454545454553],
    // one in five comes back: M/M/1 with 62.5/s, whose number in the system is 5/3
    ["M/M/1", `${HALF} --feedback 20%`, "sojournTime mean", 5 / 3 / 50],
    ["M/M/1", `${HALF} --feedback 20%`, "utilization mean", 0.625],
    ["M/M/1", `${HALF} --feedback 20%`, "waitingTime mean", (5 / 3 - 5 / 8) / 50],
    ["M/M/1", `${HALF} --serve-batch 1`, "waitingTime p99", Math.log(50) / 50],
    ["M/M/1", `${HALF} --serve-batch 2..3`, "numberInQueue mean", 0.5603200157199318],
    ["M/M/1", "--arrival-rate 150/s --service 10ms --serve-batch 2", "throughput mean", 150],
  ])("%s %s: %s", (notation, line, name, expected) => near(figure(notation, line, name), expected, 1e-9));

  test.each<[string, string, RegExp]>([
    ["M/M/1", "--arrival-rate 250/s --service 10ms --serve-batch 2", /Batches of up to 3 would be enough/],
    ["M/G/2", "--arrival-rate 50/s --service lognormal mean 10ms cv 2 --vacation 1s", /several servers/],
    ["M/M/1", `${HALF} --feedback 100%`, /never leave/],
  ])("%s %s has no answer: %s", (notation, line, why) => {
    const { answer, others, why: said } = ask(notation, line);
    assert.deepEqual([answer, others], [null, []]);
    assert.match(said, why);
  });

  test.each<[string, RegExp]>([
    ["--setup 1s --retry 1s", /--setup and --retry together/],
    ["--repair 1s", /needs --time-to-failure, as in --time-to-failure 8h/],
    ["--serve-batch 4..2", /begins above its end/],
    ["--serve-batch 2.5", /not a whole number/],
    ["--retry now", /now/],
    ["--feedback 20", /at most 100%|at most 1/],
  ])("%s is refused", (line, message) => {
    assert.throws(
      () => ask("M/M/1", `${HALF} ${line}`),
      (error) => error instanceof Refusal && message.test(error.message),
    );
  });

  test("what they do is said beside what the notation says", () => {
    assert.match(
      ask("M/M/1", `${HALF} --vacation 100ms`).words,
      /first come first served, servers that take vacations$/,
    );
  });
});

describe("approximations say so, and agree with their formulas:", () => {
  const line = "--arrival-rate 80/s --arrival-cv 0.5 --service 30ms --cv 1.5";
  test("Allen and Cunneen's is Erlang's wait times the mean of the two variations", () => {
    const { others, answer, why } = ask("G/G/3", line);
    assert.equal(answer?.exact, false);
    const found = others.find(({ model }) => model.startsWith("Allen"));
    near(found!.all.waitingTime!, ((288 / 445 / 20) * (0.25 + 2.25)) / 2);
    assert.match(why, /arrivals are known by their mean and variation only, and service is known by its mean/);
  });
  test("what fails is named", () => {
    assert.equal(
      ask("M/G/3", "--arrival-rate 80/s --service lognormal mean 30 ms p99 120 ms").why,
      "service is lognormal",
    );
    assert.equal(ask("M/G/3 SJF", "--arrival-rate 80/s --service lognormal mean 30 ms p99 120 ms").answer, null);
    assert.equal(ask("M/M/3 SJF", B80).why, "the order is shortest first");
  });
});

describe("what does not fit together is refused, with the remedy:", () => {
  const refused = (notation: string, line: string): string => {
    try {
      describedQueue(notation, settings(line));
    } catch (error) {
      if (error instanceof Refusal) return error.message;
      throw error;
    }
    return assert.fail(`${notation} ${line} is not refused`);
  };
  test.each<[string, string, RegExp]>([
    ["M/M/3", "--service 30ms", /^M\/M\/3 needs --arrival-rate, as in --arrival-rate 80\/s\.$/],
    ["M/M/3", "--arrival-rate 80/s", /needs --service, as in --service 30ms/],
    ["M/M/3", "--arrival-rate 80 --service 30ms", /80 has no unit, and a rate needs one: write 80\/s or 80\/min/],
    ["M/M/3", "--arrival-rate 80ms --service 30ms", /is a time, and a rate is needed/],
    ["M/M/3", "--arrival-rate 80/s --service 30 msec", /unknown unit msec. Write 30 ms/],
    ["M/M/3", "--arrival-rate 0/s --service 30ms", /must be more than 0/],
    ["M/M/3", "--arrival-rate 80/s --service 0ms", /0ms takes no time at all/],
    [
      "M/M/3",
      "--arrival-rate 80/s --service lognormal mean 30 ms p99 90 ms",
      /M \(exponential\), and this is lognormal. Write G there/,
    ],
    ["M/G/3", "--arrival-rate 80/s --service 30ms", /G is any law, so a mean alone is not enough: add --cv 1.5/],
    ["M/M/3", `${B80} --cv 2`, /has the cv 1, not 2. Write G/],
    ["M/H2/3", `${B80} --cv 0.5`, /cv must be at least 1, not 0.5/],
    ["M/G/3", "--arrival-rate 80/s --service lognormal mean 30 ms p99 90 ms --cv 2", /Leave --cv out/],
    ["M/PH/1", HALF, /PH is a law of exponential phases/],
    ["G/M/1", HALF, /needs --arrival-cv/],
    ["M/M/3", `${B80} --patience 1s`, /--patience has no effect.*\+M/],
    ["M/M/3", `${B80} --think 1s`, /--think has no effect/],
    ["M/M/3", `${B80} --batch 4`, /--batch has no effect.*M\[X\]/],
    ["M/M/3", `${B80} --interval exponential 10 ms`, /--interval has no effect.*G/],
    ["M/M/3", `${B80} --mmpp 1/s for 1 s`, /--mmpp has no effect/],
    ["D[X]/M/1", `${HALF} --batch 4`, /batches are known for Poisson arrivals only/],
    ["M/M/8+M", B80, /needs --patience, as in --patience 2s/],
    ["M/M/1//50", "--service 1s", /needs --think/],
    ["M/M/1//50", "--service 1s --think 1s --arrival-rate 2/s", /Leave --arrival-rate out/],
    ["M/G/1 priority", "--arrival-rate 25/s --service 10ms --cv 1", /needs two classes or more/],
    ["M/M/1 priority", "--arrival-rate 25/s --service 10ms --class 20% --class 60%", /make up 80%/],
    ["M/M/1 priority", "--arrival-rate 25/s --service 10ms --class 20/s --class 6/s", /make up 26\/s of 25\/s/],
    ["M/M/1 priority", "--arrival-rate 25/s --service 10ms --class often --class 60%", /often/],
    ["MMPP/M/1", "--service 1s --mmpp 1/s for 1 s", /at least two states/],
    ["MMPP/M/1", "--service 1s --mmpp 1/s and 2/s", /is no state. Write each like 10\/s for 5 s/],
    ["M/M/3", `${B80} --servers 2.5`, /not a whole number. Write 2 or 3/],
    ["M/M/3/5", `${B80} --servers 9`, /has 5 places, those in service included, and 9 servers/],
    ["M/Q/3", B80, /^M\/Q\/3 cannot be read: Q is no law of service/],
  ])("%s %s", (notation, line, message) => assert.match(refused(notation, line), message));
});

test("an unstable queue is told what would be stable", () => {
  const { station } = describedQueue("M/M/2", settings(B80));
  assert.equal(
    overloadText(station)?.replaceAll("\u00a0", " "),
    "This queue grows for ever: 80/s × 30 ms is work for 2.4 servers, and it has 2 (ρ = 1.20). Stable would be fewer " +
      "than 66.7/s, at least 3 servers, or a mean service below 25 ms.",
  );
  for (const stable of ["M/M/3", "M/M/2/9", "M/M/inf"]) {
    assert.equal(overloadText(describedQueue(stable, settings(B80)).station), null, stable);
  }
  assert.equal(overloadText(describedQueue("M/M/2+M", settings(`${B80} --patience 1s`)).station), null);
  assert.equal(overloadText(describedQueue("M/M/2//9", settings("--service 1s --think 1ms")).station), null);
});
