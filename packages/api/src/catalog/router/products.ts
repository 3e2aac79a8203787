import { z } from "zod";
import { BatchAnswer } from "../../kernel/batch.ts";
import { rest } from "../../kernel/rest.ts";
import { procedure } from "../../kernel/trpc.ts";
import {
  AddProduct,
  ChangeProduct,
  GetProductRecord,
  ProductRecord,
  RemoveProduct,
} from "../contract/products.ts";
import { SetPrices } from "../contract/prices.ts";
import { setPrices } from "../service/prices.ts";
import { getProductRecord } from "../service/product-record.ts";
import { addProduct, changeProduct, removeProduct } from "../service/write-product.ts";

const tag = "Catalog";
const scope = "catalog:write";
const unsound = [
  "catalog.handle_taken",
  "catalog.sku_taken",
  "catalog.options_mismatch",
  "catalog.duplicate_variant",
  "catalog.unknown_variant",
  "catalog.wrong_currency",
  "catalog.compare_at_below_price",
  "catalog.unknown_category",
  "catalog.unknown_collection",
];

export const productProcedures = {
  record: procedure
    .meta(
      rest({
        method: "GET",
        path: "/products/{handle}/record",
        summary: "Get all of a product: every region's prices, drafts too",
        tag,
        scope,
        reasons: ["catalog.product_not_found"],
      }),
    )
    .input(GetProductRecord)
    .output(ProductRecord)
    .query(({ ctx, input }) => getProductRecord(ctx, input)),
  addProduct: procedure
    .meta(
      rest({
        method: "POST",
        path: "/products",
        summary: "Add a product",
        tag,
        scope,
        status: 201,
        location: ({ handle }: ProductRecord) =>
          `/api/v1/products/${encodeURIComponent(handle)}/record`,
        idempotencyKey: "optional",
        reasons: unsound,
      }),
    )
    .input(AddProduct)
    .output(ProductRecord)
    .mutation(({ ctx, input }) => addProduct(ctx, input)),
  changeProduct: procedure
    .meta(
      rest({
        method: "PATCH",
        path: "/products/{handle}",
        summary: "Change a product",
        description:
          "What is left out stays. Lists are replaced whole; a variant is the same by its id or, without one, by its options.",
        tag,
        scope,
        ifMatch: "required",
        reasons: ["catalog.product_not_found", "catalog.version_mismatch", ...unsound],
      }),
    )
    .input(ChangeProduct)
    .output(ProductRecord)
    .mutation(({ ctx, input }) => changeProduct(ctx, input)),
  removeProduct: procedure
    .meta(
      rest({
        method: "DELETE",
        path: "/products/{handle}",
        summary: "Remove a product",
        description:
          "Its handle and codes are free again. Orders keep what was ordered; carts say that it is not sold any more.",
        tag,
        scope,
        status: 204,
        ifMatch: "required",
        reasons: ["catalog.product_not_found", "catalog.version_mismatch"],
      }),
    )
    .input(RemoveProduct)
    .output(z.void())
    .mutation(({ ctx, input }) => removeProduct(ctx, input)),
  setPrices: procedure
    .meta(
      rest({
        method: "POST",
        path: "/prices/batch",
        summary: "Set up to 1,000 prices",
        description:
          "Each item is set or refused by itself; `results` are in the order of the items. Versions are those of products; one whose prices change gets one new version.",
        tag,
        scope,
        idempotencyKey: "optional",
      }),
    )
    .input(SetPrices)
    .output(BatchAnswer)
    .mutation(({ ctx, input }) => setPrices(ctx, input)),
};
