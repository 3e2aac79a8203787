import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { WishlistId } from "./contract.ts";

/** Neither whose it is nor what is on it: the log is kept, and a list may be erased. */
export const wishlistChanged = defineEvent(
  "wishlist.changed",
  "wishlist",
  z.object({ wishlistId: WishlistId, count: z.number().int() }),
);
