/** The checkout's requests, with what each refusal means to a shopper. */
import type { Checkout, UpdateCheckout } from "@meridian/api/checkout/contract.ts";
import type { AppRouter } from "@meridian/api/root.ts";
import type { TRPCClient } from "@trpc/client";
import { problemOf } from "#api/problem.ts";
import { tryAgain } from "#api/try-again.ts";
import { tabUser } from "#features/account/session.ts";
import {
  missingFromDraft,
  readDraft,
  rememberDraft,
  type CheckoutFields,
} from "#features/checkout/checkout-draft.ts";

type Client = TRPCClient<AppRouter>;
export type Fields = Omit<UpdateCheckout, "checkoutId" | "expectedVersion">;

/** Each loses against another writer at most this often before the shopper is asked. */
const mostMerges = 3;

/**
 * Holds the bag's stock, or goes on with the checkout that holds it already; fills in what this tab and the account
 * know of the shopper.
 * @throws what `checkout.start` refuses: `inventory.out_of_stock`, `cart.not_sold_here`, `checkout.not_open`
 */
export async function holdCart(
  client: Client,
  cartId: string,
  countries: readonly string[],
): Promise<Checkout> {
  const [checkout, account] = await Promise.all([
    client.checkout.start.mutate({ cartId }),
    accountFields(client, countries),
  ]);
  const known = missingFromDraft(checkout, countries, { ...account, ...readDraft() });
  if (checkout.state !== "open" || Object.keys(known).length === 0) return checkout;
  // What it knows is a convenience: the shopper is asked where it is refused.
  return await tryAgain(() => saveFields(client, checkout, known)).catch(() => checkout);
}

/** Of who is signed in: the address for mails, and the default of those for parcels that this market serves. */
async function accountFields(
  client: Client,
  countries: readonly string[],
): Promise<CheckoutFields> {
  try {
    const user = await tryAgain(() => client.accounts.current.query({}));
    if (user === null) return {};
    const { items } = await tryAgain(() => client.addresses.list.query({}));
    const served = items.find(({ address }) => countries.includes(address.country));
    return { email: user.email, ...(served && { shippingAddress: served.address }) };
  } catch {
    // A convenience: the shopper is asked instead.
    return {};
  }
}

/** Saves fields; when another tab was faster, its other fields stay and these are set upon them. */
export async function saveFields(
  client: Client,
  checkout: Checkout,
  fields: Fields,
): Promise<Checkout> {
  // What is answered after somebody has signed out is not remembered for whoever comes next.
  const user = tabUser();
  let current = checkout;
  for (let merges = 0; ; merges++) {
    try {
      const saved = await client.checkout.update.mutate({
        checkoutId: current.id,
        expectedVersion: current.version,
        ...fields,
      });
      if (tabUser() === user) rememberDraft(fields);
      return saved;
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.reason !== "checkout.version_mismatch" || merges === mostMerges) throw error;
      current = problem.current as Checkout;
    }
  }
}
