/** The checkout's requests, with what each refusal means to a shopper. */
import type { Checkout, UpdateCheckout } from "@meridian/api/checkout/contract.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { problemOf } from "#api/problem.ts";
import { missingFromDraft, readDraft, rememberDraft } from "#features/checkout/checkout-draft.ts";

type Client = TRPCClient<AppRouter>;
export type Fields = Omit<UpdateCheckout, "checkoutId" | "expectedVersion">;

/** Each loses against another writer at most this often before the shopper is asked. */
const mostMerges = 3;

/**
 * Holds the bag's stock, or goes on with the checkout that holds it already; fills in what this tab
 * knows of the shopper.
 * @throws what `checkout.start` refuses: `inventory.out_of_stock`, `cart.not_sold_here`, `checkout.not_open`
 */
export async function holdCart(
  client: Client,
  cartId: string,
  countries: readonly string[],
): Promise<Checkout> {
  const checkout = await client.checkout.start.mutate({ cartId });
  const known = missingFromDraft(checkout, countries, readDraft());
  if (checkout.state !== "open" || Object.keys(known).length === 0) return checkout;
  // What it knows is a convenience: the shopper is asked where it is refused.
  return await saveFields(client, checkout, known).catch(() => checkout);
}

/** Saves fields; when another tab was faster, its other fields stay and these are set upon them. */
export async function saveFields(
  client: Client,
  checkout: Checkout,
  fields: Fields,
): Promise<Checkout> {
  let current = checkout;
  for (let merges = 0; ; merges++) {
    try {
      const saved = await client.checkout.update.mutate({
        checkoutId: current.id,
        expectedVersion: current.version,
        ...fields,
      });
      rememberDraft(fields);
      return saved;
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.reason !== "checkout.version_mismatch" || merges === mostMerges) throw error;
      current = problem.current as Checkout;
    }
  }
}
