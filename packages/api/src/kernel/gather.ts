type Waiting<Request, Answer> = {
  request: Request;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

/**
 * One read for many who ask: what is asked while one is under way is part of the next. A read begins
 * after all its questions were asked, so nobody gets what was true before.
 *
 * @param run answers a batch in its order
 */
export function gather<Request, Answer>(
  maxBatch: number,
  run: (batch: readonly Request[]) => Promise<readonly Answer[]>,
): (request: Request) => Promise<Answer> {
  const waiting: Waiting<Request, Answer>[] = [];
  let isRunning = false;

  const settle = async (batch: readonly Waiting<Request, Answer>[]) => {
    try {
      const answers = await run(batch.map(({ request }) => request));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const work = async () => {
    isRunning = true;
    while (waiting.length > 0) await settle(waiting.splice(0, maxBatch));
    isRunning = false;
  };
  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      if (!isRunning) void work();
    });
}
