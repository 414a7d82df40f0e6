import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { PROBLEM_CODES } from "../../src/config/problem-codes.ts";
import { explained } from "./loading.ts";
import { HABIT } from "./problems/habit.ts";
import { QUESTION } from "./problems/question.ts";
import { READING } from "./problems/reading.ts";
import { SENSE } from "./problems/sense.ts";
import { SHAPE } from "./problems/shape.ts";
import { VALUE } from "./problems/value.ts";

const SECTIONS = {
  "what cannot be read": READING,
  "what does not fit the language": SHAPE,
  "what cannot be the value of a setting": VALUE,
  "what makes no sense together": SENSE,
  "what cannot be asked": QUESTION,
  "what other tools have taught": HABIT,
};

for (const [section, cases] of Object.entries(SECTIONS)) {
  describe(section, () => {
    for (const { title, text, files, explained: expected } of cases) {
      test(title, async () => assert.equal(await explained(text, files), expected));
    }
  });
}

test("every code is met, in a case here or, where it takes a large text, among the hostile ones", () => {
  const large = ["file-too-large", "problems-too-many", "too-many-parts"];
  const cases = Object.values(SECTIONS).flat();
  const met = cases.flatMap(({ explained }) => [...explained.matchAll(/ {2}\[([a-z-]+)\]$/gm)].map(([, code]) => code));
  assert.deepEqual([...new Set([...met, ...large])].sort(), Object.keys(PROBLEM_CODES).sort());
});

test("every message ends as a sentence, and says what to write or where to look", () => {
  for (const { explained } of Object.values(SECTIONS).flat()) {
    for (const problem of explained.split("\n\n")) assert.match(problem.split("\n")[3], /[.?)]$|1 s$/);
  }
});
