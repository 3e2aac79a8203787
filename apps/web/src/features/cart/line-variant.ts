import type { Image, ProductSummary, Variant } from "@meridian/api/catalog/contract.ts";
import type { LineVariant } from "@meridian/api/cart/rules/intent.ts";
import type { Stock } from "#features/inventory/use-stock.ts";

/** What the bag shows of a variant before the server has answered. */
export function lineVariantOf(
  product: ProductSummary & { images?: readonly Image[] },
  variant: Variant,
  stock: Stock | undefined,
): LineVariant {
  const isCounted = stock?.state === "low" || stock?.state === "plenty";
  return {
    variantId: variant.id,
    productId: product.id,
    productHandle: product.handle,
    title: product.title,
    variantTitle: variant.title,
    sku: variant.sku,
    options: variant.options,
    image: product.images?.find(({ variantId }) => variantId === variant.id) ?? product.image,
    hue: product.hue,
    unitPrice: variant.price,
    compareAt: variant.compareAt,
    available: isCounted ? stock.available : stock?.state === "none" ? 0 : null,
    isTaxable: true,
  };
}
