/** The request can't be understood, or asks for what the gateway never does. Answered with 400. */
export class RequestError extends Error {
  override name = "RequestError";
}

/** Redis can't be reached, or went away before it answered. Answered with 503. */
export class RedisUnavailable extends Error {
  override name = "RedisUnavailable";
}
