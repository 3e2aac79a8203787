import { maxWishes } from "@meridian/api/wishlist/contract/limits.ts";
import { StoredList } from "#browser/stored-list.ts";

/** A guest's wish list. It joins the account's at sign-in. */
export const guestWishes = new StoredList("wishes", maxWishes);
