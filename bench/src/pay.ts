/** The way from a bag to an order, as every shopper of a bench takes it. */
export type Resource = { id: string; version: number; state: string };
export type Call = (
  method: string,
  path: string,
  body: object,
  headers?: Record<string, string>,
) => Promise<Resource>;

const shippingAddress = {
  name: "Ada",
  line1: "Ring 1",
  city: "Berlin",
  postalCode: "10115",
  country: "DE",
};

/** @returns the order */
export async function payFor(cartId: string, call: Call): Promise<Resource> {
  const { id, version } = await call("POST", "/checkouts", { cartId });
  const details = { email: "ada@example.com", shippingOptionId: "standard", shippingAddress };
  await call("PATCH", `/checkouts/${id}`, details, { "if-match": `"${version}"` });
  const payment = { payment: { provider: "test", token: "tok_success" } };
  // One attempt for each checkout; an id as a key, so that a replay gives it another one.
  return await call("POST", `/checkouts/${id}/complete`, payment, { "idempotency-key": id });
}
