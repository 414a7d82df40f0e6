import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { readNotation } from "../../src/theory/kendall/notation.ts";

const read = (text: string) => {
  const notation = readNotation(text);
  if ("misread" in notation) assert.fail(notation.misread);
  const { arrivals, service, servers, capacity, population, order, batches, impatient } = notation;
  const letter = ({ is, stages }: typeof service) => (is === "E" || is === "H" ? `${is}${stages}` : is);
  return [letter(arrivals), letter(service), servers, capacity, population, order, batches, impatient].join(" ");
};

const [I, N] = [Infinity, "false false"];

describe("a notation is read:", () => {
  test.each([
    ["M/M/3", `M M 3 ${I} ${I} fifo ${N}`],
    [" m / d / 1 ", `M D 1 ${I} ${I} fifo ${N}`],
    ["GI/G/4", `G G 4 ${I} ${I} fifo ${N}`],
    ["M/E2/1", `M E2 1 ${I} ${I} fifo ${N}`],
    ["E_10/M/2", `E10 M 2 ${I} ${I} fifo ${N}`],
    ["M/H2/1", `M H2 1 ${I} ${I} fifo ${N}`],
    ["M/G/inf", `M G ${I} ${I} ${I} fifo ${N}`],
    ["M/M/∞", `M M ${I} ${I} ${I} fifo ${N}`],
    ["M/M/2/5", `M M 2 5 ${I} fifo ${N}`],
    ["M/M/2/2/50", `M M 2 2 50 fifo ${N}`],
    ["M/M/1//50", `M M 1 ${I} 50 fifo ${N}`],
    ["M/M/1/inf/50", `M M 1 ${I} 50 fifo ${N}`],
    ["M/M/8+M", `M M 8 ${I} ${I} fifo false true`],
    ["M[X]/M/1", `M M 1 ${I} ${I} fifo true false`],
    ["M^X/M/1", `M M 1 ${I} ${I} fifo true false`],
    ["MX/M/1/12", `M M 1 12 ${I} fifo true false`],
    ["MMPP/M/2", `MMPP M 2 ${I} ${I} fifo ${N}`],
    ["M/PH/2", `M PH 2 ${I} ${I} fifo ${N}`],
    ["M/G/1 LIFO", `M G 1 ${I} ${I} lifo ${N}`],
    ["M/G/1/LCFS", `M G 1 ${I} ${I} lifo ${N}`],
    ["M/M/1/10/LCFS", `M M 1 10 ${I} lifo ${N}`],
    ["M/G/1 LCFS-PR", `M G 1 ${I} ${I} last-interrupts ${N}`],
    ["M/G/2 processor sharing", `M G 2 ${I} ${I} sharing ${N}`],
    ["M/G/1 SJF", `M G 1 ${I} ${I} shortest ${N}`],
    ["M/G/1 srpt", `M G 1 ${I} ${I} shortest-remaining ${N}`],
    ["M/G/1 priority", `M G 1 ${I} ${I} priority ${N}`],
    ["M/G/1 preemptive priority", `M G 1 ${I} ${I} preemptive ${N}`],
  ])("%s", (text, expected) => assert.equal(read(text), expected));
});

describe("what is misspelt is named, and what was expected:", () => {
  test.each([
    ["M/M", "M/M", /2 parts .* arrivals\/service\/servers, as in M\/M\/3/],
    ["MM3", "MM3", /one part/],
    ["M/M/1/2/3/4", "M/M/1/2/3/4", /6 parts/],
    ["X/M/1", "X", /^X is no law of arrivals .*: it is M, D, E2/],
    ["M/MMPP/1", "MMPP", /no law of service/],
    ["M/Ek/1", "Ek", /Write the number of stages: E2\./],
    ["M/E0/1", "E0", /no law of service/],
    [
      "M/M/three",
      "three",
      /three is no number of servers in M\/M\/three: write a whole number from 1 to 999999, or inf/,
    ],
    ["M/M/0", "0", /no number of servers/],
    ["M/M/1.5", "1.5", /no number of servers/],
    ["M/M/3/2", "2", /K = 2 counts those in service too.*Write at least 3/],
    ["M/M/3/x", "x", /places in the system \(K\)/],
    ["M/M/3//-1", "-1", /clients \(N\)/],
    ["M/M/1 fastest", "fastest", /fastest is no order of service. There are FIFO, LIFO/],
    ["", "", /one part/],
  ])("%s", (text, part, message) => {
    const notation = readNotation(text);
    assert.ok("misread" in notation);
    assert.equal(notation.part, part);
    assert.match(notation.misread, message);
  });
});
