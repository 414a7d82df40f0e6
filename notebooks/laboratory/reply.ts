/** What comes back from a worker. */
export type Reply<Answer> = { answer: Answer } | { failed: string };

/** Makes this worker answer what it is asked; a page asks one question at a time. */
export function answerWith<Question>(work: (question: Question) => unknown): void {
  self.addEventListener("message", async ({ data }: MessageEvent<Question>) => {
    self.postMessage(await reply(() => work(data)));
  });
}

async function reply(work: () => unknown): Promise<Reply<unknown>> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
