import { refusalOf, publicError, type PublicError, type Reason } from "@meridian/api/server.ts";
import type { FastifyError } from "fastify";
import { catalogue } from "./catalogue.ts";

export const maxBodyBytes = 1_048_576;
export const maxUrlBytes = 8_192;

/** A refusal by HTTP itself, for which no kind of the domain stands. */
export class HttpRefusal extends Error {
  readonly reason: Reason;
  readonly details: Record<string, unknown> | undefined;
  readonly headers: Record<string, string>;

  constructor(
    reason: Reason,
    message: string,
    init: { details?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = "HttpRefusal";
    this.reason = reason;
    this.details = init.details;
    this.headers = init.headers ?? {};
  }
}

export const notAcceptable = (mediaType = "application/json") =>
  new HttpRefusal("request.not_acceptable", `This address answers with ${mediaType}.`, {
    details: { available: [mediaType] },
  });

export const unsupportedEncoding = () =>
  new HttpRefusal("request.unsupported_media_type", "Bodies are read without content coding.", {
    headers: { "accept-encoding": "identity" },
  });

export const urlTooLong = () =>
  new HttpRefusal("request.url_too_long", `An address may have ${maxUrlBytes} bytes.`, {
    details: { maxBytes: maxUrlBytes },
  });

/** RFC 9112 3.2. */
export const noHost = () =>
  new HttpRefusal("request.invalid_header", "A request in HTTP/1.1 names its Host.", {
    details: { header: "Host" },
  });

const tooLarge = () =>
  new HttpRefusal("request.too_large", `A body may have ${maxBodyBytes} bytes.`, {
    details: { maxBytes: maxBodyBytes },
    headers: { connection: "close" },
  });

const byFastifyCode: Record<string, () => HttpRefusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new HttpRefusal(
      "request.unsupported_media_type",
      "The body must be application/json in UTF-8.",
    ),
  FST_ERR_MAX_PARAM_LENGTH: urlTooLong,
};

/** Anything thrown on the way to an answer -> what the caller may know, and headers that belong to it. */
export function explain(
  thrown: unknown,
  requestId: string,
): { error: PublicError; headers: Record<string, string> } {
  const refusal = thrown instanceof HttpRefusal ? thrown : fromFastify(thrown);
  if (refusal !== undefined) {
    const { reason, message, details, headers } = refusal;
    const { status } = catalogue[reason];
    return { error: { reason, status, message, requestId, ...(details && { details }) }, headers };
  }
  const error = publicError(refusalOf(thrown) ?? thrown, requestId);
  return { error, headers: headersOf(error) };
}

function fromFastify(thrown: unknown): HttpRefusal | undefined {
  const { code, statusCode } = (thrown ?? {}) as Partial<FastifyError>;
  if (typeof code === "string" && code in byFastifyCode) return byFastifyCode[code]?.();
  if (typeof code !== "string" || !code.startsWith("FST_")) return undefined;
  if (statusCode === undefined || statusCode < 400 || statusCode > 499) return undefined;
  return new HttpRefusal("request.malformed", "The request could not be read.");
}

function headersOf(error: PublicError): Record<string, string> {
  const headers: Record<string, string> = {};
  if (error.retryAfterSeconds !== undefined) {
    headers["retry-after"] = String(Math.ceil(error.retryAfterSeconds));
  }
  if (error.status === 401) headers["www-authenticate"] = "Bearer";
  if (error.reason === "auth.token_invalid") {
    headers["www-authenticate"] = 'Bearer error="invalid_token"';
  }
  if (error.reason === "auth.scope_missing") {
    headers["www-authenticate"] =
      `Bearer error="insufficient_scope", scope="${String(error.details?.["scope"])}"`;
  }
  const version = (error.current as { version?: unknown } | undefined)?.version;
  if (error.status === 412 && typeof version === "number") headers["etag"] = `"${version}"`;
  return headers;
}
