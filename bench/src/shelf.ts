import type { Shop } from "./shop.ts";

/** What a crowd may look at, and buy. */
export type Shelf = { url: string; handles: string[]; variantIds: string[] };

/** Ten articles that a crowd can't buy empty, and the addresses of what it looks at. */
export async function stockUp({ apis, token }: Shop): Promise<Shelf> {
  const url = apis[0]?.url ?? "";
  const call = async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${url}/api/v1${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": JSON.stringify(body ?? ""),
      },
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  type Item = { handle: string; holdOnAdd: boolean; variants: { id: string }[] };
  const { items } = await call<{ items: Item[] }>("/products?limit=40&region=eu");
  const locations = await call<{ items: { id: string }[] }>("/locations");
  const locationId = locations.items[0]?.id;
  // No drops: each order then takes the same way.
  const variantIds = items
    .filter(({ holdOnAdd }) => !holdOnAdd)
    .slice(0, 10)
    .flatMap(({ variants }) => variants.slice(0, 1))
    .map(({ id }) => id);
  for (const variantId of variantIds) {
    const adjustment = { variantId, locationId, delta: 1_000_000, reason: "received" };
    await call("/inventory/adjustments", adjustment);
  }
  return { url, handles: items.map(({ handle }) => handle), variantIds };
}
