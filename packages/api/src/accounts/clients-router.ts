import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { Nothing } from "./contract.ts";
import {
  ActionPage,
  ApiClient,
  ApiClientList,
  ClientInput,
  ClientSecret,
  CreateClient,
  ListActions,
} from "./contract/clients.ts";
import {
  createClient,
  disableClient,
  listActions,
  listClients,
  renewSecret,
} from "./service/clients.ts";

const tag = "Clients";

/** What admins look after: which systems may do what, and what was done. */
export const clientsRouter = router({
  create: procedure
    .meta(
      rest({
        method: "POST",
        path: "/clients",
        summary: "Make an API client",
        tag,
        status: 201,
        scope: "clients:write",
        reasons: ["client.unknown_scope"],
      }),
    )
    .input(CreateClient)
    .output(ApiClient)
    .mutation(({ ctx, input }) => createClient(ctx, input)),
  renewSecret: procedure
    .meta(
      rest({
        method: "PUT",
        path: "/clients/{clientId}/secret",
        summary: "Give a client a new secret, told in this answer alone",
        tag,
        scope: "clients:write",
        reasons: ["client.not_found"],
      }),
    )
    .input(ClientInput)
    .output(ClientSecret)
    .mutation(({ ctx, input }) => renewSecret(ctx, input)),
  list: procedure
    .meta(
      rest({
        method: "GET",
        path: "/clients",
        summary: "All API clients and applications, newest first",
        tag,
        scope: "clients:write",
      }),
    )
    .input(Nothing)
    .output(ApiClientList)
    .query(({ ctx }) => listClients(ctx)),
  disable: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/clients/{clientId}",
        summary: "Let a client have no tokens any more",
        tag,
        scope: "clients:write",
        reasons: ["client.not_found"],
      }),
    )
    .input(ClientInput)
    .output(ApiClient)
    .mutation(({ ctx, input }) => disableClient(ctx, input)),
  actions: procedure
    .meta(
      rest({
        method: "GET",
        path: "/audit",
        summary: "What clients and staff did, newest first",
        tag,
        scope: "audit:read",
      }),
    )
    .input(ListActions)
    .output(ActionPage)
    .query(({ ctx, input }) => listActions(ctx, input)),
});
