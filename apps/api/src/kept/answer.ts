import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { preferredCoding, type Coding } from "../http/accept.ts";
import { isNotModified } from "../http/etag.ts";
import type { Reading } from "./kept-reads.ts";

/** As @fastify/compress does: below this a coding saves nothing, and above this quality it costs too much. */
const leastBytes = 1_024;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** One address's whole answer, ready to be sent: readings in the form of one face, with that face's headers. */
export class Answer {
  readonly readings: readonly Reading[];
  readonly #headers: Readonly<Record<string, string>>;
  readonly #contentType: string;
  readonly #body: Buffer;
  /** Absent where the face knows no conditional reads. */
  readonly #etag: string | undefined;
  readonly #coded = new Map<Coding, Buffer>();

  constructor(
    readings: readonly Reading[],
    parts: { headers: Record<string, string>; contentType: string; body: Buffer; etag?: string },
  ) {
    this.readings = readings;
    this.#headers = parts.headers;
    this.#contentType = parts.contentType;
    this.#body = parts.body;
    this.#etag = parts.etag;
  }

  /** About what it may come to take with its codings. */
  get bytes(): number {
    return Math.ceil(this.#body.length * 1.5) + 1_000;
  }

  send({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
    reply.headers(this.#headers);
    if (this.#etag !== undefined && isNotModified(headers["if-none-match"], this.#etag)) {
      return reply.code(304).send();
    }
    reply.header("content-type", this.#contentType);
    const coding =
      this.#body.length < leastBytes ? undefined : preferredCoding(headers["accept-encoding"]);
    if (coding === undefined) return reply.send(this.#body);
    return reply.header("content-encoding", coding).send(this.#inCoding(coding));
  }

  #inCoding(coding: Coding): Buffer {
    let coded = this.#coded.get(coding);
    if (coded === undefined) {
      coded = coding === "br" ? brotliCompressSync(this.#body, brotli) : gzipSync(this.#body);
      this.#coded.set(coding, coded);
    }
    return coded;
  }
}
