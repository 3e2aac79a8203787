export { responseOf, type ResponseInfo } from "./answers.ts";
export type {
  Answer,
  CallOptions,
  Input,
  OperationId,
  Options,
  PagedCall,
  Seen,
  StreamCall,
  StreamEvent,
} from "./calls.ts";
export { clientCredentials, type ClientCredentials } from "./client-credentials.ts";
export {
  ConnectionError,
  CredentialsError,
  ProblemError,
  type Problem,
  type Reason,
} from "./errors.ts";
export type { Meridian } from "./generated/operations.ts";
export type { components } from "./generated/schema.ts";
export { createMeridian, type MeridianOptions } from "./meridian.ts";
export type { TokenSource } from "./tokens.ts";
