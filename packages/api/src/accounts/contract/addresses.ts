import { z } from "zod";
import { id } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { Address } from "../../orders/contract.ts";

export const AddressId = id("adr");
export const maxAddresses = 50;

export const SavedAddress = z
  .object({
    id: AddressId,
    version: z.number().int(),
    address: Address,
    isDefault: z.boolean().meta({ description: "Exactly one is, where there are any" }),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: "SavedAddress" });
export type SavedAddress = z.infer<typeof SavedAddress>;

export const SavedAddressList = z
  .object({ items: z.array(SavedAddress) })
  .meta({ id: "SavedAddressList" });
export type SavedAddressList = z.infer<typeof SavedAddressList>;

export const AddAddress = z.strictObject({
  address: Address,
  isDefault: z
    .boolean()
    .default(false)
    .meta({ description: "In place of the one that is. The first one is it anyway" }),
});
export type AddAddress = z.output<typeof AddAddress>;

export const GetAddress = z.strictObject({ addressId: AddressId });
export type GetAddress = z.infer<typeof GetAddress>;

export const UpdateAddress = z.strictObject({
  addressId: AddressId,
  address: Address.optional(),
  isDefault: z
    .literal(true)
    .optional()
    .meta({ description: "In place of the one that is. To end it, make another one the default" }),
  expectedVersion: z.number().int(),
});
export type UpdateAddress = z.infer<typeof UpdateAddress>;

export const RemoveAddress = z.strictObject({
  addressId: AddressId,
  expectedVersion: z.number().int(),
});
export type RemoveAddress = z.infer<typeof RemoveAddress>;

export const addressReasons = {
  "addresses.not_found": z.object({ addressId: AddressId }),
  "addresses.version_mismatch": z.object({ expected: z.number(), actual: z.number() }),
  "addresses.precondition_required": z.object({}),
  "addresses.too_many": z.object({ max: z.number() }),
} as const;
