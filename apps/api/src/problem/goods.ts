import type { Reason } from "@meridian/api/server.ts";
import { entry, type ReasonEntry } from "./entry.ts";

type GoodsReason = Extract<
  Reason,
  | `catalog.${string}`
  | `inventory.${string}`
  | `bulk.${string}`
  | `reviews.${string}`
  | `watches.${string}`
  | `wishlist.${string}`
  | `drops.${string}`
>;

/** Of what is sold, how much of it there is, what people write about it, and moving much of it. */
export const goods: Record<GoodsReason, ReasonEntry> = {
  "watches.in_stock": entry(
    409,
    "It is there",
    "The variant can be bought, or is not counted: there is nothing to wait for.",
  ),
  "watches.too_many": entry(
    409,
    "Waits for much already",
    "One address waits for 50 variants at most, and for 10 that it has not confirmed; `details.max` says which of them it was.",
  ),
  "watches.not_found": entry(404, "No such watch", "The user does not wait for the variant."),
  "watches.link_invalid": entry(
    422,
    "Link not valid",
    "The watch that the link is about was told, ended or forgotten: unconfirmed ones are after two days. Ask anew where it is still sold out.",
  ),
  "wishlist.product_not_found": entry(
    404,
    "No such product",
    "There is no product with this id that is for sale.",
  ),
  "wishlist.too_many": entry(
    409,
    "Full",
    "A wish list has room for `details.max` products. Take something off it first.",
  ),
  "wishlist.share_not_found": entry(
    404,
    "No such list",
    "There is no list at this link. It may have been revoked.",
  ),
  "drops.not_found": entry(
    404,
    "No such drop",
    "There is no collection with this handle that opens at a time.",
  ),
  "drops.no_line": entry(
    409,
    "No line",
    "Of this drop whoever comes may buy, as soon as it is open.",
  ),
  "drops.line_unavailable": entry(
    503,
    "The line does not answer",
    "Nobody is let in for the moment, and nobody loses their place: ask again with the same key and ticket.",
  ),
  "reviews.not_found": entry(
    404,
    "Nothing like that",
    "There is no review, question or answer with this id that the caller may see, or act on.",
  ),
  "reviews.already_written": entry(
    409,
    "Reviewed already",
    "Each writes one review of a product; `details.contributionId` is it, and can be changed.",
  ),
  "reviews.too_many_pending": entry(
    409,
    "Too much to be read",
    "Of one writer's at most `details.max` wait for a moderator. Come back when they have been read.",
  ),
  "reviews.own": entry(409, "One's own", "What one wrote oneself others find helpful, or report."),
  "reviews.not_a_review": entry(
    422,
    "Not a review",
    "Only a review has stars and a title; `details.contributionId` is a question or an answer.",
  ),
  "reviews.version_mismatch": entry(
    412,
    "Has changed",
    "It was changed or decided on meanwhile. `current` is what it is now; read it, and decide again with its ETag.",
  ),
  "reviews.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag of what you read.",
  ),
  "catalog.product_not_found": entry(
    404,
    "No such product",
    "There is no product with this handle that is for sale.",
  ),
  "catalog.category_not_found": entry(
    404,
    "No such category",
    "There is no category with this handle.",
  ),
  "catalog.collection_not_found": entry(
    404,
    "No such collection",
    "There is no collection with this handle.",
  ),
  "catalog.shipping_option_not_found": entry(
    404,
    "No such way to ship",
    "The region `details.region` has no shipping option with this id; `GET /regions` lists them.",
  ),
  "catalog.option_not_found": entry(
    404,
    "No such option",
    "No product has an option of this name.",
  ),
  "catalog.region_not_found": entry(
    404,
    "No such region",
    "The shop does not sell in this region.",
  ),
  "catalog.version_mismatch": entry(
    412,
    "Has changed",
    "Somebody else changed this product, category or collection first. `current` is what it is now; decide again with its ETag.",
  ),
  "catalog.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag that you last saw: of the product's record, of the category or of the collection.",
  ),
  "catalog.incomplete": entry(
    422,
    "Incomplete product",
    "A new product needs what `details.missing` names.",
  ),
  "catalog.handle_taken": entry(
    409,
    "Handle is taken",
    "`details.handle` is the handle of another one; handles are unique.",
  ),
  "catalog.sku_taken": entry(
    409,
    "Code is taken",
    "`details.sku` is the code of another variant; codes are unique in the shop.",
  ),
  "catalog.options_mismatch": entry(
    422,
    "Options do not match",
    "Each variant has exactly one value, of those listed, for each option of its product; `errors` says where one does not.",
  ),
  "catalog.duplicate_variant": entry(
    422,
    "The same variant twice",
    "Two variants have the same options; `details.variants` are their places.",
  ),
  "catalog.unknown_variant": entry(
    422,
    "Unknown variant",
    "`details.variant` is no variant of this product; a new one has no id yet.",
  ),
  "catalog.variant_not_found": entry(404, "No such variant", "There is no variant with this id."),
  "catalog.wrong_currency": entry(
    422,
    "Wrong currency",
    "A price is in the currency of its region, which is `details.currency`.",
  ),
  "catalog.compare_at_below_price": entry(
    422,
    "Price before is too low",
    "What something cost before is not less than what it costs now.",
  ),
  "catalog.unknown_category": entry(
    422,
    "Unknown category",
    "There is no category with a handle in `details.handles`. Add it first.",
  ),
  "catalog.unknown_collection": entry(
    422,
    "Unknown collection",
    "There is no collection with a handle in `details.handles`. Add it first.",
  ),
  "catalog.category_too_deep": entry(
    422,
    "Too deep",
    "Categories have two levels: `details.parent` can't stand above this one.",
  ),
  "catalog.category_has_children": entry(
    409,
    "Category has children",
    "There are categories below it; `details.children` are their handles.",
  ),
  "inventory.out_of_stock": entry(
    409,
    "Out of stock",
    "Less is available than was asked for; `details` says of which variant and how much there is.",
  ),
  "inventory.hold_lost": entry(
    409,
    "Hold lost",
    "The stock that was held for this is not held any more, and no other is left.",
  ),
  "inventory.variant_not_found": entry(404, "No such variant", "There is no variant with this id."),
  "inventory.location_not_found": entry(
    404,
    "No such location",
    "There is no stock location with this id.",
  ),
  "inventory.below_held": entry(
    409,
    "Stock is promised",
    "On hand would fall below what open checkouts hold.",
  ),
  "inventory.version_mismatch": entry(
    412,
    "Level has changed",
    "Somebody else changed this level first. `current` is what it is now; decide again with its ETag.",
  ),
  "inventory.precondition_required": entry(
    428,
    "If-Match required",
    "Send `If-Match` with the ETag that you last saw; `If-None-Match: *` for a level that must not exist yet.",
  ),

  "bulk.job_not_found": entry(
    404,
    "No such job",
    "There is no import or export with this id; what ended is removed after a while.",
  ),
  "bulk.wrong_state": entry(
    409,
    "Not possible now",
    "What was asked for does not go with the job's state, which is `details.state`.",
  ),
  "bulk.wrong_offset": entry(
    409,
    "Wrong offset",
    "A part of a file begins where the one before ended: `details.fileBytes` have arrived. Send from there, or the whole from 0.",
  ),
  "bulk.other_sender": entry(
    409,
    "Somebody else sends",
    "While this part came, another request began to send the job's file; nothing more of this one was taken.",
  ),
};
