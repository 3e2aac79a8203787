import type { Database } from "@meridian/db/client.ts";
import { makeLocation, makeVariant } from "@meridian/api/testing/shop.ts";

export type Article = {
  variantId: string;
  /** Units that there were before anybody bought. */
  units: number;
  /** At one location, so that every change of its stock is one version. */
  isAtOnePlace: boolean;
};

export type Shelf = {
  /** More than anybody can buy: nothing is ever adjusted. */
  plenty: readonly Article[];
  /** Fewer than are wanted: everybody races for them. */
  scarce: readonly Article[];
};

/** Puts goods on the shelf. @param scarceUnits of each scarce article */
export async function fillShelf(db: Database, scarceUnits: number): Promise<Shelf> {
  const first = await makeLocation(db, 0);
  const second = await makeLocation(db, 1);
  const make = async (stock: Record<string, number>): Promise<Article> => {
    const { variantId } = await makeVariant(db, { stock });
    const counts = Object.values(stock);
    const units = counts.reduce((sum, count) => sum + count, 0);
    return { variantId, units, isAtOnePlace: counts.length === 1 };
  };
  const half = Math.ceil(scarceUnits / 2);
  return {
    plenty: [
      await make({ [first]: 1_000_000 }),
      await make({ [first]: 1_000_000 }),
      await make({ [second]: 1_000_000 }),
      await make({ [first]: 500_000, [second]: 500_000 }),
    ],
    scarce: [
      await make({ [first]: scarceUnits }),
      await make({ [second]: scarceUnits }),
      await make({ [first]: half, [second]: scarceUnits - half }),
      await make({ [first]: 1 }),
    ],
  };
}

export function articlesOf({ plenty, scarce }: Shelf): readonly Article[] {
  return [...plenty, ...scarce];
}
