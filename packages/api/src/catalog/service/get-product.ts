import type { ServiceContext } from "../../kernel/context.ts";
import { DomainError } from "../../kernel/errors.ts";
import type { GetProduct, Product } from "../contract.ts";
import { findDetail } from "./product-rows.ts";
import { getRegion } from "./regions.ts";

/** @throws not_found `catalog.product_not_found` {handle}: also when it is not active or not sold in the region. */
export async function getProduct(ctx: ServiceContext, input: GetProduct): Promise<Product> {
  const region = await getRegion(ctx, input.region);
  const product = await findDetail(ctx, region, input.handle, input.language);
  if (!product) {
    throw new DomainError("not_found", "catalog.product_not_found", {
      message: "There is no such product in this region.",
      details: { handle: input.handle },
    });
  }
  return product;
}
