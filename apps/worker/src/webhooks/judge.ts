import { pauseAfter, type Outcome } from "@meridian/api/server.ts";
import type { Answer } from "./sender.ts";

export type Verdict = Pick<Outcome, "state" | "pauseSeconds"> & {
  /** 410: the endpoint wants nothing any more. */
  isGone: boolean;
};

/** What an answer means: 2xx alone is delivered; a redirect is not followed, so it is a failure like others. */
export function judge(answer: Answer, made: number, random = Math.random()): Verdict {
  const { status } = answer;
  if (status !== null && status >= 200 && status < 300) {
    return { state: "delivered", pauseSeconds: 0, isGone: false };
  }
  if (status === 410) return { state: "failed", pauseSeconds: 0, isGone: true };
  const pause = pauseAfter(made, random, answer.retryAfterSeconds);
  return pause === null
    ? { state: "failed", pauseSeconds: 0, isGone: false }
    : { state: "pending", pauseSeconds: pause, isGone: false };
}
