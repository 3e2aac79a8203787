import type { IncomingHttpHeaders } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { preferredCoding, type Coding } from "../http/accept.ts";
import { isNotModified } from "../http/etag.ts";
import { always } from "../plugins/headers.ts";
import type { Reading } from "./kept-reads.ts";

/** As @fastify/compress does: below this a coding saves nothing, and above this quality it costs too much. */
const leastBytes = 1_024;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** What one kind of request gets; `flatHeaders` has all that is not a request's own, name after value. */
export type Representation = {
  status: 200 | 304;
  headers: Readonly<Record<string, string>>;
  flatHeaders: readonly string[];
  body: Buffer | undefined;
};

/** One address's whole answer, ready to be sent: readings in the form of one face, with that face's headers. */
export class Answer {
  readonly readings: readonly Reading[];
  /** The route's template, for log and metrics. */
  readonly route: string;
  /** Whether a caller with a token gets it too. */
  readonly isForEverybody: boolean;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #contentType: string;
  readonly #body: Buffer;
  /** Absent where the face knows no conditional reads. */
  readonly #etag: string | undefined;
  readonly #made = new Map<Coding | "plain" | "not modified", Representation>();

  constructor(
    readings: readonly Reading[],
    parts: {
      route: string;
      headers: Record<string, string>;
      contentType: string;
      body: Buffer;
      etag?: string;
      isForEverybody?: boolean;
    },
  ) {
    this.readings = readings;
    this.route = parts.route;
    this.isForEverybody = parts.isForEverybody ?? false;
    this.#headers = parts.headers;
    this.#contentType = parts.contentType;
    this.#body = parts.body;
    this.#etag = parts.etag;
  }

  /** About what it may come to take with its codings. */
  get bytes(): number {
    return Math.ceil(this.#body.length * 1.5) + 1_000;
  }

  /** What a request with these headers gets. */
  to(asked: IncomingHttpHeaders): Representation {
    if (this.#etag !== undefined && isNotModified(asked["if-none-match"], this.#etag)) {
      return this.#keep("not modified", () => {
        // Whoever has it has its keys: of a list they are longer than all the rest.
        const { "surrogate-key": _, ...headers } = this.#headers;
        return { status: 304, headers };
      });
    }
    const coding =
      this.#body.length < leastBytes ? undefined : preferredCoding(asked["accept-encoding"]);
    if (coding === undefined) return this.#keep("plain", () => this.#whole(this.#body));
    return this.#keep(coding, () =>
      this.#whole(
        coding === "br" ? brotliCompressSync(this.#body, brotli) : gzipSync(this.#body),
        coding,
      ),
    );
  }

  send(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const { status, headers, body } = this.to(request.headers);
    return reply.code(status).headers(headers).send(body);
  }

  #whole(body: Buffer, coding?: Coding) {
    const headers = {
      ...this.#headers,
      "content-type": this.#contentType,
      ...(coding && { "content-encoding": coding }),
      "content-length": String(body.length),
    };
    return { status: 200, headers, body } as const;
  }

  #keep(
    kind: Coding | "plain" | "not modified",
    make: () => { status: 200 | 304; headers: Readonly<Record<string, string>>; body?: Buffer },
  ): Representation {
    const known = this.#made.get(kind);
    if (known !== undefined) return known;
    const made = make();
    const flatHeaders = Object.entries({ ...always, ...made.headers }).flat();
    const representation = { ...made, flatHeaders, body: made.body };
    this.#made.set(kind, representation);
    return representation;
  }
}
