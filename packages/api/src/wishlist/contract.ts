/**
 * The wish list: what a user wants to remember, each product once, the last added first. It holds no stock and keeps no
 * price: both are those of the moment. Whoever has a list's link may read it until the link is revoked, and never
 * learns from it whose list it is.
 */
import { z } from "zod";
import { ProductId, ProductSummary, RegionId } from "../catalog/contract.ts";
import { id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { inLanguage } from "../kernel/language.ts";
import { PageInput } from "../kernel/page.ts";
import { maxWishes } from "./contract/limits.ts";

export const WishlistId = id("wish");
export const ShareToken = z
  .string()
  .regex(/^[\w-]{32}$/, "must be the token of a shared list")
  .meta({ description: "Unguessable: whoever has it may read the list" });

export const Wishlist = z
  .object({
    id: WishlistId.nullable().meta({ description: "null: nothing was ever put on it" }),
    version: z.number().int(),
    productIds: z.array(ProductId).meta({ description: "The last added first" }),
    share: z
      .object({ token: ShareToken, sharedAt: Instant })
      .nullable()
      .meta({ description: "null: nobody else can read it" }),
  })
  .meta({ id: "Wishlist" });
export type Wishlist = z.infer<typeof Wishlist>;

const region = RegionId.default("eu").meta({ description: "Whose prices are told" });

export const ListWishes = z.strictObject({ region, ...inLanguage, ...PageInput.shape });
export type ListWishes = z.output<typeof ListWishes>;

export const Wish = z
  .object({
    productId: ProductId,
    addedAt: Instant,
    product: ProductSummary.nullable().meta({
      description: "null: not sold in the region at the moment",
    }),
  })
  .meta({ id: "Wish" });
export type Wish = z.infer<typeof Wish>;

export const WishPage = z
  .object({
    items: z.array(Wish),
    nextCursor: z.string().nullable(),
    total: z.number().int(),
  })
  .meta({ id: "WishPage" });
export type WishPage = z.infer<typeof WishPage>;

export const GetShared = z.strictObject({
  token: ShareToken,
  region,
  ...inLanguage,
  ...PageInput.shape,
});
export type GetShared = z.output<typeof GetShared>;

export const SharedWishPage = z
  .object({
    items: z
      .array(ProductSummary)
      .meta({ description: "What of it is sold in the region, the last added first" }),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: "SharedWishPage" });
export type SharedWishPage = z.infer<typeof SharedWishPage>;

export const Nothing = z.strictObject({});

export const OneWish = z.strictObject({ productId: ProductId });
export type OneWish = z.infer<typeof OneWish>;

export const MergeWishes = z.strictObject({
  productIds: z
    .array(ProductId)
    .min(1)
    .max(maxWishes)
    .meta({ description: "The last added first; what is no product any more is left out" }),
});
export type MergeWishes = z.infer<typeof MergeWishes>;

export const reasons = {
  "wishlist.product_not_found": z.object({ productId: ProductId }),
  "wishlist.too_many": z.object({ max: z.number() }),
  /** Or it was revoked. */
  "wishlist.share_not_found": z.object({}),
} as const;
