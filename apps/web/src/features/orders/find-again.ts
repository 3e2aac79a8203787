import type { Product, RegionId } from "@meridian/api/catalog/contract.ts";
import type { LineVariant } from "@meridian/api/cart/rules/intent.ts";
import type { Order } from "@meridian/api/orders/contract.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { problemOf } from "#api/problem.ts";
import { lineVariantOf } from "#features/cart/line-variant.ts";
import type { Language } from "#i18n/languages.ts";

type Client = TRPCClient<AppRouter>;
type Place = { region: RegionId; language: Language };

/** What there still is of an order's lines, at today's price. @throws when the shop can't be asked */
export async function findAgain(
  client: Client,
  { lines }: Order,
  place: Place,
): Promise<{ variant: LineVariant; quantity: number }[]> {
  const handles = [...new Set(lines.map(({ productHandle }) => productHandle))];
  const [{ items }, products] = await Promise.all([
    client.inventory.list.query({ variantIds: lines.map(({ variantId }) => variantId) }),
    Promise.all(handles.map((handle) => findProduct(client, handle, place))),
  ]);
  const availableOf = new Map(items.map(({ variantId, available }) => [variantId, available]));
  return lines.flatMap(({ variantId, quantity }) => {
    const product = products.find((one) => one?.variants.some(({ id }) => id === variantId));
    const variant = product?.variants.find(({ id }) => id === variantId);
    const available = availableOf.get(variantId);
    if (!product || !variant || available === undefined || available === 0) return [];
    const stock =
      available === null
        ? ({ state: "uncounted" } as const)
        : ({ state: "plenty", available } as const);
    return [
      {
        variant: lineVariantOf(product, variant, stock),
        quantity: Math.min(quantity, available ?? quantity),
      },
    ];
  });
}

/** Undefined when it is not sold any more, or not here. */
async function findProduct(
  client: Client,
  handle: string,
  place: Place,
): Promise<Product | undefined> {
  try {
    return await client.catalog.get.query({ handle, ...place });
  } catch (error) {
    if (problemOf(error)?.status === 404) return undefined;
    throw error;
  }
}
