import type { Reply } from "./reply.ts";

/** The cell of a notebook that asks. */
export interface Cell {
  /** Resolves when the cell is to be computed anew. */
  invalidation: Promise<void>;
  /** Gives a promise that resolves when the cell can be seen, and rejects when it is to be computed anew. */
  visibility: () => Promise<void>;
}

/** Answers of a page that are kept; beyond that the oldest are forgotten. */
const MOST_KEPT = 500;

/** A question, from being asked to being answered. */
class Job<Question, Answer> {
  readonly question: Question;
  readonly answer: Promise<Answer>;
  resolve: (answer: Answer) => void = () => {};
  reject: (reason: Error) => void = () => {};
  /** Cells that still want to know. */
  askers = 0;
  /** Whether somebody looks at one of them. */
  seen = false;

  constructor(question: Question) {
    this.question = question;
    this.answer = new Promise((resolve, reject) => Object.assign(this, { resolve, reject }));
  }
}

/**
 * Workers that are alike and work on one question each, so that the page stays free to follow the mouse. The same
 * question has the same answer, so answers are kept. What is looked at comes first, and what nobody wants to know any
 * more is not begun.
 */
export class Crew<Question, Answer> {
  private readonly idle: Worker[];
  private readonly queue: Job<Question, Answer>[] = [];
  private readonly jobs = new Map<string, Job<Question, Answer>>();

  /** @param size workers, an integer ≥ 1 */
  constructor(hire: () => Worker, size: number) {
    this.idle = Array.from({ length: size }, hire);
  }

  ask(question: Question, { invalidation, visibility }: Cell): Promise<Answer> {
    const key = JSON.stringify(question);
    const job = this.jobs.get(key) ?? this.take(key, question);
    job.askers++;
    void invalidation.then(() => this.leave(key, job));
    const seen = () => {
      job.seen = true;
    };
    void visibility().then(seen, () => {});
    this.handOut();
    return job.answer;
  }

  private take(key: string, question: Question): Job<Question, Answer> {
    const job = new Job<Question, Answer>(question);
    job.answer.catch(() => this.jobs.delete(key));
    this.jobs.set(key, job);
    this.queue.push(job);
    const [oldest] = this.jobs.keys();
    if (this.jobs.size > MOST_KEPT) this.jobs.delete(oldest!);
    return job;
  }

  private leave(key: string, job: Job<Question, Answer>): void {
    const at = this.queue.indexOf(job);
    if (--job.askers > 0 || at < 0) return;
    this.queue.splice(at, 1);
    this.jobs.delete(key);
    job.reject(new Error("Nobody waits for the answer any more."));
  }

  private handOut(): void {
    while (this.idle.length > 0 && this.queue.length > 0) {
      const seen = this.queue.findIndex((job) => job.seen);
      const [job] = this.queue.splice(Math.max(0, seen), 1);
      this.work(this.idle.pop()!, job!);
    }
  }

  private work(worker: Worker, { question, resolve, reject }: Job<Question, Answer>): void {
    worker.onmessage = ({ data }: MessageEvent<Reply<Answer>>) => {
      if ("failed" in data) reject(new Error(data.failed));
      else resolve(data.answer);
      this.idle.push(worker);
      this.handOut();
    };
    worker.onerror = (event) => reject(new Error(event.message || "A worker of this page could not start."));
    worker.postMessage(question);
  }
}
