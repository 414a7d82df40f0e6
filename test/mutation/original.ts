import { Modules, outcomeOf, type Test } from "./modules.ts";
import { Numbers } from "./numbers.ts";

/** The unchanged program: what tests are answered by it. */
export class Original {
  private readonly numbers = new Numbers();
  private readonly tests = new Map<string, Test[]>();
  private readonly heard = new Map<string, number[]>();
  private readonly modules: Modules;

  /** @param source the file that is going to be changed, and its code as it is */
  constructor(source: string, code: string) {
    this.modules = new Modules(source, code, this.numbers);
  }

  /** What a test is answered; it is run once. */
  async answers(file: string, name: string): Promise<number[]> {
    const key = `${file} ${name}`;
    const known = this.heard.get(key) ?? (await this.run(file, name));
    this.heard.set(key, known);
    return known;
  }

  private async run(file: string, name: string): Promise<number[]> {
    const tests = this.tests.get(file) ?? (await this.modules.testsOf(file, 60_000));
    this.tests.set(file, tests);
    const test = tests.find((one) => one.name === name);
    this.numbers.take();
    if (test === undefined || outcomeOf(test, 120_000) !== "passed") throw new Error(`"${name}" cannot be listened to`);
    return this.numbers.take();
  }
}
