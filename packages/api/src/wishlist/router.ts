import { rest } from "../kernel/rest.ts";
import { procedure, router } from "../kernel/trpc.ts";
import {
  GetShared,
  ListWishes,
  MergeWishes,
  Nothing,
  OneWish,
  SharedWishPage,
  Wishlist,
  WishPage,
} from "./contract.ts";
import { addWish, getWishlist, mergeWishes, removeWish } from "./service.ts";
import { listWishes } from "./service/pages.ts";
import { getShared, shareWishlist, unshareWishlist } from "./service/share.ts";

const tag = "Wish list";
const own = { tag, user: true } as const;
const path = "/users/me/wishlist";
const one = `${path}/items/{productId}` as const;
const tooMany = "wishlist.too_many";

export const wishlistRouter = router({
  get: procedure
    .meta(rest({ ...own, method: "GET", path, summary: "What is on one's wish list" }))
    .input(Nothing)
    .output(Wishlist)
    .query(({ ctx }) => getWishlist(ctx)),
  items: procedure
    .meta(
      rest({
        ...own,
        method: "GET",
        path: `${path}/items`,
        summary: "The products on one's wish list, with prices and stock of the moment",
        etag: "bytes",
        reasons: ["page.bad_cursor"],
      }),
    )
    .input(ListWishes)
    .output(WishPage)
    .query(({ ctx, input }) => listWishes(ctx, input)),
  add: procedure
    .meta(
      rest({
        ...own,
        method: "PUT",
        path: one,
        summary: "Put a product on the wish list",
        description: "Again changes nothing.",
        reasons: ["wishlist.product_not_found", tooMany],
      }),
    )
    .input(OneWish)
    .output(Wishlist)
    .mutation(({ ctx, input }) => addWish(ctx, input)),
  remove: procedure
    .meta(
      rest({
        ...own,
        method: "DELETE",
        path: one,
        summary: "Take a product off the wish list",
        description: "Again changes nothing.",
        reasons: ["wishlist.product_not_found"],
      }),
    )
    .input(OneWish)
    .output(Wishlist)
    .mutation(({ ctx, input }) => removeWish(ctx, input)),
  merge: procedure
    .meta(
      rest({
        ...own,
        method: "POST",
        path: `${path}/merges`,
        summary: "Add what was gathered before signing in",
        description: "All of it, each once, or nothing where that would be too much.",
        reasons: [tooMany],
      }),
    )
    .input(MergeWishes)
    .output(Wishlist)
    .mutation(({ ctx, input }) => mergeWishes(ctx, input)),
  share: procedure
    .meta(
      rest({
        ...own,
        method: "PUT",
        path: `${path}/share`,
        summary: "Let whoever has its link read the wish list",
        description: "Again changes nothing: the link stays.",
      }),
    )
    .input(Nothing)
    .output(Wishlist)
    .mutation(({ ctx }) => shareWishlist(ctx)),
  unshare: procedure
    .meta(
      rest({
        ...own,
        method: "DELETE",
        path: `${path}/share`,
        summary: "Revoke the link; the next one is another",
      }),
    )
    .input(Nothing)
    .output(Wishlist)
    .mutation(({ ctx }) => unshareWishlist(ctx)),
  shared: procedure
    .meta(
      rest({
        tag,
        method: "GET",
        path: "/wishlists/{token}",
        summary: "A wish list by its link",
        etag: "bytes",
        reasons: ["wishlist.share_not_found", "page.bad_cursor"],
      }),
    )
    .input(GetShared)
    .output(SharedWishPage)
    .query(({ ctx, input }) => getShared(ctx, input)),
});
