import { DomainError, WatchInput, fieldErrors, maxTopics } from "@meridian/api/server.ts";
import type { FastifyRequest } from "fastify";

type RestQuery = { topics?: string | string[]; after?: string };
type TrpcQuery = { input?: string; lastEventId?: string };

/** `?topics=stock:var_1,cart:cart_2&after=...`; a browser that reconnects sends Last-Event-ID, which wins. */
export function restInput(request: FastifyRequest): WatchInput {
  const { topics, after, ...unknown } = request.query as RestQuery;
  const list = [topics ?? []].flat().flatMap((one) => one.split(",").filter(Boolean));
  return parse({ topics: list, lastEventId: lastEventId(request) ?? after, ...unknown });
}

/** tRPC's link puts the input, with the last id that it saw, into one JSON parameter. */
export function trpcInput(request: FastifyRequest): WatchInput {
  const query = request.query as TrpcQuery;
  const id = lastEventId(request) ?? query.lastEventId;
  return parse({ ...readJson(query.input), ...(id && { lastEventId: id }) });
}

function lastEventId(request: FastifyRequest): string | undefined {
  const header = request.headers["last-event-id"];
  return typeof header === "string" && header !== "" ? header : undefined;
}

function readJson(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch (cause) {
    throw new DomainError("malformed", "request.broken_json", {
      message: "The input is not valid JSON.",
      cause,
    });
  }
}

function parse(input: { topics?: unknown; lastEventId?: unknown }): WatchInput {
  const result = WatchInput.safeParse(input);
  if (result.success) return result.data;
  if (Array.isArray(input.topics) && input.topics.length > maxTopics) {
    throw new DomainError("invalid", "live.too_many_topics", {
      message: `A stream carries at most ${maxTopics} topics.`,
      details: { max: maxTopics },
    });
  }
  throw new DomainError("malformed", "request.invalid_input", {
    message: "The input does not have the right shape.",
    errors: fieldErrors(result.error),
  });
}
