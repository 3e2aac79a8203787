import { ChangeTags, type Clock, type LogFollower, type NewEvent } from "@meridian/api/server.ts";
import type { FastifyInstance } from "fastify";
import { answerEarly } from "./answer-early.ts";
import { Answers } from "./answers.ts";
import { KeptOperations } from "./kept-operations.ts";
import { KeptReads } from "./kept-reads.ts";
import { addKeptMetrics } from "./metrics.ts";

export type Kept = {
  operations: KeptOperations;
  answers: Answers;
  /** This process has committed these: it sees its own writes at once, before the log tells of them. */
  committed(events: readonly NewEvent[]): void;
};

type Dependencies = {
  maxBytes: number;
  clock: Clock;
  follower: Pick<LogFollower, "subscribe" | "isCurrent">;
};

/** Sets up what this process keeps of public reads. Its hook stands where it is called. */
export function keepReads(app: FastifyInstance, deps: Dependencies): Kept {
  const { clock, follower } = deps;
  const changes = new ChangeTags();
  const reads = new KeptReads({
    // A reading and the answers made of it are about alike in size.
    maxBytes: deps.maxBytes / 2,
    clock,
    isFollowing: () => follower.isCurrent,
  });
  const answers = new Answers(reads, deps.maxBytes / 2);
  const unsubscribe = follower.subscribe({
    onEvents: (events) => reads.invalidate(changes.ofLogged(events)),
    onGap: () => {
      changes.forget();
      reads.clear();
    },
    onStall: () => {},
  });
  app.addHook("onClose", async () => unsubscribe());
  answerEarly(app, answers);
  addKeptMetrics(app.metrics, reads, answers);
  return {
    operations: new KeptOperations(reads, clock),
    answers,
    committed: (events) => reads.invalidate(changes.ofOwn(events)),
  };
}
