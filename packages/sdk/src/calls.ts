import type { operations } from "./generated/schema.ts";

/** The name of an operation in the API's document. */
export type OperationId = keyof operations;

type Neutral<T> = [T] extends [never] ? unknown : T;
type Parameters<Id extends OperationId, K extends "path" | "query" | "header"> = NonNullable<
  operations[Id]["parameters"][K]
>;
type BodyOf<B> = B extends { content: { "application/json": infer Json } }
  ? Json
  : { body: NonNullable<RequestInit["body"]> };
type Body<Id extends OperationId> = [NonNullable<operations[Id]["requestBody"]>] extends [never]
  ? unknown
  : BodyOf<NonNullable<operations[Id]["requestBody"]>>;
type Flat<T> = T extends unknown ? { [K in keyof T]: T[K] } : never;

/** Path, query and body as one object, as the procedure behind the operation has them. */
export type Input<Id extends OperationId> = Flat<
  Neutral<Parameters<Id, "path">> & Neutral<Parameters<Id, "query">> & Body<Id>
>;

type AnswerOf<R> = R extends { content: infer C }
  ? C extends { "application/json": infer Json }
    ? Json
    : C extends { "text/csv": infer Text }
      ? Text
      : never
  : undefined;
type Success<Id extends OperationId> =
  operations[Id]["responses"][keyof operations[Id]["responses"]];

/** What the operation answers with when it succeeds. */
export type Answer<Id extends OperationId> = AnswerOf<Success<Id>>;

/** What was seen: an answer of this client, or the ETag itself (with its quotes). */
export type Seen = object | string;

export type CallOptions = {
  /** Ends the call, and every wait in it. */
  signal?: AbortSignal;
  /** How long one attempt may take. */
  timeoutMs?: number;
  /** How often an attempt is repeated at most, where that is safe. */
  retries?: number;
  headers?: Record<string, string>;
};

type Headers<Id extends OperationId> = Neutral<Parameters<Id, "header">>;

/** `null`: nothing is there yet, so make it, and refuse when it is (`If-None-Match: *`). */
type IfMatch<H> = H extends { "If-Match": string }
  ? { ifMatch: Seen | null }
  : H extends { "If-Match"?: string }
    ? { ifMatch?: Seen }
    : unknown;
/** Made for each call unless given. Keep your own where an intent outlives the process. */
type Key<H> = "Idempotency-Key" extends keyof H ? { idempotencyKey?: string } : unknown;
/** An earlier answer: the very same is returned when nothing has changed since. */
type IfNoneMatch<H, T> = "If-None-Match" extends keyof H ? { ifNoneMatch?: T } : unknown;

export type Options<Id extends OperationId> = CallOptions &
  IfMatch<Headers<Id>> &
  Key<Headers<Id>> &
  IfNoneMatch<Headers<Id>, Answer<Id>>;

type Arguments<I, O> = object extends O
  ? object extends I
    ? [input?: I, options?: O]
    : [input: I, options?: O]
  : [input: I, options: O];

export type Call<Id extends OperationId> = (
  ...args: Arguments<Input<Id>, Options<Id>>
) => Promise<Answer<Id>>;

type ItemOf<Page> = Page extends { items: readonly (infer Item)[] } ? Item : never;

export type PagedCall<Id extends OperationId> = Call<Id> & {
  /** Every item, page after page, each page read when it is needed. */
  each(
    ...args: Arguments<Omit<Input<Id>, "cursor">, CallOptions>
  ): AsyncGenerator<ItemOf<Answer<Id>>, void, undefined>;
};

export type StreamOptions = Pick<CallOptions, "signal" | "headers">;

/** `id`: keep it to go on from here, even in another process. */
export type StreamEvent<T> = { id: string; event: string; data: T };

/** What is streamed beside a page is what the page holds. */
type EventOf<R> = R extends { content: infer C }
  ? C extends { "application/json": { items: readonly (infer Item)[] } }
    ? Item
    : C extends { "text/event-stream": infer Event }
      ? Event
      : never
  : never;

/**
 * Goes on by itself after an interruption, behind the last event; ends when the server says that nothing more will come.
 * `after` in the input: where to begin.
 */
export type StreamCall<Id extends OperationId> = (
  input: Input<Id>,
  options?: StreamOptions,
) => AsyncGenerator<StreamEvent<EventOf<Success<Id>>>, void, undefined>;
