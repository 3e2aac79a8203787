import { z } from "zod";
import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import { Nothing } from "./contract.ts";
import {
  AddAddress,
  GetAddress,
  RemoveAddress,
  SavedAddress,
  SavedAddressList,
  UpdateAddress,
} from "./contract/addresses.ts";
import {
  addAddress,
  getAddress,
  listAddresses,
  removeAddress,
  updateAddress,
} from "./service/addresses.ts";

const common = { tag: "Accounts", user: true } as const;
const one = "/users/me/addresses/{addressId}";
const found = ["addresses.not_found"];

export const addressesRouter = router({
  list: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: "/users/me/addresses",
        summary: "One's own addresses, the default first",
      }),
    )
    .input(Nothing)
    .output(SavedAddressList)
    .query(({ ctx }) => listAddresses(ctx)),
  add: procedure
    .meta(
      rest({
        ...common,
        method: "POST",
        path: "/users/me/addresses",
        summary: "Keep an address",
        status: 201,
        location: (address: SavedAddress) => `/api/v1/users/me/addresses/${address.id}`,
        reasons: ["addresses.too_many"],
      }),
    )
    .input(AddAddress)
    .output(SavedAddress)
    .mutation(({ ctx, input }) => addAddress(ctx, input)),
  get: procedure
    .meta(
      rest({
        ...common,
        method: "GET",
        path: one,
        summary: "One of one's addresses",
        reasons: found,
      }),
    )
    .input(GetAddress)
    .output(SavedAddress)
    .query(({ ctx, input }) => getAddress(ctx, input)),
  update: procedure
    .meta(
      rest({
        ...common,
        method: "PATCH",
        path: one,
        summary: "Change an address, or make it the default",
        ifMatch: "required",
        reasons: [...found, "addresses.version_mismatch"],
      }),
    )
    .input(UpdateAddress)
    .output(SavedAddress)
    .mutation(({ ctx, input }) => updateAddress(ctx, input)),
  remove: procedure
    .meta(
      rest({
        ...common,
        method: "DELETE",
        path: one,
        summary: "Forget an address; of the others the newest becomes the default",
        status: 204,
        ifMatch: "required",
        reasons: [...found, "addresses.version_mismatch"],
      }),
    )
    .input(RemoveAddress)
    .output(z.void())
    .mutation(({ ctx, input }) => removeAddress(ctx, input)),
});
