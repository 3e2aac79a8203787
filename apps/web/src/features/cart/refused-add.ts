/** What did not go into the bag, in an address: for who fills it without JavaScript, and is told by a page of its own. */
import type { Refusal } from "#features/cart/local-state.ts";

export type RefusedAdd = Pick<Refusal, "reason" | "details"> & {
  /** The product's handle. */
  product: string;
  /** Whether some of it is in the bag already. */
  isInBag: boolean;
};

type Query = Record<string, string | string[] | undefined>;

export function refusedAddPath({ reason, details, product, isInBag }: RefusedAdd): string {
  const { available, max, drop } = details;
  const told = Object.entries({
    reason,
    product,
    available,
    max,
    drop,
    ...(isInBag && { isInBag }),
  });
  const known = told.filter(([, value]) => value !== undefined);
  return `/cart/refused?${new URLSearchParams(known.map(([name, value]) => [name, String(value)])).toString()}`;
}

export function readRefusedAdd(query: Query): RefusedAdd {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  /** Who wrote it into the address may have written anything. */
  const number = (name: string) => (/^\d{1,9}$/.test(text(name)) ? Number(text(name)) : 0);
  const drop = text("drop");
  return {
    reason: text("reason"),
    details: {
      available: number("available"),
      max: number("max"),
      ...(drop !== "" && { drop }),
    },
    product: text("product"),
    isInBag: text("isInBag") === "true",
  };
}
