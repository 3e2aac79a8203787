import { setTimeout as sleep } from "node:timers/promises";

/** Waits until a GET of `url` succeeds. @throws with its last answer after `timeoutMs` */
export async function waitForHttp(
  url: string,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await probe(url);
    if (answer === "ok") return;
    if (performance.now() > deadline) throw new Error(`${url} answers: ${answer}`);
    await sleep(100, undefined, { signal });
  }
}

/** "ok", or why not. */
export async function probe(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: "manual" });
    await response.body?.cancel();
    return response.status < 400 ? "ok" : `status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether anybody answers there at all: a refusal is an answer, too. */
export async function answersHttp(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: "manual" });
  await answer.body?.cancel();
  return true;
}
