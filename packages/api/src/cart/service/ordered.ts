import { sql } from "drizzle-orm";
import { statement } from "../../kernel/statement.ts";
import type { TransactionContext } from "../../kernel/transaction.ts";
import { changeCounter, compactCounter, quantityOf } from "../rules/counter.ts";
import { markOrdered } from "./checkout.ts";
import { commitChange } from "./commit.ts";
import type { LineWrite } from "./plan.ts";
import type { LoadedCart } from "./rows.ts";
import { lockActiveCart, requireCart } from "./write.ts";

type Ordered = { variantId: string; quantity: number };

/**
 * Takes out of a cart what an order bought. What came into it after its checkout began stays, and the
 * cart with it; a cart that has nothing left is ordered. Where the cart was merged into another one
 * meanwhile, it is taken from there. The caller has locked the cart.
 * @param input.version the version that was bought: when it is still that, the whole cart is ordered as it is
 * @throws conflict `cart.not_active`, not_found `cart.not_found` when it had ended before
 */
export async function takeOrdered(
  tx: TransactionContext,
  input: { cartId: string; version?: number; lines: readonly Ordered[] },
): Promise<void> {
  const { cartId, version, lines } = input;
  const now = await findState(tx, cartId);
  if (now?.mergedInto) {
    await lockActiveCart(tx, now.mergedInto);
    return takeOrdered(tx, { cartId: now.mergedInto, lines });
  }
  if (now?.version === version) return markOrdered(tx, cartId);
  const loaded = await requireCart(tx, cartId);
  const writes = writesWithout(loaded, lines);
  const gone = writes.filter(({ counter }) => quantityOf(counter) === 0);
  await commitChange(tx, loaded, { lines: writes, isChanged: gone.length < loaded.lines.length });
  if (gone.length === loaded.lines.length) await markOrdered(tx, cartId);
}

function writesWithout({ row, lines }: LoadedCart, ordered: readonly Ordered[]): LineWrite[] {
  return lines.flatMap((line) => {
    const { variantId, priceMinor, seenPriceMinor } = line;
    const bought = ordered.find((o) => o.variantId === variantId)?.quantity ?? 0;
    if (bought === 0) return [];
    const counter = line.counter ?? {};
    const writer = { device: "order", version: row.version };
    const left = Math.max(0, quantityOf(counter) - bought);
    const rest = changeCounter(counter, { type: "set", quantity: left }, writer);
    return [
      {
        variantId,
        counter: compactCounter(rest, row.version),
        priceMinor: seenPriceMinor ?? priceMinor ?? 0,
      },
    ];
  });
}

async function findState(tx: TransactionContext, cartId: string) {
  const [row] = await statement<{ version: number; mergedInto: string | null }>(
    tx.db,
    sql`select version, merged_into as "mergedInto" from cart where id = ${cartId}`,
  );
  return row;
}
