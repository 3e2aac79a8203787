/** Prints what the ERP has of each variant, beside it what nobody but a person can settle. */
import { Books } from "./books.ts";

const books = new Books(process.env["ERP_FOLDER"] ?? ".data");
for (const [variantId, onHand] of books.onHand()) console.log(`${variantId} ${onHand}`);
console.error(`${books.waitingCount} movements on their way to the shop`);
for (const { variantId, delta, why } of books.setAside) {
  console.error(`set aside: ${delta} of ${variantId} (${why})`);
}
