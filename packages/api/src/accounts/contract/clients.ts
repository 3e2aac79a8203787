import { z } from "zod";
import { Instant } from "../../kernel/instant.ts";
import { PageInput } from "../../kernel/page.ts";
import { Name } from "./users.ts";

export const ApiClientId = z.string().regex(/^client_[0-9a-z]{1,40}$/, "must be a client's id");

export const ApiClient = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(["system", "application"]),
    scopes: z.array(z.string()),
    isDisabled: z.boolean(),
    createdAt: Instant,
  })
  .meta({ id: "ApiClient" });
export type ApiClient = z.infer<typeof ApiClient>;

export const ClientSecret = z
  .object({ clientId: z.string(), secret: z.string() })
  .meta({ id: "ApiClientSecret" });
export type ClientSecret = z.infer<typeof ClientSecret>;

export const ApiClientList = z.object({ items: z.array(ApiClient) }).meta({ id: "ApiClientList" });
export type ApiClientList = z.infer<typeof ApiClientList>;

export const CreateClient = z.strictObject({
  name: Name,
  scopes: z.array(z.string().max(40)).min(1).max(20),
});
export type CreateClient = z.infer<typeof CreateClient>;

export const ClientInput = z.strictObject({ clientId: ApiClientId });
export type ClientInput = z.infer<typeof ClientInput>;

export const ListActions = z.strictObject({
  actorId: z.string().max(60).optional(),
  ...PageInput.shape,
});
export type ListActions = z.output<typeof ListActions>;

export const Action = z
  .object({
    at: Instant,
    actor: z.object({ kind: z.enum(["client", "user"]), id: z.string() }),
    procedure: z.string(),
    subjects: z.record(z.string(), z.string()),
    requestId: z.string(),
    address: z.string(),
  })
  .meta({ id: "Action" });
export type Action = z.infer<typeof Action>;

export const ActionPage = z
  .object({ items: z.array(Action), nextCursor: z.string().nullable() })
  .meta({ id: "ActionPage" });
export type ActionPage = z.infer<typeof ActionPage>;

export const clientReasons = {
  "client.not_found": z.object({ clientId: z.string() }),
  "client.unknown_scope": z.object({ scope: z.string() }),
} as const;
