export const description = `Everything that the shop does, over HTTP: browse, fill a cart, check out, pay, follow orders and stock.

Guides: [authenticate](/docs/guides/authenticate), [sync the catalogue](/docs/guides/sync-the-catalogue), [keep stock in step](/docs/guides/keep-stock-in-step), [place an order](/docs/guides/place-an-order), [receive events](/docs/guides/receive-events), [go live](/docs/guides/go-live).

- **Money** is an integer in the currency's minor unit beside its ISO 4217 code. **Times** are ISO 8601 in UTC.
- **An id of a cart, a checkout or an order is its key**: it is unguessable, and whoever holds it may use it.
- **Errors** are RFC 9457 problems. Decide by \`reason\`; every one is explained under [/docs/problems](/docs/problems).
- **Changes are conditional**: send the ETag that you saw as \`If-Match\`. A 412 carries the current state.
- **Retries are safe** with an \`Idempotency-Key\`: the first answer is given again.`;

export const tags = [
  { name: "Catalog", description: "What is sold, and for how much in each region." },
  { name: "Inventory", description: "How much is there. Nothing is sold twice." },
  { name: "Cart", description: "What a shopper wants, priced by the server." },
  { name: "Checkout", description: "Stock held for one purchase, with a visible end." },
  { name: "Promotions", description: "What makes a cart cheaper: codes, and rules of their own." },
  {
    name: "Reviews",
    description: "What people write about products, and what moderators let be public.",
  },
  { name: "Watches", description: "Who is told by mail when something sold out is back." },
  {
    name: "Wish list",
    description: "What somebody keeps in mind, and shows to others if they like.",
  },
  { name: "Drops", description: "What opens at a time, and the line of those who want it." },
  { name: "Feedback", description: "What shoppers are asked, if they agreed to it, and say." },
  { name: "Orders", description: "What was bought, and where it is on its way." },
  { name: "Events", description: "Everything that happened, in one order, for other systems." },
  { name: "Webhooks", description: "The same events, sent to your endpoint as they happen." },
  { name: "Accounts", description: "Who people are, and what is theirs." },
  { name: "Clients", description: "Which systems may do what, and what was done." },
  { name: "Bulk", description: "Imports and exports of many rows, as jobs." },
  { name: "Live", description: "Every change of stock, carts and orders, as it happens." },
];
