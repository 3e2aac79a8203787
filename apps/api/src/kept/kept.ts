import { ChangeTags, type Clock, type LogFollower, type NewEvent } from "@meridian/api/server.ts";
import type { RequestListener } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Config } from "../env.ts";
import type { AccessTokens } from "../auth/access-tokens.ts";
import type { RateLimits } from "../limits/rate-limits.ts";
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
  config: Pick<Config, "keptBytes" | "trustProxy">;
  limits: RateLimits;
  isClosing(): boolean;
  log: Logger;
  clock: Clock;
  tokens: Pick<AccessTokens, "findKnown">;
  follower: Pick<LogFollower, "subscribe" | "isCurrent">;
};

/** Sets up what this process keeps of public reads, and answers it before everything else. */
export function keepReads(app: FastifyInstance, deps: Dependencies): Kept {
  const { config, clock, follower } = deps;
  // A reading and the answers made of it are about alike in size.
  const maxBytes = config.keptBytes / 2;
  const changes = new ChangeTags();
  const reads = new KeptReads({ maxBytes, clock, isFollowing: () => follower.isCurrent });
  const answers = new Answers(reads, maxBytes);
  const unsubscribe = follower.subscribe({
    onEvents: (events) => reads.invalidate(changes.ofLogged(events)),
    onGap: () => {
      changes.forget();
      reads.clear();
    },
    onStall: () => {},
  });
  app.addHook("onClose", async () => unsubscribe());
  const [listener] = app.server.listeners("request") as RequestListener[];
  if (listener === undefined) throw new Error("the server has no listener");
  app.server
    .removeAllListeners("request")
    .on("request", answerEarly({ ...deps, answers, app }, listener));
  addKeptMetrics(app.metrics, reads, answers);
  return {
    operations: new KeptOperations(reads, clock),
    answers,
    committed: (events) => reads.invalidate(changes.ofOwn(events)),
  };
}
